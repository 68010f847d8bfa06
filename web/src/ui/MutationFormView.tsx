import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '../platform/i18n';
import { LeaveGuard } from './LeaveGuard';
import classes from './MutationFormView.module.css';
import { fieldId, type FormError, type MutationForm } from './useMutationForm';

export interface MutationFormViewProps<V extends Record<string, unknown>> {
  of: MutationForm<V>;
  children: ReactNode;
  /** Shows the values and takes none. */
  readOnly?: boolean;
  /** Asks once before leaving with changes; off for sign-in and the like. */
  guard?: boolean;
}

/** The `form` element of `useMutationForm`: summary of refusals on top, then the fields. */
export function MutationFormView<V extends Record<string, unknown>>(props: MutationFormViewProps<V>) {
  const { of: form, children, readOnly = false, guard = true } = props;
  const { t } = useTranslation();
  return (
    <form
      className={classes.form}
      noValidate
      aria-busy={form.busy}
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog stands inside another one in React's tree.
        event.stopPropagation();
        if (!form.busy) void form.submit();
      }}
    >
      {form.restored && <p className={classes.restored}>{t('form.restored')}</p>}
      <ErrorSummary formId={form.id} errors={form.errors} labels={form.labels} />
      <fieldset className={classes.fields} disabled={readOnly}>
        {children}
      </fieldset>
      {guard && <LeaveGuard when={form.dirty && !form.busy} />}
    </form>
  );
}

interface ErrorSummaryProps {
  formId: string;
  errors: FormError[];
  labels: Map<string, string>;
}

function ErrorSummary({ formId, errors, labels }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length) box.current?.focus();
  }, [errors]);
  if (!errors.length) return null;
  return (
    <div ref={box} className={classes.summary} tabIndex={-1} role="alert">
      {errors.length === 1 && !errors[0]?.field ? (
        <p>{errors[0]?.text}</p>
      ) : (
        <>
          <p className={classes.title}>{t('form.summary', { count: errors.length })}</p>
          <ul>
            {errors.map(({ field, text }) => (
              <li key={`${field}${text}`}>
                {field ? (
                  <FieldLink id={fieldId(formId, field)} label={labels.get(field)} text={text} />
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function FieldLink({ id, label, text }: { id: string; label?: string; text: string }) {
  const go = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <a href={`#${id}`} onClick={go}>
      {label ? `${label}: ${text}` : text}
    </a>
  );
}
