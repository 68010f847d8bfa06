import { useTranslation } from '../../platform/i18n';
import type { SessionViewer } from '../../platform/session';

export type NamedHome = Pick<SessionViewer['homes'][number], 'number' | 'type'> & {
  project: { name: string; kind: 'SINGLE' | 'MULTI' };
};

/** What her home is called: "Apartment A1.02"; the only home of a project has the project's name. */
export function useHomeName(): (home: NamedHome) => string {
  const { t } = useTranslation('portal');
  return ({ number, type, project }) =>
    project.kind === 'SINGLE' ? project.name : t(`home.name.${type}`, { number });
}
