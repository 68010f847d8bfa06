import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { saleTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import { toast, undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import { MarkSoldDialog } from './MarkSoldDialog';
import { MakeUnitAvailable } from './sales.graphql';
import classes from './sales.module.css';

const SaleState_unit = graphql(`
  fragment SaleState_unit on Unit {
    id
    number
    saleState
    soldAt
    version
    viewerCanMarkSold
    viewerCanEdit
    soldPrice {
      amount
      currency
    }
    buyers {
      id
    }
    ...MarkSoldDialog_unit
  }
`);

const OfferUnit = graphql(`
  mutation OfferUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        version
        ...SaleState_unit
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface SaleStateProps {
  unit: FragmentType<typeof SaleState_unit>;
  /** Whether the viewer may cancel a sale: owners only. */
  canFree: boolean;
}

/** Where the sale stands, and the next step from there. */
export function SaleState({ unit, canFree }: SaleStateProps) {
  const data = useFragmentOf(SaleState_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const [selling, setSelling] = useState(false);
  const { offer, free } = useSaleCommands(data.id, data.number);
  const { saleState, soldAt, soldPrice, viewerCanMarkSold, viewerCanEdit, buyers, version } = data;
  const isOffered = saleState === 'AVAILABLE';
  const canOffer = viewerCanEdit && (isOffered || saleState === 'NOT_FOR_SALE');
  const sold = soldAt && (soldPrice ? 'sales.soldFor' : 'sales.soldOn');
  return (
    <div className={classes.sale}>
      <div className={classes.state}>
        <StatusChip tone={saleTones[saleState]}>{t(`common:saleState.${saleState}`)}</StatusChip>
        {sold && (
          <span className={classes.dim}>
            {t(sold, { date: f.date(soldAt), price: soldPrice ? f.money(soldPrice) : '' })}
          </span>
        )}
      </div>
      <Group gap="xs">
        {viewerCanMarkSold && <Button onClick={() => setSelling(true)}>{t('sales.markSold')}</Button>}
        {canOffer && (
          <Button variant="default" onClick={() => void offer(!isOffered, version)}>
            {t(isOffered ? 'sales.withdraw' : 'sales.offer')}
          </Button>
        )}
        {canFree && saleState === 'SOLD' && buyers.length === 0 && (
          <Button variant="default" onClick={() => void free()}>
            {t('sales.free')}
          </Button>
        )}
      </Group>
      {selling && <MarkSoldDialog unit={data} onClose={() => setSelling(false)} />}
    </div>
  );
}

function useSaleCommands(id: string, number: string) {
  const { t } = useTranslation('console');
  const { run } = useCommand();
  const [offerMutation] = useMutation(OfferUnit);
  const [freeMutation] = useMutation(MakeUnitAvailable);
  const setForSale = (forSale: boolean, version: number) => {
    const variables = { input: { id, version, change: { forSale } } };
    return run(async () => (await offerMutation({ variables })).data?.updateUnit);
  };
  const offer = async (forSale: boolean, version: number) => {
    const done = await setForSale(forSale, version);
    const next = done?.unit?.version;
    if (next === undefined) return;
    const text = t(forSale ? 'sales.offered' : 'sales.withdrawn', { number });
    undoToast(text, () => setForSale(!forSale, next));
  };
  const free = async () => {
    const variables = { input: { unitId: id } };
    const done = await run(async () => (await freeMutation({ variables })).data?.makeUnitAvailable);
    if (done) toast(t('sales.freed', { number }));
  };
  return { offer, free };
}
