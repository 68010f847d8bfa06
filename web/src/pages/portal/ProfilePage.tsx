import { useQuery } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { AccountDetails } from '../../features/account/AccountDetails';
import { AccountEmail } from '../../features/account/AccountEmail';
import { AccountLanguage } from '../../features/account/AccountLanguage';
import { AccountPicture } from '../../features/account/AccountPicture';
import { AccountSessions } from '../../features/account/AccountSessions';
import { ChangePassword } from '../../features/account/ChangePassword';
import { PortalVisits } from '../../features/impersonation/PortalVisits';
import { graphql } from '../../gql';
import { useSession } from '../../platform/session';
import { useSignOut } from '../../platform/useSignOut';
import { ColorSchemeChoice } from '../../ui/ColorSchemeChoice';
import { IconLogout } from '../../ui/icons';
import { PageColumns } from '../../ui/PageColumns';
import { PageHeader } from '../../ui/PageHeader';
import { Panel } from '../../ui/Panel';
import { PageSkeleton } from '../../ui/Skeletons';

const ProfilePageQuery = graphql(`
  query ProfilePage {
    viewer {
      id
      ...AccountPicture_viewer
      ...AccountDetails_viewer
      ...AccountEmail_viewer
      ...AccountSessions_viewer
      ...PortalVisits_viewer
    }
  }
`);

/** The person herself: how she is reached, how she signs in, and who looked at her portal. */
export function ProfilePage() {
  const { t } = useTranslation(['portal', 'common', 'auth']);
  const { readOnly, company } = useSession();
  const signOut = useSignOut();
  const { data, error } = useQuery(ProfilePageQuery);
  if (error && !data) throw error;
  if (!data?.viewer) return <PageSkeleton />;
  const { viewer } = data;
  return (
    <>
      <PageHeader
        title={t('profile.title')}
        lead={readOnly ? t('profile.readOnly') : undefined}
        actions={
          readOnly ? null : (
            <Button variant="default" leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
              {t('common:actions.signOut')}
            </Button>
          )
        }
      />
      <PageColumns
        aside={
          <>
            <Panel title={t('profile.look')}>
              <AccountLanguage />
              <ColorSchemeChoice />
            </Panel>
            <Panel title={t('auth:privacy.title')} lead={t('auth:privacy.lead', { company: company.name })}>
              <Anchor component={Link} to="/privacy" py={10}>
                {t('auth:privacy.read', { company: company.name })}
              </Anchor>
            </Panel>
            <Panel title={t('visits.title')} lead={t('visits.lead', { company: company.name })}>
              <PortalVisits viewer={viewer} />
            </Panel>
          </>
        }
      >
        <Panel title={t('profile.details')} lead={t('profile.detailsLead', { company: company.name })}>
          <AccountPicture viewer={viewer} />
          <AccountDetails viewer={viewer} />
        </Panel>
        <Panel title={t('profile.email')} lead={t('profile.emailLead')}>
          <AccountEmail viewer={viewer} />
        </Panel>
        <Panel title={t('profile.password')} lead={t('profile.passwordLead')}>
          <ChangePassword />
        </Panel>
        <Panel title={t('profile.sessions')} lead={t('profile.sessionsLead')}>
          <AccountSessions viewer={viewer} />
        </Panel>
      </PageColumns>
    </>
  );
}
