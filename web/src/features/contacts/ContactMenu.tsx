import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import { IconEye, IconMailForward, IconPencil } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { RowMenu } from '../../ui/RowMenu';
import { toast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';

const ContactMenu_contact = graphql(`
  fragment ContactMenu_contact on Contact {
    id
    name
    viewerCanEdit
    viewerCanImpersonate
    purchases {
      id
      actions
    }
  }
`);

const ResendToContact = graphql(`
  mutation ResendToContact($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      buyer {
        id
        invitedAt
        contact {
          id
          ...ContactAccess_contact
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface ContactMenuProps {
  contact: FragmentType<typeof ContactMenu_contact>;
  onViewAs: (contact: { id: string; name: string }) => void;
}

export function ContactMenu({ contact, onViewAs }: ContactMenuProps) {
  const data = useFragmentOf(ContactMenu_contact, contact);
  const { t } = useTranslation(['console', 'common']);
  const [resend] = useMutation(ResendToContact);
  const { run } = useCommand();
  const { id, name, viewerCanEdit, viewerCanImpersonate, purchases } = data;
  // One invitation covers all homes of a person, so any link that may resend will do.
  const waiting = purchases.find(({ actions }) => actions.includes('RESEND_INVITATION'));
  if (!viewerCanEdit && !viewerCanImpersonate && !waiting) return null;
  const resendNow = async (buyerId: string) => {
    const done = await run(
      async () => (await resend({ variables: { input: { id: buyerId } } })).data?.resendInvitation,
    );
    if (done) toast(t('access.resent', { name }));
  };
  return (
    <RowMenu name={name}>
      {viewerCanImpersonate && (
        <Menu.Item leftSection={<IconEye size={18} />} onClick={() => onViewAs({ id, name })}>
          {t('access.viewAs')}
        </Menu.Item>
      )}
      {waiting && (
        <Menu.Item leftSection={<IconMailForward size={18} />} onClick={() => void resendNow(waiting.id)}>
          {t('access.resend')}
        </Menu.Item>
      )}
      {viewerCanEdit && (
        <Menu.Item
          component={Link}
          to={`/console/contacts/${id}?edit=true`}
          leftSection={<IconPencil size={18} />}
        >
          {t('common:actions.edit')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
