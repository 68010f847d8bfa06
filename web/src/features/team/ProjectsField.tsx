import { MultiSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import type { Choice } from '../../ui/SearchSelect';
import type { MutationForm } from '../../ui/useMutationForm';
import { useProjectChoices } from './useProjectChoices';

const PAUSE_MS = 200;

interface ProjectsFieldProps {
  field: MutationForm<Record<string, unknown>>['field'];
}

/** Any of the projects, found by typing a part of their name. */
export function ProjectsField({ field }: ProjectsFieldProps) {
  const { t } = useTranslation(['team', 'common']);
  const { choices, search } = useProjectChoices();
  const [text, setText] = useState('');
  const known = useRef(new Map<string, Choice>());
  for (const choice of choices) known.current.set(choice.value, choice);
  useEffect(() => {
    const timer = setTimeout(() => search(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search]);

  const { value, ...input } = field('projectIds', t('projectsLabel'));
  const chosen = (value as string[]).flatMap((id) => known.current.get(id) ?? []);
  const others = choices.filter((choice) => !(value as string[]).includes(choice.value));
  return (
    <MultiSelect
      {...input}
      value={value as string[]}
      description={t('projectsHint')}
      data={[...chosen, ...others]}
      filter={({ options }) => options}
      searchable
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={t('common:list.nothingTitle')}
    />
  );
}
