import { IconFolder, IconHome, IconInfoCircle, IconUser } from '../../ui/icons';
import { lazy, type ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link, useMatch } from '../../platform/router';
import { homePath, useCurrentHome } from '../../features/home/currentHome';
import { useSession } from '../../platform/session';
import { TopShell } from '../../ui/TopShell';
import { AccountPanel } from './AccountPanel';
import classes from './PortalFrame.module.css';

/** Only those who look through another person's eyes download it. The frame waits for it, so that nothing jumps. */
const ImpersonationBar = lazy(async () => {
  const { ImpersonationBar: Bar } = await import('../../features/impersonation/ImpersonationBar');
  return { default: Bar };
});

/** Around every page of customers and partners: the company's sign, the way around, the person. */
export function PortalFrame({ children }: { children: ReactNode }) {
  const { readOnly } = useSession();
  const items = useItems();
  return (
    <TopShell
      brand={<Sign />}
      items={items}
      tools={<AccountPanel />}
      notices={readOnly && <ImpersonationBar />}
    >
      {children}
    </TopShell>
  );
}

function Sign() {
  const { company } = useSession();
  return (
    <Link to="/portal" className={classes.sign}>
      {company.logo ? (
        <img className={classes.logo} src={company.logo.url} alt={company.name} />
      ) : (
        company.name
      )}
    </Link>
  );
}

/** Only what there is: pages that come later bring their own entry. */
function useItems() {
  const { t } = useTranslation('portal');
  const { hasRole, isPortal } = useSession();
  const current = useCurrentHome();
  const opened = useMatch('/portal/homes/:homeId/*')?.homeId;
  const home = current && homePath(opened ?? current.id);
  return [
    ...(home
      ? [
          { to: home, label: t('nav.home'), icon: <IconHome size={22} />, end: true },
          { to: `${home}/information`, label: t('nav.information'), icon: <IconInfoCircle size={22} /> },
        ]
      : []),
    ...(hasRole('PARTNER')
      ? [{ to: '/portal/projects', label: t('nav.projects'), icon: <IconFolder size={22} /> }]
      : []),
    ...(isPortal ? [{ to: '/portal/profile', label: t('nav.profile'), icon: <IconUser size={22} /> }] : []),
  ];
}
