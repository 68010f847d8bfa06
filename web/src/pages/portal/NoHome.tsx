import { useTranslation } from '../../platform/i18n';
import { Ways } from '../../features/home/Ways';
import { useSession } from '../../platform/session';
import { Heading } from '../../ui/Heading';
import { usePageTitle } from '../../ui/PageTitle';
import classes from './NoHome.module.css';

/** For whoever has no home to look at (any more): no error, and whom to ask. */
export function NoHome() {
  const { t } = useTranslation('portal');
  const { company } = useSession();
  const heading = usePageTitle(t('noHome.title'));
  return (
    <div className={classes.page}>
      <Heading order={1} ref={heading} tabIndex={-1}>
        {t('noHome.title')}
      </Heading>
      <p className={classes.text}>{t('noHome.text', { company: company.name })}</p>
      <Ways name={company.name} email={company.contactEmail ?? null} phone={company.contactPhone ?? null} />
      <p className={classes.hint}>{t('noHome.hint')}</p>
    </div>
  );
}
