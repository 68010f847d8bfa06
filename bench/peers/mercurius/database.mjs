import { createHash } from 'node:crypto';
import pg from 'pg';
import { columns, visible } from './tables.mjs';

const { url } = JSON.parse(process.env.BENCH);
const options = '-c timezone=UTC -c plan_cache_mode=force_generic_plan';
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** As many connections as the product has, shared in the same way. */
const lanes = Array.from(
  { length: 4 },
  () => new pg.Client({ connectionString: url, pipeline: true, options }),
);
await Promise.all(lanes.map((lane) => lane.connect()));
export const writers = new pg.Pool({ connectionString: url, max: 8, options });

const names = new Map();
function nameOf(text) {
  if (!names.has(text)) names.set(text, createHash('sha1').update(text).digest('base64url'));
  return names.get(text);
}

let turn = 0;
/** A prepared statement, on the next of the shared connections. */
export async function select(text, values) {
  const lane = lanes[(turn += 1) % lanes.length];
  return (await lane.query({ name: nameOf(text), text, values })).rows;
}

const own = ({ companyId, memberId, contactId }) => [companyId, memberId ?? contactId];

/** Visible rows of a table; `rest` goes on after the condition, its values begin at $3. */
export const rows = (viewer, table, rest = '', values = []) =>
  select(`SELECT ${columns[table]} ${visible(table, viewer)} ${rest}`, [...own(viewer), ...values]);

export const count = async (viewer, table, rest, values = []) =>
  (await select(`SELECT count(*) ${visible(table, viewer)} ${rest}`, [...own(viewer), ...values]))[0].count;

/** One visible row for each id; null where there is none. */
export async function byIds(viewer, table, ids) {
  const asked = [...new Set(ids.filter(Boolean))];
  const found = asked.length ? await rows(viewer, table, 'AND row.id = ANY($3::uuid[])', [asked]) : [];
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The visible rows that point at each key. */
export async function manyBy(viewer, table, column, property, { keys, order }) {
  const found = await rows(viewer, table, `AND row.${column} = ANY($3::uuid[]) ORDER BY ${order}`, [
    [...new Set(keys)],
  ]);
  const groups = Map.groupBy(found, (row) => row[property]);
  return keys.map((key) => groups.get(key) ?? []);
}
