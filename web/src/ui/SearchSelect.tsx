import { Select, type SelectProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../platform/i18n';
import type { FieldProps } from './useMutationForm';

const PAUSE_MS = 200;

export interface Choice {
  value: string;
  label: string;
}

export interface SearchSelectProps extends Omit<
  SelectProps,
  'data' | 'value' | 'onChange' | 'onSearchChange'
> {
  value: string | null;
  onChange: (value: string | null) => void;
  /** What fits the search, as the server found it. */
  choices: Choice[];
  /** What is chosen when the page opens. */
  current?: Choice;
  /** Called shortly after typing pauses. */
  onSearch: (text: string) => void;
}

/** Chooses one of many by typing a part of its name; the server does the finding. */
export function SearchSelect({ value, onChange, choices, current, onSearch, ...props }: SearchSelectProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Choice | null>(current ?? null);
  const [text, setText] = useState(current?.label ?? '');
  const report = useRef(onSearch);
  report.current = onSearch;
  useEffect(() => {
    const timer = setTimeout(() => report.current(text === chosen?.label ? '' : text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, chosen]);

  // What was chosen stays an option while a search for something else runs.
  const missing = chosen && chosen.value === value && !choices.some((choice) => choice.value === value);
  return (
    <Select
      searchable
      clearable
      nothingFoundMessage={t('list.nothingTitle')}
      {...props}
      data={missing ? [chosen, ...choices] : choices}
      value={value || null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(next, option) => {
        setChosen(next ? { value: option.value, label: option.label } : null);
        onChange(next);
      }}
      filter={({ options }) => options}
    />
  );
}

interface SearchFieldProps extends Omit<SearchSelectProps, 'value' | 'onChange'> {
  /** Of a form, with the chosen value as text; nothing chosen is the empty text. */
  field: FieldProps;
}

/** The same as a field of a form: `<SearchSelectField field={form.field('unitId', t('…'))} … />`. */
export function SearchSelectField({ field: { value, onChange, ...input }, ...props }: SearchFieldProps) {
  return (
    <SearchSelect
      {...input}
      {...props}
      value={value as string}
      onChange={(chosen) => (onChange as (value: string) => void)(chosen ?? '')}
    />
  );
}

interface Person {
  id: string;
  name: string;
  email: string | null;
}

/** Two of the same name are told apart by their address. */
export const personChoice = ({ id, name, email }: Person): Choice => ({
  value: id,
  label: [name, email].filter(Boolean).join(' · '),
});
