import { NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from './icons';
import { useTranslation } from '../platform/i18n';
import type { Column } from './DataList';
import classes from './DataList.module.css';

export interface SortState {
  sort?: string;
  onSort?: (sort: string) => void;
}

type HeadColumn = Pick<Column<never>, 'key' | 'header' | 'sort' | 'align' | 'detail'>;

export function DataListHead({ column, sort, onSort }: SortState & { column: HeadColumn }) {
  const { t } = useTranslation();
  const { header, align, detail, sort: by } = column;
  const end =
    [align === 'end' && classes.end, detail && classes.detail].filter(Boolean).join(' ') || undefined;
  if (!by || !onSort) {
    return (
      <th role="columnheader" scope="col" className={end}>
        {header}
      </th>
    );
  }
  const direction = sort === by.asc ? 'ascending' : sort === by.desc ? 'descending' : undefined;
  const Arrow = direction === 'ascending' ? IconArrowUp : direction ? IconArrowDown : IconArrowsSort;
  return (
    <th role="columnheader" scope="col" className={end} aria-sort={direction}>
      <button
        type="button"
        className={direction ? `${classes.sort} ${classes.sorted}` : classes.sort}
        title={direction ? t('list.sortedBy', { column: header }) : undefined}
        onClick={() => onSort(direction === 'ascending' ? by.desc : by.asc)}
      >
        {header}
        <Arrow size={14} />
      </button>
    </th>
  );
}

/** Cards have no column heads to press. */
export function PhoneSort({ columns, sort, onSort }: SortState & { columns: readonly HeadColumn[] }) {
  const { t } = useTranslation();
  const choices = columns.flatMap(({ header, sort: by }) =>
    by
      ? [
          { value: by.asc, label: `${header}, ${t('list.ascending')}` },
          { value: by.desc, label: `${header}, ${t('list.descending')}` },
        ]
      : [],
  );
  if (!onSort || !choices.length) return null;
  return (
    <div className={classes.phoneSort}>
      <NativeSelect
        aria-label={t('list.sort')}
        value={sort}
        data={choices}
        onChange={({ currentTarget }) => onSort(currentTarget.value)}
      />
    </div>
  );
}
