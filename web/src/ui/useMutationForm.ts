import { useForm, type UseFormReturnType } from '@mantine/form';
import { useCallback, useEffect, useRef, useState } from 'react';
import { errorText } from '../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../platform/errors';
import { onSignal } from '../platform/signals';
import { forgetDraft, keepDraft, takeDraft } from './formDrafts';

export interface FormError {
  /** Path of the field in the form's values, or null when it concerns the whole. */
  field: string | null;
  text: string;
  error: UserErrorLike;
}

export interface MutationFormOptions<V extends Record<string, unknown>, P extends Payload> {
  /** Names the form for what is kept when the session ends while someone types, e.g. `contact:42`. */
  id: string;
  initialValues: V;
  /** Runs the mutation and returns its payload; `saved` is what the form began with, for `changeOf`. */
  submit: (values: V, saved: V) => Promise<P | null | undefined>;
  onDone?: (payload: P, values: V) => void;
  /** Refusals that need no server; same shape as its own. */
  check?: (values: V) => UserErrorLike[];
  /** Better words than the general ones for a refusal of this form, or null. */
  wording?: (error: UserErrorLike) => string | null;
  /** Fields never kept in the browser. */
  secret?: (keyof V & string)[];
}

interface Payload {
  errors: readonly UserErrorLike[];
}

export interface MutationForm<V extends Record<string, unknown>> {
  id: string;
  form: UseFormReturnType<V>;
  busy: boolean;
  errors: FormError[];
  /** Label of each field, for the summary. */
  labels: Map<string, string>;
  dirty: boolean;
  restored: boolean;
  submit: () => Promise<void>;
  reset: () => void;
  /** Forgets the refusals shown; what was typed stays. */
  clearErrors: () => void;
  /** Label, value, handler and error for an input: `<TextInput {...form.field('email', t('…'))} />`. */
  field: (path: string, label: string, type?: 'input' | 'checkbox') => FieldProps;
}

// Mantine's inputs differ in their value types; the path decides.
// eslint-disable-next-line typescript/no-explicit-any
export type FieldProps = Record<string, any> & { label: string; id: string };

/**
 * One mutation behind one form: keeps what was typed whatever happens, puts every refusal at its field and
 * into a summary, and asks before changes are lost (see `MutationFormView`).
 */
export function useMutationForm<V extends Record<string, unknown>, P extends Payload>(
  options: MutationFormOptions<V, P>,
): MutationForm<V> {
  const { id, initialValues, secret = [] } = options;
  const form = useForm<V>({ initialValues });
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [restored, setRestored] = useState(false);
  const labels = useRef(new Map<string, string>()).current;
  const latest = useRef({ options, form });
  latest.current = { options, form };

  useEffect(() => {
    const draft = takeDraft<V>(id);
    if (!draft) return;
    latest.current.form.setValues(draft);
    setRestored(true);
  }, [id]);

  const secretNames = secret.join(' ');
  useEffect(
    () =>
      onSignal('sessionExpired', () => {
        const now = latest.current.form;
        if (now.isDirty()) keepDraft(id, now.getValues(), secretNames.split(' '));
      }),
    [id, secretNames],
  );

  const show = useCallback((refused: readonly UserErrorLike[]) => {
    const { options: now, form: values } = latest.current;
    const placed = refused.map((error) => ({
      field: fieldOf(error, values.getValues()),
      text: now.wording?.(error) ?? errorText(error),
      error,
    }));
    values.setErrors(Object.fromEntries(placed.flatMap(({ field, text }) => (field ? [[field, text]] : []))));
    setErrors(placed);
  }, []);

  const submit = useCallback(async () => {
    const { options: now, form: values } = latest.current;
    const typed = values.getValues();
    const refused = now.check?.(typed) ?? [];
    show(refused);
    if (refused.length) return;
    setBusy(true);
    try {
      const payload = await now.submit(typed, values.getInitialValues());
      const answer = payload ?? { errors: [{ code: 'FORBIDDEN' as const }] };
      show(answer.errors);
      if (!payload || payload.errors.length) return;
      forgetDraft(id);
      values.setInitialValues(typed);
      values.resetDirty(typed);
      now.onDone?.(payload, typed);
    } catch (thrown) {
      show(toUserErrors(thrown));
    } finally {
      setBusy(false);
    }
  }, [id, show]);

  const field = (path: string, label: string, type: 'input' | 'checkbox' = 'input'): FieldProps => {
    labels.set(path, label);
    const props = form.getInputProps(path, { type });
    // Not every input of the kit says by itself that its value was refused.
    return {
      ...props,
      label,
      id: fieldId(id, path),
      name: path,
      'aria-invalid': props.error ? true : undefined,
    };
  };
  const reset = () => {
    // What was saved last became the initial values; back to those of the beginning.
    form.setInitialValues(initialValues);
    form.reset();
    setErrors([]);
    setRestored(false);
  };
  const clearErrors = () => {
    form.clearErrors();
    setErrors([]);
  };
  return {
    id,
    form,
    busy,
    errors,
    labels,
    dirty: form.isDirty(),
    restored,
    submit,
    reset,
    clearErrors,
    field,
  };
}

export const fieldId = (formId: string, path: string): string =>
  `${formId}-${path}`.replaceAll(/[^\w-]/g, '-');

/** The longest tail of the server's path that is a field of this form: `change.address.city`, `address.city`, `city`. */
function fieldOf(error: UserErrorLike, values: Record<string, unknown>): string | null {
  const path = error.field ?? [];
  const tails = path.map((_, start) => path.slice(start));
  return tails.find((tail) => has(values, tail))?.join('.') ?? null;
}

function has(values: unknown, path: readonly string[]): boolean {
  let at: unknown = values;
  for (const step of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return path.length > 0;
}
