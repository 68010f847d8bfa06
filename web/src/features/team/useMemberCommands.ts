import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { toast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';

const MemberCommands_member = graphql(`
  fragment MemberCommands_member on TeamMember {
    id
    name
    email
  }
`);

const ReactivateTeamMember = graphql(`
  mutation ReactivateTeamMember($input: ReactivateTeamMemberInput!) {
    reactivateTeamMember(input: $input) {
      teamMember {
        id
        state
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const ResendTeamInvitation = graphql(`
  mutation ResendTeamInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      teamMember {
        id
        invitedAt
        viewerCanResendInvitation
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** What is done to a colleague with one press. */
export function useMemberCommands(member: FragmentType<typeof MemberCommands_member>) {
  const { id, name, email } = useFragmentOf(MemberCommands_member, member);
  const { t } = useTranslation('team');
  const variables = { input: { id } };
  const [reactivateMember] = useMutation(ReactivateTeamMember, { variables });
  const [resendInvitation] = useMutation(ResendTeamInvitation, { variables });
  const { run, busy } = useCommand(({ code }) =>
    code === 'RATE_LIMITED' ? t('resendLimit', { name }) : null,
  );
  const reactivate = async () => {
    const done = await run(async () => (await reactivateMember()).data?.reactivateTeamMember);
    if (done) toast(t('reactivated', { name }));
  };
  const resend = async () => {
    const done = await run(async () => (await resendInvitation()).data?.resendInvitation);
    if (done) toast(t('resent', { email: email ?? name }));
  };
  return { reactivate, resend, busy };
}
