import { IconCheck, IconChevronDown } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { useViewer } from '../../platform/session';
import { DropPanel } from '../../ui/DropPanel';
import { homePath } from './currentHome';
import classes from './HomeSwitcher.module.css';
import { useHomeName } from './useHomeName';

/** For those who have bought several homes: the way from one to the other. */
export function HomeSwitcher({ currentId }: { currentId: string }) {
  const { t } = useTranslation('portal');
  const { homes } = useViewer();
  const nameOf = useHomeName();
  return (
    <DropPanel
      label={t('home.switch')}
      className={classes.button}
      button={
        <>
          {t('home.switch')}
          <IconChevronDown size={18} />
        </>
      }
    >
      <ul className={classes.homes}>
        {homes.map((home) => (
          <li key={home.id}>
            <Link
              to={homePath(home.id)}
              className={classes.home}
              aria-current={home.id === currentId ? 'true' : undefined}
            >
              <span className={classes.words}>
                <span className={classes.name}>{nameOf(home)}</span>
                {home.project.kind === 'MULTI' && (
                  <span className={classes.project}>{home.project.name}</span>
                )}
              </span>
              {home.id === currentId && <IconCheck size={20} />}
            </Link>
          </li>
        ))}
      </ul>
    </DropPanel>
  );
}
