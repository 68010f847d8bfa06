import type { FragmentType } from '@apollo/client/masking';
import { Anchor, Button, Menu, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import type { LeadPanel_UnitFragment } from '../../gql/graphql';
import { leadTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Panel } from '../../ui/Panel';
import { RowMenu } from '../../ui/RowMenu';
import { StatusChip } from '../../ui/StatusChip';
import { AddLeadDialog } from './AddLeadDialog';
import { LeadDialog } from './LeadDialog';
import classes from './sales.module.css';

const LeadPanel_unit = graphql(`
  fragment LeadPanel_unit on Unit {
    id
    saleState
    viewerCanEdit
    leads {
      id
      stage
      source
      note
      nextStep
      lostReason
      version
      contact {
        id
        name
      }
    }
  }
`);

export type LeadOfUnit = NonNullable<LeadPanel_UnitFragment['leads']>[number];

/** Who is interested in a unit, and what happens next with each of them. */
export function LeadPanel({ unit }: { unit: FragmentType<typeof LeadPanel_unit> }) {
  const { id, saleState, viewerCanEdit, leads } = useFragmentOf(LeadPanel_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const [editing, setEditing] = useState<LeadOfUnit | null>(null);
  const [adding, setAdding] = useState(false);
  if (!leads) return null;
  const isOpen = saleState !== 'SOLD' && saleState !== 'HANDED_OVER';
  if (!isOpen && leads.length === 0) return null;
  return (
    <Panel
      title={t('leads.title')}
      lead={leads.length ? undefined : t('leads.empty')}
      actions={
        viewerCanEdit &&
        isOpen && (
          <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
            {t('leads.add')}
          </Button>
        )
      }
    >
      {leads.length > 0 && (
        <ul className={classes.leads}>
          {leads.map((lead) => (
            <li key={lead.id} className={classes.lead}>
              <div className={classes.leadHead}>
                <Anchor component={Link} to={`/console/contacts/${lead.contact.id}`} fw={600}>
                  {lead.contact.name}
                </Anchor>
                <StatusChip tone={leadTones[lead.stage]}>{t(`leads.stage.${lead.stage}`)}</StatusChip>
              </div>
              {viewerCanEdit && (
                <RowMenu name={lead.contact.name}>
                  <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setEditing(lead)}>
                    {t('common:actions.edit')}
                  </Menu.Item>
                </RowMenu>
              )}
              <LeadWords lead={lead} />
            </li>
          ))}
        </ul>
      )}
      {adding && <AddLeadDialog unitId={id} onClose={() => setAdding(false)} />}
      {editing && <LeadDialog lead={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function LeadWords({ lead: { note, nextStep, source, stage, lostReason } }: { lead: LeadOfUnit }) {
  const { t } = useTranslation('console');
  // The server's own word for those who came second.
  const reason = lostReason === 'unit sold' ? t('leads.unitSold') : lostReason;
  return (
    <div className={classes.leadWords}>
      {nextStep && stage !== 'LOST' && <Text>{t('leads.nextStepIs', { step: nextStep })}</Text>}
      {stage === 'LOST' && reason && <Text>{t('leads.lostBecause', { reason })}</Text>}
      {note && <Text c="dimmed">{note}</Text>}
      {source && (
        <Text c="dimmed" size="sm">
          {t('leads.from', { source })}
        </Text>
      )}
    </div>
  );
}
