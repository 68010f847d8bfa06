import { Checkbox } from '@mantine/core';
import { useTranslation } from '../platform/i18n';
import { Link } from '../platform/router';
import type { DataListProps } from './DataList';
import classes from './DataList.module.css';

export function DataListRow<Row>(props: DataListProps<Row> & { row: Row }) {
  const { row, columns, rowId, rowName, rowLink, rowActions, selection } = props;
  const { t } = useTranslation();
  const id = rowId(row);
  const pick = () => {
    const ids = new Set(selection?.ids);
    if (!ids.delete(id)) ids.add(id);
    selection?.onChange(ids);
  };
  return (
    <tr role="row" className={classes.row}>
      {selection && (
        <td role="cell" className={classes.pick}>
          <label className={classes.target}>
            <Checkbox
              size="sm"
              aria-label={t('list.select', { name: rowName(row) })}
              checked={selection.ids.has(id)}
              onChange={pick}
            />
          </label>
        </td>
      )}
      {columns.map(({ key, header, cell, align, detail }, index) => {
        const classNames = [
          index === 0 && classes.identifier,
          align === 'end' && classes.end,
          detail && classes.detail,
        ]
          .filter(Boolean)
          .join(' ');
        const content = cell(row);
        return (
          <td role="cell" key={key} data-label={header} className={classNames || undefined}>
            {index === 0 && rowLink ? (
              <Link className={classes.link} to={rowLink(row)}>
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
      {rowActions && (
        <td role="cell" className={classes.actions}>
          {rowActions(row)}
        </td>
      )}
    </tr>
  );
}
