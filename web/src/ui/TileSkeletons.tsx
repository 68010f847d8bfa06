import { SimpleGrid, Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from '../platform/i18n';

/** Cards beside each other that are on their way. */
export function TileSkeletons({ count = 3 }: { count?: number }) {
  const { t } = useTranslation('common');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg" aria-busy>
      <VisuallyHidden role="status">{t('frame.loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_, tile) => (
        <Skeleton key={tile} height={280} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
