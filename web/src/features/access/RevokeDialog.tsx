import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Dialog } from '../../ui/Dialog';
import { undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import { RevokeAccess } from './access.graphql';
import classes from './access.module.css';
import { useBuyerCommands } from './useBuyerCommands';

export interface BuyerDialogProps {
  opened: boolean;
  onClose: () => void;
  buyerId: string;
  name: string;
}

/** Closes the portal for one home. Everything is kept, and one click brings it back. */
export function RevokeDialog({ opened, onClose, buyerId, name }: BuyerDialogProps) {
  const { t } = useTranslation(['console', 'common']);
  const [tellCustomer, setTellCustomer] = useState(false);
  const [revoke] = useMutation(RevokeAccess);
  const { restore } = useBuyerCommands(buyerId, name);
  const { busy, run } = useCommand();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const variables = { input: { buyerId, tellCustomer } };
    const done = await run(async () => (await revoke({ variables })).data?.revokeAccess);
    if (!done) return;
    onClose();
    undoToast(t('access.revoked', { name }), restore);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('access.revokeTitle', { name })}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <Text>{t('access.revokeText')}</Text>
          <Checkbox
            label={t('access.tellCustomer')}
            checked={tellCustomer}
            onChange={({ currentTarget }) => setTellCustomer(currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" className={classes.revoke} loading={busy} data-autofocus>
              {t('access.revoke')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
