import { NativeSelect } from '@mantine/core';
import { IconWorld } from './icons';
import { languageNames, languages, useTranslation } from '../platform/i18n';

type Language = (typeof languages)[number];

export interface LanguageSelectProps {
  value: Language;
  onChange: (language: Language) => void;
  /** Shows the label above; else it is only for screen readers. */
  withLabel?: boolean;
  /** Without its sign, where there is little room. */
  compact?: boolean;
  disabled?: boolean;
}

export function LanguageSelect({ value, onChange, withLabel, compact, disabled }: LanguageSelectProps) {
  const { t } = useTranslation();
  const label = t('language.label');
  return (
    <NativeSelect
      label={withLabel ? label : undefined}
      aria-label={withLabel ? undefined : label}
      leftSection={compact ? undefined : <IconWorld size={18} />}
      value={value}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Language)}
      data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
    />
  );
}
