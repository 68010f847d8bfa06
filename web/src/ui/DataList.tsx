import { Button, Checkbox, Skeleton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';
import classes from './DataList.module.css';
import { DataListHead, PhoneSort, type SortState } from './DataListHead';
import { DataListRow } from './DataListRow';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Values of the sort for this column; absent: not sortable. */
  sort?: { asc: string; desc: string };
  /** `end` for amounts and counts. */
  align?: 'start' | 'end';
  /** Left out where a table is narrow; cards show it. */
  detail?: boolean;
}

export interface Selection {
  ids: ReadonlySet<string>;
  onChange: (ids: ReadonlySet<string>) => void;
}

export interface DataListProps<Row> extends SortState {
  /** What the list holds, for screen readers. */
  label: string;
  /** The first column identifies the row and carries its link. */
  columns: Column<Row>[];
  /** `undefined` while the first page loads. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  rowLink?: (row: Row) => string;
  rowActions?: (row: Row) => ReactNode;
  selection?: Selection;
  /** An `EmptyState`; shown instead of the table. */
  empty: ReactNode;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  total?: number | null;
}

/** A table on wide screens, cards below 640 px; one markup, so that both read alike. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, columns, rows, rowId, rowActions, selection, empty, sort, onSort } = props;
  const { t } = useTranslation();
  if (rows?.length === 0) return <div className={classes.frame}>{empty}</div>;
  const ids = rows?.map(rowId) ?? [];
  return (
    <div className={classes.frame}>
      <PhoneSort columns={columns} sort={sort} onSort={onSort} />
      <div className={classes.scroll}>
        <table className={classes.table} role="table" aria-label={label} aria-busy={!rows}>
          <thead role="rowgroup">
            <tr role="row">
              {selection && <PickAll ids={ids} selection={selection} />}
              {columns.map((column) => (
                <DataListHead key={column.key} column={column} sort={sort} onSort={onSort} />
              ))}
              {rowActions && (
                <th role="columnheader" className={classes.actions}>
                  <VisuallyHidden>{t('list.actions')}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows
              ? rows.map((row) => <DataListRow key={rowId(row)} {...props} row={row} />)
              : Array.from({ length: 6 }, (_, line) => (
                  <SkeletonRow
                    key={line}
                    cells={columns.length + (selection ? 1 : 0) + (rowActions ? 1 : 0)}
                  />
                ))}
          </tbody>
        </table>
      </div>
      <Footer {...props} />
    </div>
  );
}

function PickAll({ ids, selection }: { ids: string[]; selection: Selection }) {
  const { t } = useTranslation();
  const picked = ids.filter((id) => selection.ids.has(id)).length;
  const all = ids.length > 0 && picked === ids.length;
  return (
    <th role="columnheader" className={classes.pick}>
      <label className={classes.target}>
        <Checkbox
          size="sm"
          aria-label={t('list.selectAll')}
          checked={all}
          indeterminate={picked > 0 && !all}
          onChange={() => selection.onChange(new Set(all ? [] : ids))}
        />
      </label>
    </th>
  );
}

function SkeletonRow({ cells }: { cells: number }) {
  return (
    <tr role="row" className={classes.row}>
      {Array.from({ length: cells }, (_, cell) => (
        <td role="cell" key={cell}>
          <Skeleton height={14} width={cell === 0 ? '70%' : '50%'} radius="sm" />
        </td>
      ))}
    </tr>
  );
}

function Footer<Row>({ rows, hasMore, onMore, loadingMore, total }: DataListProps<Row>) {
  const { t } = useTranslation();
  if (!rows || (!hasMore && total == null)) return null;
  return (
    <div className={classes.footer}>
      <span>{total == null ? null : t('list.shown', { shown: rows.length, total })}</span>
      {hasMore && (
        <Button variant="default" onClick={onMore} loading={loadingMore}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
