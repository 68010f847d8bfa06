import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';
import { Heading } from './Heading';
import { PlainButton } from './PlainButton';
import classes from './ErrorPage.module.css';

export interface MessagePageProps {
  title: string;
  text: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** Whether it stands alone, without a frame that has a `main`. */
  bare?: boolean;
}

/** A page that says one thing and what to do about it. */
export function MessagePage({ title, text, actions, children, bare = false }: MessagePageProps) {
  const Part = bare ? 'main' : 'div';
  return (
    <Part className={classes.page}>
      <Heading order={1}>{title}</Heading>
      <p className={classes.text}>{text}</p>
      {children}
      {actions && <div className={classes.actions}>{actions}</div>}
    </Part>
  );
}

export interface ErrorPageProps {
  /** What the server calls this failure; people may quote it. */
  reference?: string | null;
  offline?: boolean;
  onRetry?: () => void;
  bare?: boolean;
}

export function ErrorPage({ reference, offline = false, onRetry, bare }: ErrorPageProps) {
  const { t } = useTranslation();
  const text = reference ? t('failure.text') : t('failure.plain');
  return (
    <MessagePage
      bare={bare}
      title={offline ? t('failure.offlineTitle') : t('failure.title')}
      text={offline ? t('failure.offlineText') : text}
      actions={
        <PlainButton onClick={onRetry ?? (() => window.location.reload())}>{t('actions.retry')}</PlainButton>
      }
    >
      {reference && (
        <p className={classes.reference}>
          {t('failure.reference')}: {reference}
        </p>
      )}
    </MessagePage>
  );
}

/** The same for what is missing, what was never there, and what is someone else's. */
export function NotFound({ bare }: { bare?: boolean }) {
  const { t } = useTranslation();
  const start = <PlainButton href="/">{t('nav.start')}</PlainButton>;
  return <MessagePage bare={bare} title={t('notFound.title')} text={t('notFound.text')} actions={start} />;
}
