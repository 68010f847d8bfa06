import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { Language } from '../../gql/graphql';
import { languageNames, languages, useTranslation } from '../../platform/i18n';
import type { MutationForm } from '../../ui/useMutationForm';
import classes from './contacts.module.css';

export interface PersonValues extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  language: Language;
  notes: string;
}

export const noPerson = (language: Language): PersonValues => ({
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  language,
  notes: '',
});

export interface ContactFieldsProps {
  field: MutationForm<PersonValues>['field'];
  /** Why the address is asked, or when it may stay empty. */
  emailHint?: string;
  emailNeeded?: boolean;
}

/** What is known of anybody: name, ways to reach her, her language. */
export function ContactFields({ field, emailHint, emailNeeded }: ContactFieldsProps) {
  const { t } = useTranslation(['console', 'common']);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <TextInput {...field('firstName', t('contacts.firstName'))} withAsterisk autoComplete="off" />
        <TextInput {...field('lastName', t('contacts.lastName'))} withAsterisk autoComplete="off" />
      </SimpleGrid>
      <TextInput
        {...field('email', t('contacts.email'))}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        description={emailHint}
        withAsterisk={emailNeeded}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" className={classes.bottom}>
        <TextInput {...field('phone', t('contacts.phone'))} type="tel" autoComplete="off" />
        <NativeSelect
          {...field('language', t('common:language.label'))}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </SimpleGrid>
    </>
  );
}

/** For the team only; the person never sees it. */
export function NotesField({ field }: Pick<ContactFieldsProps, 'field'>) {
  const { t } = useTranslation('console');
  return <Textarea {...field('notes', t('contacts.notes'))} description={t('contacts.notesHint')} />;
}
