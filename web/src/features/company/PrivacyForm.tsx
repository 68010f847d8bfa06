import { Checkbox, NumberInput, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import type { CompanyChange } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import type { UserErrorLike } from '../../platform/errors';
import classes from './company.module.css';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './useCompanySettings';
import { useSettingsForm } from './useSettingsForm';

const most = { sessionIdleHoursTeam: 720, sessionIdleDaysPortal: 365 };
type Limit = keyof typeof most;

/** What the company says about privacy, and how long a session lasts unused. */
export function PrivacyForm(part: SettingsProps) {
  const { t } = useTranslation('settings');
  const { form, saved, reload } = useSettingsForm(part, {
    id: 'settings-privacy',
    valuesOf: (settings) => ({
      privacyText: settings.company.privacyText ?? '',
      sessionIdleHoursTeam: settings.sessionIdleHoursTeam as number | string,
      sessionIdleDaysPortal: settings.sessionIdleDaysPortal as number | string,
      impersonationReasonRequired: settings.impersonationReasonRequired,
    }),
    check: (values) => (Object.keys(most) as Limit[]).flatMap((name) => outside(name, values[name])),
    // Numbers only: the check above has refused the rest.
    changeOf: (values, initial) => changeOf(values, initial) as CompanyChange,
    wording: ({ field }) => {
      const limit = (Object.keys(most) as Limit[]).find((name) => name === field?.at(-1));
      return limit ? t('wholeNumber', { max: most[limit] }) : null;
    },
  });
  const limit = (name: Limit, label: string) => (
    <NumberInput
      {...form.field(name, label)}
      description={t('idleHint', { max: most[name] })}
      min={1}
      max={most[name]}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
    />
  );
  return (
    <SettingsForm of={form} saved={saved} reload={reload}>
      <Textarea
        {...form.field('privacyText', t('privacyText'))}
        description={t('privacyTextHint')}
        minRows={5}
        maxRows={16}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" className={classes.bottom}>
        {limit('sessionIdleHoursTeam', t('idleTeam'))}
        {limit('sessionIdleDaysPortal', t('idlePortal'))}
      </SimpleGrid>
      <Checkbox
        {...form.field('impersonationReasonRequired', t('reasonRequired'), 'checkbox')}
        description={t('reasonRequiredHint')}
      />
    </SettingsForm>
  );
}

function outside(name: Limit, value: number | string): UserErrorLike[] {
  const fine = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most[name];
  return fine ? [] : [{ code: 'VALIDATION_FAILED', reason: 'invalid', field: [name] }];
}
