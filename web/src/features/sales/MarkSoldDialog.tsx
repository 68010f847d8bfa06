import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { orNull } from '../../platform/change';
import { decimalOf, numbersIn, typedOf } from '../../platform/decimal';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { Note } from '../../ui/Note';
import { toast, undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import { useMutationForm } from '../../ui/useMutationForm';
import { MakeUnitAvailable, MarkUnitSold } from './sales.graphql';

const MarkSoldDialog_unit = graphql(`
  fragment MarkSoldDialog_unit on Unit {
    id
    number
    basePrice {
      amount
      currency
    }
    leads {
      id
      stage
      contact {
        id
        name
      }
    }
  }
`);

export interface MarkSoldDialogProps {
  unit: FragmentType<typeof MarkSoldDialog_unit>;
  onClose: () => void;
}

/** Marks a unit as sold, to one of its leads or to somebody who is linked later, and says what follows from it. */
export function MarkSoldDialog({ unit, onClose }: MarkSoldDialogProps) {
  const { id, number, basePrice, leads } = useFragmentOf(MarkSoldDialog_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const { run } = useCommand();
  const [markSold] = useMutation(MarkUnitSold, { refetchQueries: ['ContactCounts', 'Contacts'] });
  const [makeAvailable] = useMutation(MakeUnitAvailable);
  const open = (leads ?? []).filter(({ stage }) => stage !== 'LOST' && stage !== 'CONVERTED');
  const form = useMutationForm({
    id: `sell:${id}`,
    initialValues: {
      buyerLeadId: '',
      price: typedOf(basePrice?.amount, f.locale),
      soldOn: today(f.timeZone),
    },
    check: (values) => numbersIn(values, { decimals: ['price'] }, f.locale),
    submit: async ({ buyerLeadId, price, soldOn }) => {
      const input = {
        unitId: id,
        buyerLeadId: orNull(buyerLeadId),
        price: orNull(decimalOf(price, f.locale)),
        soldOn: orNull(soldOn),
      };
      return (await markSold({ variables: { input } })).data?.markUnitSold;
    },
    onDone: (_, { buyerLeadId }) => {
      onClose();
      const text = t('sales.marked', { number });
      const variables = { input: { unitId: id } };
      if (buyerLeadId) toast(text);
      else
        undoToast(text, () => run(async () => (await makeAvailable({ variables })).data?.makeUnitAvailable));
    },
  });
  const { buyerLeadId } = form.form.values;
  const buyer = open.find((lead) => lead.id === buyerLeadId);
  return (
    <Dialog opened onClose={onClose} title={t('sales.markTitle', { number })}>
      <MutationFormView of={form} guard={false}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          <TextInput {...form.field('price', t('sales.price'))} inputMode="decimal" data-autofocus />
          <TextInput {...form.field('soldOn', t('sales.date'))} type="date" />
        </SimpleGrid>
        {open.length > 0 && (
          <Radio.Group {...form.field('buyerLeadId', t('sales.buyer'))} size="md">
            <Stack gap="sm" pt="xs">
              <Radio value="" label={t('sales.buyerLater')} />
              {open.map((lead) => (
                <Radio key={lead.id} value={lead.id} label={lead.contact.name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Note tone="neutral">
          <Text>
            {buyer ? t('sales.convertNote', { name: buyer.contact.name }) : t('sales.linkNote')}{' '}
            {open.length > (buyer ? 1 : 0) && t('sales.othersNote')}
          </Text>
        </Note>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {t('sales.markSold')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}

/** The calendar day it is where the company is. */
const today = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
