import type { FragmentType } from '@apollo/client/masking';
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { leadTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import classes from './contacts.module.css';

const ContactLeads_contact = graphql(`
  fragment ContactLeads_contact on Contact {
    id
    leads {
      id
      stage
      nextStep
      unit {
        id
        number
        project {
          id
          name
        }
      }
    }
  }
`);

/** The units this person is interested in. */
export function ContactLeads({ contact }: { contact: FragmentType<typeof ContactLeads_contact> }) {
  const data = useFragmentOf(ContactLeads_contact, contact);
  const { t } = useTranslation('console');
  if (!data.leads.length) return <Text c="dimmed">{t('contacts.noLeads')}</Text>;
  return (
    <ul className={classes.leads}>
      {data.leads.map(({ id, stage, nextStep, unit }) => (
        <li key={id}>
          <Group justify="space-between" gap="xs">
            <Anchor component={Link} to={`/console/units/${unit.id}`}>
              {unit.project.name} · {unit.number}
            </Anchor>
            <StatusChip tone={leadTones[stage]}>{t(`leads.stage.${stage}`)}</StatusChip>
          </Group>
          {nextStep && <Text c="dimmed">{t('leads.nextStepIs', { step: nextStep })}</Text>}
        </li>
      ))}
    </ul>
  );
}
