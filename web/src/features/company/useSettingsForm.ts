import { useEffect, useRef } from 'react';
import { useTranslation } from '../../platform/i18n';
import type { CompanyChange } from '../../gql/graphql';
import type { UserErrorLike } from '../../platform/errors';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { type SettingsProps, useCompanySettings } from './useCompanySettings';

type Settings = ReturnType<typeof useCompanySettings>['settings'];

interface Options<V extends Record<string, unknown>> {
  id: string;
  /** This part of the settings in the shape of its form. */
  valuesOf: (settings: Settings) => V;
  changeOf: (values: V, initial: V) => CompanyChange;
  check?: (values: V) => UserErrorLike[];
  wording?: (error: UserErrorLike) => string | null;
}

/**
 * One part of the settings. All parts share a version, and an open page hears of a colleague's change at once:
 * so a part is stale when its own fields changed under what is being typed, and follows silently when nothing is.
 */
export function useSettingsForm<V extends Record<string, unknown>>(from: SettingsProps, options: Options<V>) {
  const { id, valuesOf, changeOf, check, wording } = options;
  const { t } = useTranslation('common');
  const { settings, save } = useCompanySettings(from.settings);
  const saved = valuesOf(settings);
  const now = JSON.stringify(saved);
  // What the typing began with; null once the latest was looked at.
  const begunWith = useRef<string | null>(now);
  const form = useMutationForm({
    id,
    initialValues: saved,
    check,
    submit: async (values, initial) => {
      if (begunWith.current !== null && begunWith.current !== now) return stale;
      return save(changeOf(values, initial));
    },
    wording,
    onDone: () => toast(t('form.saved')),
  });
  const { form: fields, dirty } = form;
  const latest = useRef({ fields, saved });
  latest.current = { fields, saved };
  useEffect(() => {
    if (dirty) return;
    begunWith.current = now;
    latest.current.fields.setInitialValues(latest.current.saved);
    latest.current.fields.setValues(latest.current.saved);
  }, [now, dirty]);
  const reload = async () => {
    await from.reload();
    begunWith.current = null;
  };
  return { settings, saved, form, reload };
}

const stale = { errors: [{ code: 'STALE_VERSION' as const }] };
