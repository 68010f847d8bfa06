import type { FragmentType } from '@apollo/client/masking';
import { Anchor } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import type { CustomerCard_BuyerFragment } from '../../gql/graphql';
import { accessTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import classes from './access.module.css';
import { AccessFacts } from './AccessFacts';
import { BuyerMenu } from './BuyerMenu';
import { GrantAccess } from './GrantAccess';
import { RestoreAccess } from './RestoreAccess';

const CustomerCard_buyer = graphql(`
  fragment CustomerCard_buyer on UnitBuyer {
    id
    isPrimary
    accessState
    actions
    contact {
      id
      name
      email
    }
    unit {
      id
      number
      project {
        id
        name
        kind
      }
    }
    ...AccessFacts_buyer
    ...BuyerMenu_buyer
    ...GrantAccess_buyer
  }
`);

export type ViewAs = (subject: { id: string; name: string; unitId?: string }) => void;

export interface CustomerCardProps {
  buyer: FragmentType<typeof CustomerCard_buyer>;
  /** On a unit the card names the buyer, at a buyer the unit. */
  subject: 'person' | 'unit';
  onViewAs: ViewAs;
}

/** One buyer of one unit: where her access stands, and what may be done about it now. */
export function CustomerCard({ buyer, subject, onViewAs }: CustomerCardProps) {
  const data = useFragmentOf(CustomerCard_buyer, buyer);
  const { t } = useTranslation(['console', 'common']);
  const { isPrimary, accessState, actions, contact } = data;
  return (
    <article className={classes.card} aria-label={contact.name}>
      <div className={classes.head}>
        <div className={classes.who}>
          <Subject of={data} subject={subject} />
          {isPrimary && subject === 'person' && <span className={classes.dim}>{t('access.primary')}</span>}
        </div>
        <StatusChip tone={accessTones[accessState]}>{t(`common:accessState.${accessState}`)}</StatusChip>
        <div className={classes.menu}>
          <BuyerMenu buyer={data} onViewAs={onViewAs} />
        </div>
      </div>
      {subject === 'person' && <p className={classes.email}>{contact.email ?? t('contacts.noEmail')}</p>}
      <AccessFacts buyer={data} />
      {actions.includes('GRANT_ACCESS') && <GrantAccess buyer={data} />}
      {actions.includes('RESTORE_ACCESS') && <RestoreAccess buyerId={data.id} name={contact.name} />}
    </article>
  );
}

function Subject({ of, subject }: { of: CustomerCard_BuyerFragment; subject: CustomerCardProps['subject'] }) {
  const { contact, unit } = of;
  const { number, project } = unit;
  if (subject === 'person') {
    return (
      <Anchor component={Link} to={`/console/contacts/${contact.id}`} className={classes.name}>
        {contact.name}
      </Anchor>
    );
  }
  const isSingle = project.kind === 'SINGLE';
  return (
    <Anchor
      component={Link}
      to={isSingle ? `/console/projects/${project.id}` : `/console/units/${unit.id}`}
      className={classes.name}
    >
      {isSingle ? project.name : `${project.name} · ${number}`}
    </Anchor>
  );
}
