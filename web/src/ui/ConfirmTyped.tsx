import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '../platform/i18n';

export interface ConfirmTypedProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What must be typed, shown as it stands. */
  name: string;
  /** What will happen, with counts where there are any. */
  children: ReactNode;
  confirmLabel: string;
  onConfirm: (typed: string) => void | Promise<unknown>;
  /** What the server said about the typed name. */
  error?: string | null;
}

/** For what cannot be undone: nothing happens before the name is typed. */
export function ConfirmTyped(props: ConfirmTypedProps) {
  const { opened, onClose, title, name, children, confirmLabel, onConfirm, error } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => setTyped(''), [opened]);

  const matches = typed.trim().normalize('NFC') === name.trim().normalize('NFC');
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!matches) return;
    setBusy(true);
    try {
      await onConfirm(typed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form onSubmit={(event) => void confirm(event)}>
        <Stack gap="lg">
          {children}
          <TextInput
            label={t('confirm.typeName', { name })}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            error={error}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!matches} loading={busy}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
