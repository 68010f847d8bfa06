import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Radio, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { inputOf, orNull } from '../../platform/change';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { personChoice, SearchSelectField } from '../../ui/SearchSelect';
import { type MutationForm, useMutationForm } from '../../ui/useMutationForm';

const LeadsToAdd = graphql(`
  query LeadsToAdd($search: String) {
    contacts(kind: LEAD, search: $search, first: 25) {
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

const AddLeadToUnit = graphql(`
  mutation AddLeadToUnit($input: AddLeadToUnitInput!) {
    addLeadToUnit(input: $input) {
      unit {
        id
        ...LeadPanel_unit
        ...MarkSoldDialog_unit
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const CreateLeadForUnit = graphql(`
  mutation CreateLeadForUnit($input: CreateLeadInput!) {
    createLead(input: $input) {
      contact {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const nobody = { firstName: '', lastName: '', email: '', phone: '' };

/** Somebody who is known already, or a new lead on the way. */
export function AddLeadDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useTranslation(['console', 'common']);
  const { hasRole } = useSession();
  const [create] = useMutation(CreateLeadForUnit, { refetchQueries: ['ContactCounts', 'Contacts'] });
  const [add] = useMutation(AddLeadToUnit);
  // A lead that was created stays created, should putting her on the unit fail.
  const [createdId, setCreatedId] = useState<string | null>(null);
  const form = useMutationForm({
    id: `add-lead:${unitId}`,
    initialValues: { who: 'known', contactId: '', ...nobody, source: '', nextStep: '', note: '' },
    check: (values) =>
      values.who === 'new' ? required(values, 'firstName', 'lastName') : required(values, 'contactId'),
    submit: async ({ who, contactId, source, nextStep, note, ...person }) => {
      let id = who === 'new' ? createdId : contactId;
      if (!id) {
        const { firstName, lastName } = person;
        const input = { ...inputOf(person), firstName, lastName };
        const created = (await create({ variables: { input } })).data?.createLead;
        if (!created?.contact) return created;
        id = created.contact.id;
        setCreatedId(id);
      }
      const input = {
        unitId,
        contactId: id,
        source: orNull(source),
        nextStep: orNull(nextStep),
        note: orNull(note),
      };
      return (await add({ variables: { input } })).data?.addLeadToUnit;
    },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t('leads.addTitle')}>
      <MutationFormView of={form} guard={false}>
        {hasRole('OWNER') && (
          <Radio.Group {...form.field('who', t('leads.who'))} size="md">
            <Group pt="xs">
              <Radio value="known" label={t('leads.known')} />
              <Radio value="new" label={t('leads.new')} />
            </Group>
          </Radio.Group>
        )}
        {form.form.values.who === 'new' ? (
          <NewPerson field={form.field} />
        ) : (
          <KnownPerson field={form.field} />
        )}
        <TextInput {...form.field('source', t('leads.source'))} placeholder={t('leads.sourceExample')} />
        <TextInput {...form.field('nextStep', t('leads.nextStep'))} />
        <Textarea {...form.field('note', t('leads.note'))} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('leads.add')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}

type Field = MutationForm<Record<string, unknown>>['field'];

function NewPerson({ field }: { field: Field }) {
  const { t } = useTranslation('console');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
      <TextInput {...field('firstName', t('contacts.firstName'))} withAsterisk autoComplete="off" />
      <TextInput {...field('lastName', t('contacts.lastName'))} withAsterisk autoComplete="off" />
      <TextInput {...field('email', t('contacts.email'))} type="email" autoComplete="off" />
      <TextInput {...field('phone', t('contacts.phone'))} type="tel" autoComplete="off" />
    </SimpleGrid>
  );
}

function KnownPerson({ field }: { field: Field }) {
  const { t } = useTranslation('console');
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(LeadsToAdd, { variables: { search: search || null } });
  const people = nodesOf((data ?? previousData)?.contacts);
  return (
    <SearchSelectField
      field={field('contactId', t('leads.person'))}
      choices={people.map(personChoice)}
      onSearch={setSearch}
      withAsterisk
    />
  );
}
