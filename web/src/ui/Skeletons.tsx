import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from '../platform/i18n';

function Loading() {
  const { t } = useTranslation();
  return <VisuallyHidden role="status">{t('frame.loading')}</VisuallyHidden>;
}

/** Lines of text that are on their way. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Stack gap="sm" aria-busy>
      <Loading />
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={line === lines - 1 ? '60%' : '100%'} radius="sm" />
      ))}
    </Stack>
  );
}

/** A page that is on its way: heading, lead, and a body of roughly the right size. */
export function PageSkeleton() {
  return (
    <Stack gap="xl" aria-busy>
      <Loading />
      <Stack gap="sm">
        <Skeleton height={36} width="min(22rem, 70%)" radius="sm" />
        <Skeleton height={16} width="min(32rem, 90%)" radius="sm" />
      </Stack>
      <Skeleton height={240} radius="lg" />
    </Stack>
  );
}

export function CardSkeletons({ count = 3, height = 180 }: { count?: number; height?: number }) {
  return (
    <Stack gap="md" aria-busy>
      <Loading />
      {Array.from({ length: count }, (_, card) => (
        <Skeleton key={card} height={height} radius="lg" />
      ))}
    </Stack>
  );
}
