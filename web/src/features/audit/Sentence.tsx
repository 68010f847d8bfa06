import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import classes from './audit.module.css';
import { Filled } from './Filled';

const pages: Partial<Record<string, string>> = {
  Contact: '/console/contacts/',
  TeamMember: '/console/team/',
  Project: '/console/projects/',
  Unit: '/console/units/',
  UnitBuyer: '/console/open/',
};

/** What an action was done to, as a link where it is still there. */
export function ObjectName({
  type,
  id,
  name,
}: {
  type: string | null;
  id: string | null;
  name: string | null;
}) {
  const { t, i18n } = useTranslation('audit');
  if (!name) return <>{t(i18n.exists(`audit:gone.${type}`) ? `gone.${type as 'Unit'}` : 'gone.other')}</>;
  const page = type && id && pages[type];
  if (!page) return <strong>{name}</strong>;
  return (
    <Link className={classes.object} to={`${page}${id}`}>
      {name}
    </Link>
  );
}

interface SentenceProps {
  /** An action of the log, for example `access.granted`. */
  action: string;
  actor: ReactNode;
  object: ReactNode;
}

/** An action as a sentence; one that this client does not know yet is named as the server names it. */
export function Sentence({ action, actor, object }: SentenceProps) {
  const { t, i18n } = useTranslation('audit');
  const key = i18n.exists(`audit:sentences.${action}`) ? `sentences.${action}` : 'unknown';
  return (
    <Filled text={t(key as 'unknown', { action })} parts={{ actor: <strong>{actor}</strong>, object }} />
  );
}
