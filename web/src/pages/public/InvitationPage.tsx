import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useParams } from '../../platform/router';
import { graphql } from '../../gql';
import { requestedLanguage, setLanguage, useTranslation } from '../../platform/i18n';
import { useSession } from '../../platform/session';
import { TextSkeleton } from '../../ui/Skeletons';
import { AcceptInvitationForm } from './AcceptInvitationForm';
import { PublicFrame } from './PublicFrame';
import classes from './PublicFrame.module.css';
import { SpentLink } from './SpentLink';

const InvitationLink = graphql(`
  query InvitationPage($token: String!) {
    invitationLink(token: $token) {
      state
      email
      firstName
      language
      audience
    }
  }
`);

/** Where the link of an invitation mail leads: choose a password, accept the terms, come in. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation('auth');
  const { company } = useSession();
  const { data, error } = useQuery(InvitationLink, { variables: { token }, fetchPolicy: 'network-only' });
  const link = data?.invitationLink;
  useEffect(() => {
    // The mail was in her language; so is the page, unless she asked for another.
    if (link?.state === 'OPEN' && !requestedLanguage()) void setLanguage(link.language);
  }, [link?.state, link?.language]);

  if (error) throw error;
  if (!link) {
    return (
      <PublicFrame title={t('invitation.titlePlain')}>
        <TextSkeleton />
      </PublicFrame>
    );
  }
  if (link.state !== 'OPEN') return <SpentLink state={link.state} purpose="invitation" />;
  const { firstName: name, email, audience } = link;
  const lead =
    audience === 'TEAM'
      ? t('invitation.leadTeam', { company: company.name })
      : t('invitation.leadPortal', { company: company.name });
  return (
    <PublicFrame title={name ? t('invitation.title', { name }) : t('invitation.titlePlain')} lead={lead}>
      {email && <p className={classes.hint}>{t('invitation.account', { email })}</p>}
      <AcceptInvitationForm token={token} />
    </PublicFrame>
  );
}
