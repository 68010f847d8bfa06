import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { changeOf } from '../../platform/change';
import { required } from '../../platform/required';
import classes from './company.module.css';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './useCompanySettings';
import { useSettingsForm } from './useSettingsForm';

/** What the company is called and how its customers reach it. */
export function CompanyForm(part: SettingsProps) {
  const { t } = useTranslation('settings');
  const { form, saved, reload } = useSettingsForm(part, {
    id: 'settings-company',
    valuesOf: ({ company, contactEmail, contactPhone }) => ({
      name: company.name,
      contactEmail: contactEmail ?? '',
      contactPhone: contactPhone ?? '',
    }),
    check: (values) => required(values, 'name'),
    changeOf: ({ name, ...values }, { name: before, ...initial }) => ({
      ...changeOf(values, initial),
      ...(name !== before && { name }),
    }),
  });
  return (
    <SettingsForm of={form} saved={saved} reload={reload}>
      <TextInput {...form.field('name', t('name'))} description={t('nameHint')} autoComplete="organization" />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" className={classes.bottom}>
        <TextInput
          {...form.field('contactEmail', t('contactEmail'))}
          description={t('contactEmailHint')}
          type="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput {...form.field('contactPhone', t('contactPhone'))} type="tel" />
      </SimpleGrid>
    </SettingsForm>
  );
}
