import { type ReactNode, useId } from 'react';
import classes from './Choice.module.css';

export interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: ReactNode }[];
  onChange: (value: V) => void;
  disabled?: boolean;
}

/** One of a few, all of them in sight. */
export function Choice<V extends string>({ label, value, options, onChange, disabled }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className={classes.choice} disabled={disabled}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.options}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
