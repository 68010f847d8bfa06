import { IconArrowsExchange, IconLogout, IconUser } from '../../ui/icons';
import { lazy } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { useAreaSwitch } from '../../features/session/useAreaSwitch';
import { useSession, useViewer } from '../../platform/session';
import { useSignOut } from '../../platform/useSignOut';
import { DropPanel } from '../../ui/DropPanel';
import { Face } from '../../ui/Face';
import classes from './PortalFrame.module.css';

const StopImpersonation = lazy(async () => {
  const { StopImpersonation: Stop } = await import('../../features/impersonation/StopImpersonation');
  return { default: Stop };
});

/** Behind the person's picture: her profile, the way to the console, and the way out. */
export function AccountPanel() {
  const { t } = useTranslation(['portal', 'common']);
  const { readOnly, isPortal } = useSession();
  const viewer = useViewer();
  const signOut = useSignOut();
  const area = useAreaSwitch('portal');
  return (
    <DropPanel
      label={`${t('common:nav.account')}: ${viewer.name}`}
      className={classes.account}
      button={<Face url={viewer.picture?.url} name={viewer.name} />}
    >
      <div className={classes.person}>
        <strong>{viewer.name}</strong>
        {viewer.email && <span className={classes.email}>{viewer.email}</span>}
      </div>
      <ul className={classes.choices}>
        {isPortal && (
          <li>
            <Link to="/portal/profile" className={classes.choice}>
              <IconUser size={20} />
              {t('nav.profile')}
            </Link>
          </li>
        )}
        {area && (
          <li>
            <Link to={area.to} onClick={area.onClick} className={classes.choice}>
              <IconArrowsExchange size={20} />
              {area.label}
            </Link>
          </li>
        )}
        <li>
          {readOnly ? (
            <StopImpersonation className={classes.choice} />
          ) : (
            <button type="button" className={classes.choice} onClick={() => void signOut()}>
              <IconLogout size={20} />
              {t('common:actions.signOut')}
            </button>
          )}
        </li>
      </ul>
    </DropPanel>
  );
}
