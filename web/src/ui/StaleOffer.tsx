import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../platform/i18n';
import classes from './StaleOffer.module.css';
import type { MutationForm } from './useMutationForm';

export interface StaleOfferProps<V extends Record<string, unknown>> {
  of: MutationForm<V>;
  /** What is saved now, in the shape of the form; read again after `reload`. */
  saved: V;
  reload: () => Promise<unknown>;
}

/**
 * After somebody else saved first: loads what is saved now, keeps what was typed, and shows where the two
 * differ, so that nobody overwrites a colleague unknowingly.
 */
export function StaleOffer<V extends Record<string, unknown>>({ of, saved, reload }: StaleOfferProps<V>) {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState(false);
  const [busy, setBusy] = useState(false);
  const stale = of.errors.some(({ error }) => error.code === 'STALE_VERSION');
  if (!stale && !loaded) return null;
  const load = async () => {
    setBusy(true);
    await reload().finally(() => setBusy(false));
    of.clearErrors();
    setLoaded(true);
  };
  if (stale) {
    return (
      <div>
        <Button variant="light" loading={busy} onClick={() => void load()}>
          {t('stale.reload')}
        </Button>
      </div>
    );
  }
  const typed = of.form.getValues();
  const differences = [...of.labels].filter(([path]) => valueAt(saved, path) !== valueAt(typed, path));
  return (
    <div className={classes.offer} role="status">
      <p>{differences.length ? t('stale.compare') : t('stale.same')}</p>
      {differences.length > 0 && (
        <dl>
          {differences.map(([path, label]) => (
            <div key={path}>
              <dt>{label}</dt>
              <dd>{valueAt(saved, path) || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function valueAt(values: unknown, path: string): string {
  const value = path.split('.').reduce((at, step) => (at as Record<string, unknown> | null)?.[step], values);
  return value === null || value === undefined ? '' : String(value as string | number | boolean);
}
