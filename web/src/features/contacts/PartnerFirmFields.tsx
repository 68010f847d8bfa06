import { useQuery } from '@apollo/client/react';
import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { inputOf } from '../../platform/change';
import { SearchSelectField } from '../../ui/SearchSelect';
import type { MutationForm } from '../../ui/useMutationForm';

const PartnerFirms = graphql(`
  query PartnerFirms($search: String) {
    partnerCompanies(search: $search, first: 25) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

export interface FirmValues {
  firm: 'none' | 'existing' | 'new';
  partnerCompanyId: string;
  newPartnerCompany: { name: string; vat: string };
}

export const noFirm: FirmValues = {
  firm: 'none',
  partnerCompanyId: '',
  newPartnerCompany: { name: '', vat: '' },
};

/** Of the three ways to fill it in, the one that was chosen. */
export function firmOf({ firm, partnerCompanyId, newPartnerCompany }: FirmValues) {
  if (firm === 'existing') return { partnerCompanyId };
  if (firm === 'none') return {};
  return { newPartnerCompany: { ...inputOf(newPartnerCompany), name: newPartnerCompany.name } };
}

interface FirmFieldsProps {
  field: MutationForm<Record<string, unknown>>['field'];
  firm: FirmValues['firm'];
}

/** The firm a partner works for: one that is known, or a new one on the way. */
export function PartnerFirmFields({ field, firm }: FirmFieldsProps) {
  const { t } = useTranslation('console');
  return (
    <Stack gap="lg">
      <Radio.Group {...field('firm', t('contacts.firmQuestion'))} size="md">
        <Stack gap="sm" pt="xs">
          <Radio value="none" label={t('contacts.firmNone')} />
          <Radio value="existing" label={t('contacts.firmExisting')} />
          <Radio value="new" label={t('contacts.firmNew')} />
        </Stack>
      </Radio.Group>
      {firm === 'existing' && <FirmField field={field} withAsterisk />}
      {firm === 'new' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          <TextInput {...field('newPartnerCompany.name', t('contacts.firmName'))} withAsterisk />
          <TextInput {...field('newPartnerCompany.vat', t('contacts.vat'))} />
        </SimpleGrid>
      )}
    </Stack>
  );
}

interface FirmFieldProps extends Pick<FirmFieldsProps, 'field'> {
  current?: { id: string; name: string } | null;
  withAsterisk?: boolean;
}

/** One of the firms that are known. */
export function FirmField({ field, current, withAsterisk }: FirmFieldProps) {
  const { t } = useTranslation('console');
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(PartnerFirms, { variables: { search: search || null } });
  const firms = nodesOf((data ?? previousData)?.partnerCompanies);
  return (
    <SearchSelectField
      field={field('partnerCompanyId', t('contacts.firmWhich'))}
      choices={firms.map(({ id, name }) => ({ value: id, label: name }))}
      current={current ? { value: current.id, label: current.name } : undefined}
      onSearch={setSearch}
      withAsterisk={withAsterisk}
    />
  );
}
