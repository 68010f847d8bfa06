import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from '../../platform/router';
import { chooseLanguage, currentLanguage, useTranslation } from '../../platform/i18n';
import { useSession } from '../../platform/session';
import { ColorSchemeToggle } from '../../ui/ColorSchemeToggle';
import { LanguageSelect } from '../../ui/LanguageSelect';
import { usePageTitle } from '../../ui/PageTitle';
import classes from './PublicFrame.module.css';

export interface PublicFrameProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

/** The company's door: its logo, its picture, and one thing to do. */
export function PublicFrame({ title, lead, children }: PublicFrameProps) {
  const { company } = useSession();
  const heading = usePageTitle(title);
  const { pathname } = useLocation();
  // Subscribes to the language as well, so that the choice shows the one in use.
  const { t } = useTranslation('auth');
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <header className={classes.top}>
          {company.logo ? (
            <img className={classes.logo} src={company.logo.url} alt={company.name} />
          ) : (
            <span className={classes.name}>{company.name}</span>
          )}
          <div className={classes.tools}>
            <LanguageSelect
              compact
              value={currentLanguage()}
              onChange={(language) => void chooseLanguage(language)}
            />
            <ColorSchemeToggle />
          </div>
        </header>
        <main className={classes.main} id="main">
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
          {children}
        </main>
        {pathname !== '/privacy' && (
          <footer className={classes.foot}>
            <Link to="/privacy">{t('privacy.title')}</Link>
          </footer>
        )}
      </div>
      <LoginPicture />
    </div>
  );
}

function LoginPicture() {
  const { loginImage } = useSession().company;
  if (!loginImage) return <div className={`${classes.picture} ${classes.colour}`} aria-hidden />;
  const { small, medium, large } = loginImage;
  return (
    <div className={classes.picture}>
      <img
        src={medium}
        srcSet={`${small} 640w, ${medium} 1280w, ${large} 1920w`}
        sizes="(min-width: 48em) 55vw, 100vw"
        alt=""
        fetchPriority="high"
      />
    </div>
  );
}
