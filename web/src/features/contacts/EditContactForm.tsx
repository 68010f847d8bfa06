import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { EditContactForm_ContactFragment } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import { required } from '../../platform/required';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { addressOf, AddressFields } from '../../ui/AddressFields';
import { MutationFormView } from '../../ui/MutationFormView';
import { StaleOffer } from '../../ui/StaleOffer';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { ContactFields, NotesField } from './ContactFields';
import { DuplicateOffer } from './DuplicateOffer';
import { FirmField } from './PartnerFirmFields';

const EditContactForm_contact = graphql(`
  fragment EditContactForm_contact on Contact {
    id
    kinds
    firstName
    lastName
    email
    phone
    language
    notes
    version
    address {
      street
      houseNumber
      box
      postalCode
      city
      country
    }
    partnerCompany {
      id
      name
    }
  }
`);

const UpdateContact = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        id
        name
        pendingEmail
        ...EditContactForm_contact
      }
      emailNeedsConfirmation
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface EditContactFormProps {
  contact: FragmentType<typeof EditContactForm_contact>;
  /** Reads the contact anew after somebody else saved it. */
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EditContactForm({ contact, reload, onClose }: EditContactFormProps) {
  const data = useFragmentOf(EditContactForm_contact, contact);
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(UpdateContact, { refetchQueries: ['ContactPage'] });
  const form = useMutationForm({
    id: `contact:${data.id}`,
    initialValues: valuesOf(data),
    check: (values) => required(values, 'firstName', 'lastName'),
    submit: async (values, saved) => {
      const change = changeOf(values, saved);
      const input = { id: data.id, version: data.version, change };
      return (await update({ variables: { input } })).data?.updateContact;
    },
    onDone: ({ emailNeedsConfirmation }, { email }) => {
      toast(emailNeedsConfirmation ? t('contacts.confirmationSent', { email }) : t('common:form.saved'));
      onClose();
    },
  });
  return (
    <MutationFormView of={form}>
      <StaleOffer of={form} saved={valuesOf(data)} reload={reload} />
      <DuplicateOffer errors={form.errors} />
      <ContactFields field={form.field} emailHint={data.email ? t('contacts.emailChangeHint') : undefined} />
      {data.kinds.includes('PARTNER') && <FirmField field={form.field} current={data.partnerCompany} />}
      <AddressFields field={form.field} />
      <NotesField field={form.field} />
      <Group>
        <Button type="submit" loading={form.busy}>
          {t('common:actions.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </MutationFormView>
  );
}

const valuesOf = (contact: EditContactForm_ContactFragment) => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  language: contact.language,
  notes: contact.notes ?? '',
  address: addressOf(contact.address),
  partnerCompanyId: contact.partnerCompany?.id ?? '',
});
