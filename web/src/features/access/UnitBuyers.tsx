import type { FragmentType } from '@apollo/client/masking';
import { Button, Text } from '@mantine/core';
import { IconUserPlus } from '../../ui/icons';
import { useId, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './access.module.css';
import { CustomerCard, type ViewAs } from './CustomerCard';
import { LinkCustomerDialog } from './LinkCustomerDialog';

const UnitBuyers_unit = graphql(`
  fragment UnitBuyers_unit on Unit {
    id
    saleState
    viewerCanLinkCustomer
    buyers {
      id
      ...CustomerCard_buyer
    }
  }
`);

export interface UnitBuyersProps {
  unit: FragmentType<typeof UnitBuyers_unit>;
  /** Whether the viewer may link at all, once the unit is sold. */
  canLink: boolean;
  onViewAs: ViewAs;
}

/** The buyers of a unit, each with her card, and the way to link one more. */
export function UnitBuyers({ unit, canLink, onViewAs }: UnitBuyersProps) {
  const { id, viewerCanLinkCustomer, buyers } = useFragmentOf(UnitBuyers_unit, unit);
  const { t } = useTranslation('console');
  const [linking, setLinking] = useState(false);
  const reasonId = useId();
  return (
    <>
      {buyers.map((buyer) => (
        <CustomerCard key={buyer.id} buyer={buyer} subject="person" onViewAs={onViewAs} />
      ))}
      {canLink && (
        <div className={classes.link}>
          <Button
            variant={buyers.length ? 'default' : 'filled'}
            w="fit-content"
            leftSection={<IconUserPlus size={18} />}
            disabled={!viewerCanLinkCustomer}
            aria-describedby={viewerCanLinkCustomer ? undefined : reasonId}
            onClick={() => setLinking(true)}
          >
            {t(buyers.length ? 'access.linkAnother' : 'access.link')}
          </Button>
          {!viewerCanLinkCustomer && (
            <Text id={reasonId} c="dimmed">
              {t('access.linkAfterSale')}
            </Text>
          )}
        </div>
      )}
      {linking && (
        <LinkCustomerDialog unitId={id} hasBuyers={buyers.length > 0} onClose={() => setLinking(false)} />
      )}
    </>
  );
}
