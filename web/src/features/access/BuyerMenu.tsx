import type { FragmentType } from '@apollo/client/masking';
import { Menu } from '@mantine/core';
import { IconEye, IconLockOff, IconMailForward, IconMailOff, IconUserMinus } from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { RowMenu } from '../../ui/RowMenu';
import classes from './access.module.css';
import { RemoveDialog } from './RemoveDialog';
import { RevokeDialog } from './RevokeDialog';
import { useBuyerCommands } from './useBuyerCommands';

const BuyerMenu_buyer = graphql(`
  fragment BuyerMenu_buyer on UnitBuyer {
    id
    actions
    contact {
      id
      name
    }
    unit {
      id
    }
  }
`);

export interface BuyerMenuProps {
  buyer: FragmentType<typeof BuyerMenu_buyer>;
  onViewAs: (subject: { id: string; name: string; unitId: string }) => void;
}

/** The three dots of a customer card: what the server says is possible now, and nothing else. */
export function BuyerMenu({ buyer, onViewAs }: BuyerMenuProps) {
  const data = useFragmentOf(BuyerMenu_buyer, buyer);
  const { t } = useTranslation('console');
  const [dialog, setDialog] = useState<'revoke' | 'remove' | null>(null);
  const { id, actions, contact, unit } = data;
  const { resend, cancel } = useBuyerCommands(id, contact.name);
  const may = (action: (typeof actions)[number]) => actions.includes(action);
  const close = () => setDialog(null);
  const inMenu = [
    'IMPERSONATE',
    'RESEND_INVITATION',
    'CANCEL_INVITATION',
    'REVOKE_ACCESS',
    'REMOVE',
  ] as const;
  if (!inMenu.some(may)) return null;
  return (
    <>
      <RowMenu name={contact.name}>
        {may('IMPERSONATE') && (
          <Menu.Item
            leftSection={<IconEye size={18} />}
            onClick={() => onViewAs({ ...contact, unitId: unit.id })}
          >
            {t('access.viewAs')}
          </Menu.Item>
        )}
        {may('RESEND_INVITATION') && (
          <Menu.Item leftSection={<IconMailForward size={18} />} onClick={() => void resend()}>
            {t('access.resend')}
          </Menu.Item>
        )}
        {may('CANCEL_INVITATION') && (
          <Menu.Item leftSection={<IconMailOff size={18} />} onClick={() => void cancel()}>
            {t('access.cancel')}
          </Menu.Item>
        )}
        {may('REVOKE_ACCESS') && (
          <Menu.Item
            className={classes.revokeItem}
            leftSection={<IconLockOff size={18} />}
            onClick={() => setDialog('revoke')}
          >
            {t('access.revoke')}
          </Menu.Item>
        )}
        {may('REMOVE') && (
          <Menu.Item
            color="red"
            leftSection={<IconUserMinus size={18} />}
            onClick={() => setDialog('remove')}
          >
            {t('access.remove')}
          </Menu.Item>
        )}
      </RowMenu>
      <RevokeDialog opened={dialog === 'revoke'} onClose={close} buyerId={id} name={contact.name} />
      <RemoveDialog
        opened={dialog === 'remove'}
        onClose={close}
        buyerId={id}
        unitId={unit.id}
        name={contact.name}
      />
    </>
  );
}
