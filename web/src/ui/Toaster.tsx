import './Toaster.css';
import { Button, Group, Text } from '@mantine/core';
import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import { i18n } from '../platform/i18n';
import { Kit } from './Kit';

const UNDO_MS = 10_000;

export function Toaster() {
  return (
    <Kit>
      <Notifications position="bottom-center" limit={3} />
    </Kit>
  );
}

export function present(notice: NotificationData): void {
  notifications.show({
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('actions.close') },
    ...notice,
  });
}

export function presentUndo(message: string, undo: () => void | Promise<unknown>): void {
  const id = `undo-${Date.now()}`;
  const takeBack = async () => {
    notifications.hide(id);
    await undo();
  };
  present({
    id,
    autoClose: UNDO_MS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-md" variant="light" flex="none" onClick={() => void takeBack()}>
          {i18n.t('actions.undo')}
        </Button>
      </Group>
    ),
  });
}
