import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from '../platform/i18n';
import classes from './AddressFields.module.css';
import type { MutationForm } from './useMutationForm';

export interface AddressValues {
  street: string;
  houseNumber: string;
  box: string;
  postalCode: string;
  city: string;
  country: string;
}

export const noAddress: AddressValues = {
  street: '',
  houseNumber: '',
  box: '',
  postalCode: '',
  city: '',
  country: '',
};

/** As a form wants it: no nulls. */
export function addressOf(address: { [K in keyof AddressValues]?: string | null } | null): AddressValues {
  const known = Object.entries(address ?? {}).filter(([part, value]) => part in noAddress && value);
  return { ...noAddress, ...Object.fromEntries(known) };
}

/** Six inputs of a form whose values hold an `address`. */
export function AddressFields({ field }: Pick<MutationForm<Record<string, unknown>>, 'field'>) {
  const { t } = useTranslation();
  const countries = useCountries();
  const country = field('address.country', t('address.country'));
  const isListed = !country.value || countries.some(({ value }) => value === country.value);
  return (
    <Fieldset
      legend={t('address.title')}
      variant="unstyled"
      classNames={{ root: classes.root, legend: classes.legend }}
    >
      <div className={classes.fields}>
        <div className={classes.street}>
          <TextInput {...field('address.street', t('address.street'))} autoComplete="address-line1" />
          <SimpleGrid cols={2}>
            <TextInput {...field('address.houseNumber', t('address.houseNumber'))} />
            <TextInput {...field('address.box', t('address.box'))} />
          </SimpleGrid>
        </div>
        <div className={classes.city}>
          <TextInput {...field('address.postalCode', t('address.postalCode'))} autoComplete="postal-code" />
          <TextInput {...field('address.city', t('address.city'))} autoComplete="address-level2" />
        </div>
        <NativeSelect
          {...country}
          data={[
            { value: '', label: '–' },
            ...(isListed ? [] : [{ value: String(country.value), label: String(country.value) }]),
            ...countries,
          ]}
          autoComplete="country"
        />
      </div>
    </Fieldset>
  );
}

/** Of ISO 3166, those whose homes are built by companies that speak our languages come first. */
const near = ['BE', 'NL', 'LU', 'FR', 'DE', 'AT', 'CH', 'GB', 'IE'];
const far =
  'AD AL AU BA BG BR CA CN CY CZ DK EE ES FI GR HR HU IL IN IS IT JP LI LT LV MA MC MD ME MK MT MX NO NZ PL PT RO RS SE SI SK SM TN TR UA US ZA';

function useCountries() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
    const named = (codes: string[]) => codes.map((value) => ({ value, label: names.of(value) ?? value }));
    const others = named(far.split(' ')).toSorted((one, other) => one.label.localeCompare(other.label));
    return [...named(near), ...others];
  }, [i18n.language]);
}
