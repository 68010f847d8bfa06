import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../../platform/i18n';
import { AccountEmail } from '../../../features/account/AccountEmail';
import { AccountLanguage } from '../../../features/account/AccountLanguage';
import { AccountPicture } from '../../../features/account/AccountPicture';
import { AccountSessions } from '../../../features/account/AccountSessions';
import { ChangePassword } from '../../../features/account/ChangePassword';
import { MyDetails } from '../../../features/profile/MyDetails';
import { graphql } from '../../../gql';
import { ColorSchemeChoice } from '../../../ui/ColorSchemeChoice';
import { PageColumns } from '../../../ui/PageColumns';
import { PageHeader } from '../../../ui/PageHeader';
import { Panel } from '../../../ui/Panel';
import { PageSkeleton } from '../../../ui/Skeletons';

const MyProfileQuery = graphql(`
  query MyProfile {
    viewer {
      id
      teamMember {
        id
        ...MyDetails_member
      }
      ...AccountPicture_viewer
      ...AccountEmail_viewer
      ...AccountSessions_viewer
    }
  }
`);

/** The team member herself: how she is seen, how she signs in, and where. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  const { data, error } = useQuery(MyProfileQuery);
  if (error && !data) throw error;
  if (!data?.viewer) return <PageSkeleton />;
  const { viewer } = data;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PageColumns
        aside={
          <>
            <Panel title={t('look')} lead={t('lookLead')}>
              <AccountLanguage />
              <ColorSchemeChoice />
            </Panel>
            <Panel title={t('sessions')} lead={t('sessionsLead')}>
              <AccountSessions viewer={viewer} />
            </Panel>
          </>
        }
      >
        <Panel title={t('details')}>
          <AccountPicture viewer={viewer} />
          {viewer.teamMember && <MyDetails member={viewer.teamMember} />}
        </Panel>
        <Panel title={t('email')} lead={t('emailLead')}>
          <AccountEmail viewer={viewer} />
        </Panel>
        <Panel title={t('password')} lead={t('passwordLead')}>
          <ChangePassword />
        </Panel>
      </PageColumns>
    </>
  );
}
