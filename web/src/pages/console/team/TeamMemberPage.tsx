import type { FragmentType } from '@apollo/client/masking';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconMailForward, IconUserCheck, IconUserCog, IconUserOff } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { useParams } from '../../../platform/router';
import { ChangeRoleDialog } from '../../../features/team/ChangeRoleDialog';
import { DeactivateDialog } from '../../../features/team/DeactivateDialog';
import { MemberFacts } from '../../../features/team/MemberFacts';
import { MemberProjects } from '../../../features/team/MemberProjects';
import { MemberState } from '../../../features/team/MemberState';
import { useMemberCommands } from '../../../features/team/useMemberCommands';
import { graphql } from '../../../gql';
import type { TeamMemberPage_MemberFragment } from '../../../gql/graphql';
import { isNotFound } from '../../../platform/errors';
import { useSession } from '../../../platform/session';
import { useOptionalParam } from '../../../platform/urlState';
import { useFragmentOf } from '../../../platform/useFragmentOf';
import { NotFound } from '../../../ui/ErrorPage';
import { Note } from '../../../ui/Note';
import { PageColumns } from '../../../ui/PageColumns';
import { PageHeader } from '../../../ui/PageHeader';
import { Panel } from '../../../ui/Panel';
import { PageSkeleton } from '../../../ui/Skeletons';

const TeamMemberPage_member = graphql(`
  fragment TeamMemberPage_member on TeamMember {
    id
    name
    role
    state
    jobTitle
    viewerCanResendInvitation
    ...MemberCommands_member
    ...MemberFacts_member
    ...MemberProjects_member
    ...DeactivateDialog_member
  }
`);

const TeamMemberPageQuery = graphql(`
  query TeamMemberPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ...TeamMemberPage_member
    }
  }
`);

export function TeamMemberPage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery(TeamMemberPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  if (data.node?.__typename !== 'TeamMember') return <NotFound />;
  return <MemberView key={id} member={data.node} />;
}

const dialogs = ['role', 'deactivate'] as const;

function MemberView({ member }: { member: FragmentType<typeof TeamMemberPage_member> }) {
  const data = useFragmentOf(TeamMemberPage_member, member);
  const { name, role, state } = data;
  const { t } = useTranslation(['team', 'common']);
  const { hasRole } = useSession();
  const [dialog, setDialog] = useOptionalParam('dialog', dialogs);
  const isOwner = hasRole('OWNER');
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), to: '/console/team' }]}
        lead={data.jobTitle ?? t(`common:role.${role}`)}
        aside={<MemberState state={state} />}
        actions={isOwner && <MemberActions member={data} onDialog={setDialog} />}
      />
      <PageColumns
        aside={
          <Panel title={t('details')}>
            <MemberFacts member={data} />
          </Panel>
        }
      >
        {state === 'INVITED' && <Note>{t('invitedNote')}</Note>}
        {state === 'DEACTIVATED' && <Note tone="warning">{t('deactivatedNote', { name })}</Note>}
        <Panel
          title={t('projects')}
          lead={role === 'ADMINISTRATOR' ? t('projectsLead', { name }) : undefined}
        >
          <MemberProjects member={data} canChange={isOwner} />
        </Panel>
      </PageColumns>
      {isOwner && dialog === 'role' && <ChangeRoleDialog member={data} onClose={() => setDialog(null)} />}
      {isOwner && dialog === 'deactivate' && (
        <DeactivateDialog member={data} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

interface MemberActionsProps {
  member: TeamMemberPage_MemberFragment;
  onDialog: (dialog: (typeof dialogs)[number]) => void;
}

function MemberActions({ member, onDialog }: MemberActionsProps) {
  const { t } = useTranslation('team');
  const { reactivate, resend, busy } = useMemberCommands(member);
  const { state, viewerCanResendInvitation } = member;
  return (
    <>
      {viewerCanResendInvitation && (
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconMailForward size={18} />}
          onClick={() => void resend()}
        >
          {t('resend')}
        </Button>
      )}
      {state !== 'ANONYMISED' && (
        <Button variant="default" leftSection={<IconUserCog size={18} />} onClick={() => onDialog('role')}>
          {t('changeRole')}
        </Button>
      )}
      {state === 'ACTIVE' && (
        <Button
          variant="default"
          leftSection={<IconUserOff size={18} />}
          onClick={() => onDialog('deactivate')}
        >
          {t('deactivate')}
        </Button>
      )}
      {state === 'DEACTIVATED' && (
        <Button loading={busy} leftSection={<IconUserCheck size={18} />} onClick={() => void reactivate()}>
          {t('reactivate')}
        </Button>
      )}
    </>
  );
}
