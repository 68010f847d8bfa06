import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import type { UserErrorLike } from '../../platform/errors';
import { required } from '../../platform/required';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { personChoice, SearchSelectField } from '../../ui/SearchSelect';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';

const CustomersToLink = graphql(`
  query CustomersToLink($search: String) {
    contacts(kind: CUSTOMER, search: $search, first: 25) {
      edges {
        cursor
        node {
          id
          name
          email
        }
      }
    }
  }
`);

const LinkCustomer = graphql(`
  mutation LinkCustomer($input: LinkCustomerInput!) {
    linkCustomer(input: $input) {
      unit {
        id
        ...UnitBuyers_unit
        ...SaleState_unit
        buyers {
          id
          isPrimary
          contact {
            id
            accessState
            purchases {
              id
            }
          }
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface LinkCustomerDialogProps {
  unitId: string;
  hasBuyers: boolean;
  onClose: () => void;
}

/** Says who bought the unit. Nobody gets access by it, and no message is sent. */
export function LinkCustomerDialog({ unitId, hasBuyers, onClose }: LinkCustomerDialogProps) {
  const { t } = useTranslation(['console', 'common']);
  const [search, setSearch] = useState('');
  const [link] = useMutation(LinkCustomer);
  const { data, previousData } = useQuery(CustomersToLink, { variables: { search: search || null } });
  const customers = nodesOf((data ?? previousData)?.contacts);
  const form = useMutationForm({
    id: `link:${unitId}`,
    initialValues: { contactId: '', isPrimary: !hasBuyers },
    check: (values) => required(values, 'contactId'),
    submit: async (values) => {
      const payload = (await link({ variables: { input: { unitId, ...values } } })).data?.linkCustomer;
      return payload && { ...payload, errors: payload.errors.map(atCustomer) };
    },
    onDone: () => {
      onClose();
      toast(t('access.linked'));
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('access.linkTitle')}>
      <MutationFormView of={form} guard={false}>
        <Text c="dimmed">{t('access.linkText')}</Text>
        <SearchSelectField
          field={form.field('contactId', t('access.customer'))}
          choices={customers.map(personChoice)}
          onSearch={setSearch}
          data-autofocus
          withAsterisk
        />
        {hasBuyers && <Checkbox {...form.field('isPrimary', t('access.makePrimary'), 'checkbox')} />}
        <Anchor component={Link} to="/console/contacts/new/customer">
          {t('access.notAmongThem')}
        </Anchor>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('access.link')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}

/** That the unit is not sold is said where the customer is chosen: there is no field for it. */
const atCustomer = <E extends UserErrorLike>(error: E): E =>
  error.field?.at(-1) === 'sold' ? { ...error, field: ['contactId'] } : error;
