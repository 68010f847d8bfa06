import { TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import classes from './company.module.css';

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

interface ColourFieldProps {
  /** Of `form.field(…)`. */
  field: Record<string, unknown> & { label: string };
  value: string;
  onPick: (colour: string) => void;
  description: string;
}

/** A colour as its number, and the browser's own palette beside it. */
export function ColourField({ field, value, onPick, description }: ColourFieldProps) {
  const { t } = useTranslation('settings');
  return (
    <TextInput
      {...field}
      description={description}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      maxLength={7}
      leftSectionWidth={52}
      leftSection={
        <input
          type="color"
          className={classes.swatch}
          aria-label={t('pick', { label: field.label })}
          value={isColour(value) ? value.toLowerCase() : '#000000'}
          onChange={({ currentTarget }) => onPick(currentTarget.value)}
        />
      }
    />
  );
}
