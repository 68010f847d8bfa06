import type { FragmentType } from '@apollo/client/masking';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { UnitSort, UnitTable_UnitFragment } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { accessTones, saleTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { type Column, DataList, type Selection } from '../../ui/DataList';
import { StatusChip } from '../../ui/StatusChip';
import classes from './units.module.css';

const UnitTable_unit = graphql(`
  fragment UnitTable_unit on Unit {
    id
    number
    type
    surface
    rooms
    saleState
    basePrice {
      amount
      currency
    }
    location {
      id
      type
      name
    }
    buyers {
      id
      accessState
      contact {
        id
        name
      }
    }
  }
`);

type Row = UnitTable_UnitFragment;

export interface UnitTableProps {
  units: FragmentType<typeof UnitTable_unit>[] | undefined;
  sort: UnitSort;
  onSort: (sort: UnitSort) => void;
  selection?: Selection;
  total?: number;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  empty: ReactNode;
}

/** The units of a project: what each is, what it costs, who bought it, and how far they are with the portal. */
export function UnitTable({ units, onSort, ...list }: UnitTableProps) {
  const { t } = useTranslation(['console', 'common']);
  const rows = useFragmentOf(UnitTable_unit, units ?? []);
  const columns = useUnitColumns(rows.some(({ basePrice }) => basePrice !== null));
  return (
    <DataList<Row>
      {...list}
      label={t('units.title')}
      columns={columns}
      rows={units && rows}
      rowId={({ id }) => id}
      rowName={({ number }) => number}
      rowLink={({ id }) => `/console/units/${id}`}
      onSort={(sort) => onSort(sort as UnitSort)}
    />
  );
}

function useUnitColumns(withPrice: boolean): Column<Row>[] {
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  // The innermost level is enough to find it in a list.
  const place = ({ location }: Row) =>
    location.findLast(({ type }) => type !== 'PROJECT' && type !== 'UNIT')?.name;
  const size = ({ surface, rooms }: Row) =>
    [surface && f.area(surface), rooms && t('units.roomCount', { count: rooms })].filter(Boolean);
  const columns: (Column<Row> | false)[] = [
    {
      key: 'number',
      header: t('units.number'),
      cell: (unit) => <TwoLines first={unit.number} second={place(unit)} />,
      sort: { asc: 'NUMBER_ASC', desc: 'NUMBER_DESC' },
    },
    {
      key: 'facts',
      header: t('units.type'),
      detail: true,
      cell: (unit) => <TwoLines first={t(`common:unitType.${unit.type}`)} second={size(unit).join(' · ')} />,
    },
    withPrice && {
      key: 'price',
      header: t('units.basePrice'),
      align: 'end',
      cell: ({ basePrice }) => basePrice && <span className={classes.amount}>{f.money(basePrice)}</span>,
    },
    {
      key: 'sale',
      header: t('units.sale'),
      cell: ({ saleState }) => (
        <StatusChip tone={saleTones[saleState]}>{t(`common:saleState.${saleState}`)}</StatusChip>
      ),
    },
    { key: 'buyers', header: t('units.buyers'), cell: ({ buyers }) => <Buyers buyers={buyers} /> },
  ];
  return columns.filter((column) => column !== false);
}

const TwoLines = ({ first, second }: { first: string; second?: string }) => (
  <span className={classes.identity}>
    <span>{first}</span>
    <span className={classes.dim}>{second}</span>
  </span>
);

function Buyers({ buyers }: Pick<Row, 'buyers'>) {
  const { t } = useTranslation('common');
  if (!buyers.length) return null;
  return (
    <span className={classes.buyers}>
      {buyers.map(({ id, contact, accessState }) => (
        <span key={id} className={classes.buyer}>
          {contact.name}
          <StatusChip tone={accessTones[accessState]}>{t(`accessState.${accessState}`)}</StatusChip>
        </span>
      ))}
    </span>
  );
}
