import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { useNavigate } from '../../platform/router';
import { graphql } from '../../gql';
import { inputOf } from '../../platform/change';
import type { UserErrorLike } from '../../platform/errors';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { AddressFields, noAddress } from '../../ui/AddressFields';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { type MutationForm, useMutationForm } from '../../ui/useMutationForm';
import { ContactFields, noPerson, NotesField, type PersonValues } from './ContactFields';
import classes from './contacts.module.css';
import { DuplicateOffer } from './DuplicateOffer';
import { firmOf, noFirm, PartnerFirmFields } from './PartnerFirmFields';

const CreateCustomer = graphql(`
  mutation CreateCustomer($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      contact {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const CreatePartner = graphql(`
  mutation CreatePartner($input: CreatePartnerInput!) {
    createPartner(input: $input) {
      contact {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const CreateLead = graphql(`
  mutation CreateLead($input: CreateLeadInput!) {
    createLead(input: $input) {
      contact {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const changed = { refetchQueries: ['Contacts', 'ContactCounts'] };

export function NewCustomerForm() {
  const { t } = useTranslation('console');
  const { company } = useSession();
  const onDone = useOpenContact();
  const [create] = useMutation(CreateCustomer, changed);
  const form = useMutationForm({
    id: 'new-customer',
    initialValues: { ...noPerson(company.defaultLanguage), address: noAddress },
    check: (values) => required(values, 'firstName', 'lastName'),
    submit: async (values) =>
      (await create({ variables: { input: personInput(values) } })).data?.createCustomer,
    onDone,
  });
  return (
    <NewContactView
      form={form}
      emailHint={t('contacts.customerEmailHint')}
      submit={t('contacts.addCustomer')}
    >
      <AddressFields field={form.field} />
    </NewContactView>
  );
}

export function NewPartnerForm() {
  const { t } = useTranslation('console');
  const { company } = useSession();
  const onDone = useOpenContact();
  const [create] = useMutation(CreatePartner, changed);
  const form = useMutationForm({
    id: 'new-partner',
    initialValues: { ...noPerson(company.defaultLanguage), ...noFirm },
    check: (values) => [
      ...required(values, 'firstName', 'lastName', 'email'),
      ...(values.firm === 'existing' ? required(values, 'partnerCompanyId') : []),
      ...(values.firm === 'new' && !values.newPartnerCompany.name.trim() ? [firmNameMissing] : []),
    ],
    submit: async ({ firm, partnerCompanyId, newPartnerCompany, ...person }) => {
      const input = {
        ...personInput(person),
        email: person.email,
        ...firmOf({ firm, partnerCompanyId, newPartnerCompany }),
      };
      return (await create({ variables: { input } })).data?.createPartner;
    },
    onDone,
  });
  return (
    <NewContactView
      form={form}
      emailHint={t('contacts.partnerEmailHint')}
      emailNeeded
      submit={t('contacts.addPartner')}
    >
      <PartnerFirmFields field={form.field} firm={form.form.values.firm} />
    </NewContactView>
  );
}

export function NewLeadForm() {
  const { t } = useTranslation('console');
  const { company } = useSession();
  const onDone = useOpenContact();
  const [create] = useMutation(CreateLead, changed);
  const form = useMutationForm({
    id: 'new-lead',
    initialValues: noPerson(company.defaultLanguage),
    check: (values) => required(values, 'firstName', 'lastName'),
    submit: async (values) => (await create({ variables: { input: personInput(values) } })).data?.createLead,
    onDone,
  });
  return <NewContactView form={form} submit={t('contacts.addLead')} />;
}

const firmNameMissing = {
  code: 'VALIDATION_FAILED' as const,
  reason: 'required',
  field: ['newPartnerCompany', 'name'],
};

/** Names and language as typed, everything else null where it is empty. */
const personInput = <V extends PersonValues>(values: V) => ({
  ...inputOf(values),
  firstName: values.firstName,
  lastName: values.lastName,
  language: values.language,
});

interface Created {
  contact?: { id: string; name: string } | null;
  errors: readonly UserErrorLike[];
}

function useOpenContact() {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  return ({ contact }: Created) => {
    if (!contact) return;
    toast(t('contacts.created', { name: contact.name }));
    navigate(`/console/contacts/${contact.id}`, { state: { force: true }, replace: true });
  };
}

interface NewContactViewProps<V extends PersonValues> {
  form: MutationForm<V>;
  emailHint?: string;
  emailNeeded?: boolean;
  submit: string;
  children?: ReactNode;
}

function NewContactView<V extends PersonValues>(props: NewContactViewProps<V>) {
  const { form, emailHint, emailNeeded, submit, children } = props;
  return (
    <div className={classes.form}>
      <MutationFormView of={form}>
        <DuplicateOffer errors={form.errors} />
        <ContactFields field={form.field} emailHint={emailHint} emailNeeded={emailNeeded} />
        {children}
        <NotesField field={form.field} />
        <Button type="submit" loading={form.busy} w="fit-content">
          {submit}
        </Button>
      </MutationFormView>
    </div>
  );
}
