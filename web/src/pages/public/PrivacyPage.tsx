import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { Ways } from '../../features/home/Ways';
import { graphql } from '../../gql';
import { useSession } from '../../platform/session';
import { PageSkeleton } from '../../ui/Skeletons';
import { PublicFrame } from './PublicFrame';
import classes from './PublicFrame.module.css';

const PrivacyPageQuery = graphql(`
  query PrivacyPage {
    company {
      id
      privacyText
    }
  }
`);

/** What the company says about privacy, in its own words, for whoever comes by. */
export function PrivacyPage() {
  const { t } = useTranslation('auth');
  const { company } = useSession();
  const { data, error } = useQuery(PrivacyPageQuery);
  if (error && !data) throw error;
  if (!data) return <PageSkeleton />;
  const words = data.company?.privacyText;
  return (
    <PublicFrame title={t('privacy.title')} lead={t('privacy.lead', { company: company.name })}>
      <p className={classes.words}>{words ?? t('privacy.none', { company: company.name })}</p>
      <Ways name={company.name} email={company.contactEmail ?? null} phone={company.contactPhone ?? null} />
      <Anchor component={Link} to="/" py={10}>
        {t('privacy.back')}
      </Anchor>
    </PublicFrame>
  );
}
