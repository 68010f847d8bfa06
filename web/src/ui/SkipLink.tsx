import { useTranslation } from '../platform/i18n';
import classes from './Shell.module.css';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className={classes.skip} href="#main">
      {t('nav.skip')}
    </a>
  );
}
