import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { useSession } from '../../platform/session';
import classes from './ConsoleBrand.module.css';

/** The company's logo or name; for an owner the way to the settings. */
export function ConsoleBrand() {
  const { t } = useTranslation('console');
  const { company, hasRole } = useSession();
  const mark = company.logo ? (
    <img className={classes.logo} src={company.logo.url} alt={company.name} />
  ) : (
    <strong className={classes.name}>{company.name}</strong>
  );
  if (!hasRole('OWNER')) return <span className={classes.brand}>{mark}</span>;
  return (
    <Link
      to="/console/settings"
      className={classes.brand}
      aria-label={t('nav.settingsOf', { company: company.name })}
      title={t('nav.settings')}
    >
      {mark}
    </Link>
  );
}
