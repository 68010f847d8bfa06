import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { useBuyerCommands } from './useBuyerCommands';

export function RestoreAccess({ buyerId, name }: { buyerId: string; name: string }) {
  const { t } = useTranslation('console');
  const { busy, restore } = useBuyerCommands(buyerId, name);
  return (
    <Button variant="light" w="fit-content" loading={busy} onClick={() => void restore()}>
      {t('access.restore')}
    </Button>
  );
}
