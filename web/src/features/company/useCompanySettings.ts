import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import type { CompanyChange } from '../../gql/graphql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { CompanySettings_settings, UpdateCompany } from './companySettings.graphql';

export interface SettingsProps {
  settings: FragmentType<typeof CompanySettings_settings>;
  /** Reads the settings anew after somebody else saved them. */
  reload: () => Promise<unknown>;
}

/** The settings as they are saved, and the way to change them: each change names the version it began with. */
export function useCompanySettings(from: SettingsProps['settings']) {
  const settings = useFragmentOf(CompanySettings_settings, from);
  const [update] = useMutation(UpdateCompany);
  const save = async (change: CompanyChange) => {
    const input = { version: settings.version, change };
    return (await update({ variables: { input } })).data?.updateCompany;
  };
  return { settings, save };
}
