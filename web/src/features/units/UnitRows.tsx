import { ActionIcon, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import { IconX } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import type { MutationForm } from '../../ui/useMutationForm';
import { unitTypes } from './unitForm';
import classes from './units.module.css';

export interface UnitRowsProps {
  field: MutationForm<Record<string, unknown>>['field'];
  count: number;
  onRemove: (row: number) => void;
}

const columns = ['number', 'type', 'surface', 'floor', 'rooms', 'basePrice'] as const;

/** The rows of new units: a sheet on wide screens, cards on small ones. */
export function UnitRows({ field, count, onRemove }: UnitRowsProps) {
  const { t } = useTranslation(['console', 'common']);
  return (
    <table className={classes.sheet} role="table" aria-label={t('units.newUnits')}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`units.${column}`)}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <VisuallyHidden>{t('common:actions.remove')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {Array.from({ length: count }, (_, row) => (
          <tr key={row} role="row">
            {columns.map((column) => (
              <td key={column} role="cell" data-label={t(`units.${column}`)}>
                <Cell field={field} row={row} column={column} />
              </td>
            ))}
            <td role="cell" className={classes.removeRow}>
              <ActionIcon
                aria-label={t('units.removeRow', { row: row + 1 })}
                disabled={count === 1}
                onClick={() => onRemove(row)}
              >
                <IconX size={18} />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  field: UnitRowsProps['field'];
  row: number;
  column: (typeof columns)[number];
}

function Cell({ field, row, column }: CellProps) {
  const { t } = useTranslation(['console', 'common']);
  const name = t('units.cell', { column: t(`units.${column}`), row: row + 1 });
  const { label, ...input } = field(`units.${row}.${column}`, name);
  if (column === 'type') {
    return (
      <NativeSelect
        {...input}
        aria-label={label}
        data={unitTypes.map((value) => ({ value, label: t(`common:unitType.${value}`) }))}
      />
    );
  }
  return (
    <TextInput
      {...input}
      aria-label={label}
      autoComplete="off"
      inputMode={column === 'number' || column === 'floor' ? undefined : 'decimal'}
    />
  );
}
