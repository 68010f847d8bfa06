import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { MutationFormView } from '../../ui/MutationFormView';
import { StaleOffer } from '../../ui/StaleOffer';
import type { MutationForm } from '../../ui/useMutationForm';

interface SettingsFormProps<V extends Record<string, unknown>> {
  of: MutationForm<V>;
  /** What is saved now, in the shape of the form. */
  saved: V;
  reload: () => Promise<unknown>;
  children: ReactNode;
}

/** One part of the settings: saved by itself, and never over a colleague's change unknowingly. */
export function SettingsForm<V extends Record<string, unknown>>(props: SettingsFormProps<V>) {
  const { of: form, saved, reload, children } = props;
  const { t } = useTranslation('common');
  return (
    <MutationFormView of={form}>
      <StaleOffer of={form} saved={saved} reload={reload} />
      {children}
      <div>
        <Button type="submit" loading={form.busy} disabled={!form.dirty}>
          {t('actions.save')}
        </Button>
      </div>
    </MutationFormView>
  );
}
