import { Button } from '@mantine/core';
import { useTranslation } from '../platform/i18n';

/** The next page of what is no table. */
export function MoreButton({ onClick, loading }: { onClick: () => void; loading?: boolean }) {
  const { t } = useTranslation('common');
  return (
    <Button variant="default" mx="auto" onClick={onClick} loading={loading}>
      {t('list.more')}
    </Button>
  );
}
