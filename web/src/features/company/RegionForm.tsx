import { NativeSelect, Select, SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useFormats } from '../../platform/formats';
import { languageNames, languages, useTranslation } from '../../platform/i18n';
import classes from './company.module.css';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './useCompanySettings';
import { useSettingsForm } from './useSettingsForm';

const europe = ['EUR', 'GBP', 'CHF', 'DKK', 'NOK', 'SEK', 'PLN', 'CZK', 'HUF', 'RON', 'USD'];
/** Of some four hundred zones only those that fit the search are drawn. */
const ZONES_SHOWN = 30;

/** The language, clock and money that hold where nobody chose others. */
export function RegionForm(part: SettingsProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { form, saved, reload } = useSettingsForm(part, {
    id: 'settings-region',
    valuesOf: ({ company: { defaultLanguage, timeZone, currency } }) => ({
      defaultLanguage,
      timeZone,
      currency,
    }),
    changeOf: touched,
  });
  const { timeZone, currency } = saved;
  const zones = useMemo(() => [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])], [timeZone]);
  const currencies = useCurrencies(currency);
  return (
    <SettingsForm of={form} saved={saved} reload={reload}>
      <NativeSelect
        {...form.field('defaultLanguage', t('defaultLanguage'))}
        description={t('defaultLanguageHint')}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" className={classes.bottom}>
        <Select
          {...form.field('timeZone', t('timeZone'))}
          description={t('timeZoneHint')}
          data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          searchable
          allowDeselect={false}
          limit={ZONES_SHOWN}
          nothingFoundMessage={t('common:list.nothingTitle')}
        />
        <NativeSelect
          {...form.field('currency', t('currency'))}
          description={t('currencyHint')}
          data={currencies}
        />
      </SimpleGrid>
    </SettingsForm>
  );
}

function useCurrencies(current: string) {
  const { locale } = useFormats();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return [...new Set([current, ...europe])].map((code) => ({
      value: code,
      label: `${code} · ${names.of(code)}`,
    }));
  }, [locale, current]);
}

function touched<V extends Record<string, unknown>>(values: V, initial: V): Partial<V> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== initial[name]),
  ) as Partial<V>;
}
