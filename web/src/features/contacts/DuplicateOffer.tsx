import { Button } from '@mantine/core';
import { IconArrowRight } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import type { FormError } from '../../ui/useMutationForm';

/** Somebody has this e-mail address already: the way to that person, where the viewer may see her. */
export function DuplicateOffer({ errors }: { errors: FormError[] }) {
  const { t } = useTranslation('console');
  const existingId = errors.find(({ error }) => error.code === 'DUPLICATE_EMAIL')?.error.existingId;
  if (!existingId) return null;
  return (
    <div>
      <Button
        component={Link}
        to={`/console/open/${existingId}`}
        state={{ force: true }}
        variant="light"
        rightSection={<IconArrowRight size={18} />}
      >
        {t('contacts.openExisting')}
      </Button>
    </div>
  );
}
