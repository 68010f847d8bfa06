import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from './icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../platform/i18n';

const PAUSE_MS = 250;

export interface SearchFieldProps {
  value: string;
  onChange: (text: string) => void;
  label?: string;
}

/** Reports after a short pause in typing; `/` anywhere on the page focuses it. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const report = useRef(onChange);
  report.current = onChange;

  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => report.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  const clear = () => {
    setText('');
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      type="text"
      inputMode="search"
      enterKeyHint="search"
      autoComplete="off"
      aria-label={label ?? t('list.search')}
      aria-keyshortcuts="/"
      title={t('list.searchHint')}
      placeholder={label ?? t('list.search')}
      leftSection={<IconSearch size={18} />}
      rightSection={text && <CloseButton size="sm" aria-label={t('list.clearSearch')} onClick={clear} />}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Escape' && setText('')}
    />
  );
}
