import { Radio } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import type { MutationForm } from '../../ui/useMutationForm';
import classes from './team.module.css';

interface RoleFieldProps {
  field: MutationForm<Record<string, unknown>>['field'];
}

/** Exactly one role, each with what it may do. */
export function RoleField({ field }: RoleFieldProps) {
  const { t } = useTranslation(['team', 'common']);
  return (
    <Radio.Group {...field('role', t('roleQuestion'))} size="md">
      <div className={classes.roles}>
        {(['ADMINISTRATOR', 'OWNER'] as const).map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`common:role.${role}`)}
            description={t(`roleText.${role}`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
