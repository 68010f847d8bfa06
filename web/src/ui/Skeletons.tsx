import { useTranslation } from '../platform/i18n';
import { Hidden } from './Hidden';
import classes from './Skeletons.module.css';

function Loading() {
  const { t } = useTranslation();
  return <Hidden role="status">{t('frame.loading')}</Hidden>;
}

function Bone({ height, width, large = false }: { height: number; width?: string; large?: boolean }) {
  return (
    <div className={large ? `${classes.bone} ${classes.large}` : classes.bone} style={{ height, width }} />
  );
}

/** Lines of text that are on their way. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={classes.lines} aria-busy>
      <Loading />
      {Array.from({ length: lines }, (_, line) => (
        <Bone key={line} height={14} width={line === lines - 1 ? '60%' : '100%'} />
      ))}
    </div>
  );
}

/** A page that is on its way: heading, lead, and a body of roughly the right size. */
export function PageSkeleton() {
  return (
    <div className={classes.page} aria-busy>
      <Loading />
      <div className={classes.lines}>
        <Bone height={36} width="min(22rem, 70%)" />
        <Bone height={16} width="min(32rem, 90%)" />
      </div>
      <Bone height={240} large />
    </div>
  );
}

export function CardSkeletons({ count = 3, height = 180 }: { count?: number; height?: number }) {
  return (
    <div className={classes.cards} aria-busy>
      <Loading />
      {Array.from({ length: count }, (_, card) => (
        <Bone key={card} height={height} large />
      ))}
    </div>
  );
}
