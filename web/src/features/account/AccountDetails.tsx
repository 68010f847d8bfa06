import type { FragmentType } from '@apollo/client/masking';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { changeOf } from '../../platform/change';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { AddressFields, addressOf } from '../../ui/AddressFields';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { useUpdateProfile } from './useUpdateProfile';

const AccountDetails_viewer = graphql(`
  fragment AccountDetails_viewer on Viewer {
    id
    name
    contact {
      id
      phone
      address {
        street
        houseNumber
        box
        postalCode
        city
        country
      }
    }
  }
`);

/** How the company reaches her. The name is the company's to change. */
export function AccountDetails({ viewer }: { viewer: FragmentType<typeof AccountDetails_viewer> }) {
  const { t } = useTranslation(['account', 'common']);
  const { company, readOnly } = useSession();
  const { name, contact } = useFragmentOf(AccountDetails_viewer, viewer);
  const update = useUpdateProfile();
  const initial = { phone: contact?.phone ?? '', address: addressOf(contact?.address ?? null) };
  const form = useMutationForm({
    id: 'account-details',
    initialValues: initial,
    submit: (values) => update(changeOf(values, initial)),
    onDone: () => toast(t('common:form.saved')),
  });
  return (
    <MutationFormView of={form} readOnly={readOnly}>
      <TextInput
        label={t('name')}
        value={name}
        readOnly
        description={t('nameHint', { company: company.name })}
      />
      <TextInput {...form.field('phone', t('phone'))} type="tel" autoComplete="tel" />
      <AddressFields field={form.field} />
      <div>
        <Button type="submit" loading={form.busy}>
          {t('common:actions.save')}
        </Button>
      </div>
    </MutationFormView>
  );
}
