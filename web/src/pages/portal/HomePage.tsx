import { useQuery } from '@apollo/client/react';
import { IconListCheck, IconNews } from '../../ui/icons';
import { Suspense } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link, useParams } from '../../platform/router';
import { homePath } from '../../features/home/currentHome';
import { HomeFacts } from '../../features/home/HomeFacts';
import { HomeHero } from '../../features/home/HomeHero';
import { HomeSwitcher } from '../../features/home/HomeSwitcher';
import { NextDate } from '../../features/home/NextDate';
import { graphql } from '../../gql';
import { useSession, useViewer } from '../../platform/session';
import { lazyPage } from '../../ui/lazyPage';
import { Panel } from '../../ui/Panel';
import { QuietState } from '../../ui/QuietState';
import { PageSkeleton } from '../../ui/Skeletons';
import { HomeGone, isHomeGone } from './HomeGone';
import classes from './HomePage.module.css';

const Tour = lazyPage(() => import('../../features/tour/Tour'), 'Tour');

const HomePageQuery = graphql(`
  query HomePage($id: ID!) {
    viewer {
      id
      contact {
        id
        firstName
      }
    }
    unit(id: $id) {
      id
      ...HomeHero_unit
      ...HomeFacts_unit
      ...KeyDates_unit
    }
  }
`);

/** Her home greets her, and says what she must do now. */
export function HomePage() {
  const { homeId = '' } = useParams();
  const { t } = useTranslation('portal');
  const { readOnly } = useSession();
  const { name, homes, tourFinished } = useViewer();
  const { data, error } = useQuery(HomePageQuery, { variables: { id: homeId } });
  if (isHomeGone(error)) return <HomeGone />;
  if (error && !data) throw error;
  if (!data?.unit) return <PageSkeleton />;
  const { unit } = data;
  const firstName = data.viewer?.contact?.firstName ?? name;
  return (
    <>
      <HomeHero
        unit={unit}
        firstName={firstName}
        aside={homes.length > 1 && <HomeSwitcher currentId={homeId} />}
      />
      <div className={classes.columns}>
        <div className={classes.todo}>
          <Panel title={t('todo.title')}>
            <QuietState
              icon={<IconListCheck size={22} />}
              title={t('todo.emptyTitle')}
              text={t('todo.emptyText')}
            />
          </Panel>
        </div>
        <div className={classes.news}>
          <Panel title={t('news.title')}>
            <QuietState
              icon={<IconNews size={22} />}
              title={t('news.emptyTitle')}
              text={t('news.emptyText')}
            />
          </Panel>
        </div>
        <div className={classes.date}>
          <Panel title={t('nextDate.title')}>
            <NextDate unit={unit} />
          </Panel>
        </div>
        <div className={classes.facts}>
          <Panel title={t('facts.title')}>
            <HomeFacts brief unit={unit} />
            <Link to={`${homePath(homeId)}/information`} className={classes.more}>
              {t('facts.all')}
            </Link>
          </Panel>
        </div>
      </div>
      {!tourFinished && !readOnly && (
        <Suspense fallback={null}>
          <Tour firstName={firstName} />
        </Suspense>
      )}
    </>
  );
}
