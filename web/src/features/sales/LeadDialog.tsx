import { useMutation } from '@apollo/client/react';
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { LeadStage } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { useMutationForm } from '../../ui/useMutationForm';
import type { LeadOfUnit } from './LeadPanel';

const UpdateLead = graphql(`
  mutation UpdateLead($input: UpdateLeadInput!) {
    updateLead(input: $input) {
      lead {
        id
        stage
        source
        note
        nextStep
        lostReason
        version
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Who bought is said by selling the unit, not by choosing a stage. */
const stages = ['NEW', 'CONTACTED', 'VISIT', 'OPTION', 'LOST'] as const satisfies readonly LeadStage[];

export function LeadDialog({ lead, onClose }: { lead: LeadOfUnit; onClose: () => void }) {
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(UpdateLead);
  const { id, version, contact } = lead;
  const form = useMutationForm({
    id: `lead:${id}`,
    initialValues: {
      stage: lead.stage,
      nextStep: lead.nextStep ?? '',
      note: lead.note ?? '',
      source: lead.source ?? '',
      lostReason: lead.lostReason ?? '',
    },
    submit: async (values, saved) =>
      (await update({ variables: { input: { id, version, change: changeOf(values, saved) } } })).data
        ?.updateLead,
    onDone: onClose,
  });
  const choices = lead.stage === 'CONVERTED' ? (['CONVERTED'] as const) : stages;
  return (
    <Dialog opened onClose={onClose} title={contact.name}>
      <MutationFormView of={form} guard={false}>
        <NativeSelect
          {...form.field('stage', t('leads.stageLabel'))}
          data={choices.map((value) => ({ value, label: t(`leads.stage.${value}`) }))}
          data-autofocus
        />
        {form.form.values.stage === 'LOST' ? (
          <TextInput {...form.field('lostReason', t('leads.lostReason'))} />
        ) : (
          <TextInput {...form.field('nextStep', t('leads.nextStep'))} />
        )}
        <Textarea {...form.field('note', t('leads.note'))} />
        <TextInput {...form.field('source', t('leads.source'))} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('common:actions.save')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}
