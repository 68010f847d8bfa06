import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../platform/i18n';
import { useParams } from '../../platform/router';
import { ContactPersons } from '../../features/home/ContactPersons';
import { HomeAddress } from '../../features/home/HomeAddress';
import { HomeFacts } from '../../features/home/HomeFacts';
import { HomePlan } from '../../features/home/HomePlan';
import { HomeSpaces } from '../../features/home/HomeSpaces';
import { HomeSwitcher } from '../../features/home/HomeSwitcher';
import { KeyDates } from '../../features/home/KeyDates';
import { useHomeName } from '../../features/home/useHomeName';
import { graphql } from '../../gql';
import { useViewer } from '../../platform/session';
import { PageHeader } from '../../ui/PageHeader';
import { Panel } from '../../ui/Panel';
import { PageSkeleton } from '../../ui/Skeletons';
import { HomeGone, isHomeGone } from './HomeGone';
import classes from './InformationPage.module.css';

const InformationPageQuery = graphql(`
  query InformationPage($id: ID!) {
    unit(id: $id) {
      id
      number
      type
      project {
        id
        name
        kind
        description
        ...HomeAddress_project
        ...ContactPersons_project
      }
      ...HomeFacts_unit
      ...HomePlan_unit
      ...HomeSpaces_unit
      ...KeyDates_unit
    }
  }
`);

/** All that is known about her home and its project, and whom to ask for more. */
export function InformationPage() {
  const { homeId = '' } = useParams();
  const { t } = useTranslation('portal');
  const nameOf = useHomeName();
  const { homes } = useViewer();
  const { data, error } = useQuery(InformationPageQuery, { variables: { id: homeId } });
  if (isHomeGone(error)) return <HomeGone />;
  if (error && !data) throw error;
  if (!data?.unit) return <PageSkeleton />;
  const { unit } = data;
  const { project } = unit;
  return (
    <>
      <PageHeader
        title={t('information.title')}
        lead={t('information.lead', { home: nameOf(unit) })}
        actions={homes.length > 1 && <HomeSwitcher currentId={homeId} />}
      />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={nameOf(unit)}>
            <HomeFacts unit={unit} />
          </Panel>
          <Panel title={t('dates.title')}>
            <KeyDates unit={unit} />
          </Panel>
          <div className={classes.late}>
            <Panel title={t('plan.title')}>
              <HomePlan unit={unit} />
            </Panel>
          </div>
        </div>
        <div className={classes.column}>
          <div className={classes.early}>
            <Panel title={t('contacts.title')}>
              <ContactPersons project={project} />
            </Panel>
          </div>
          <Panel title={t('address.title')}>
            <HomeAddress project={project} />
          </Panel>
          <Panel title={t('spaces.title')}>
            <HomeSpaces unit={unit} />
          </Panel>
          {project.description && (
            <Panel title={t('project.title', { project: project.name })}>
              <p className={classes.description}>{project.description}</p>
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
