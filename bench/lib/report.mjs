const figures = ['rps', 'p50', 'p99', 'cpuMs', 'postgresCpuMs', 'rssMb'];

export function median(values) {
  const sorted = values.filter((value) => value !== null).sort((one, other) => one - other);
  if (!sorted.length) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const rounded = (value) => (value === null ? null : Number(value.toPrecision(4)));

/** The rounds of a variant as one row: medians, the ratio to the floor in the same rounds, and how far they spread. */
export function summary(rounds, floor) {
  const medians = Object.fromEntries(
    figures.map((name) => [name, median(rounds.map((round) => round[name]))]),
  );
  const ratios = floor?.length ? rounds.map(({ rps }, index) => rps / floor[index].rps) : [];
  const spread = ratios.length ? Math.max(...ratios) - Math.min(...ratios) : null;
  return { ...medians, ratio: median(ratios), spread };
}

const summarised = ({ name, variants }) => ({
  name,
  variants: Object.fromEntries(
    Object.entries(variants).map(([variant, rounds]) => [variant, summary(rounds, variants.floor)]),
  ),
});

/** For programs: exactly the fields that are promised, see the README. */
export function asJson(results) {
  const operations = results.map(summarised).map(({ name, variants }) => ({
    name,
    variants: Object.fromEntries(
      Object.entries(variants).map(([variant, { rps, ratio, p50, p99, cpuMs, rssMb }]) => [
        variant,
        Object.fromEntries(
          Object.entries({ rps, ratio, p50, p99, cpuMs, rssMb }).map(([key, value]) => [key, rounded(value)]),
        ),
      ]),
    ),
  }));
  return JSON.stringify({ operations }, null, 2);
}

const columns = [
  ['rps', ({ rps }) => rps.toFixed(0)],
  ['ratio', ({ ratio }) => ratio?.toFixed(2)],
  ['spread', ({ spread }) => spread?.toFixed(2)],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p99 ms', ({ p99 }) => p99.toFixed(1)],
  ['CPU ms', ({ cpuMs }) => cpuMs?.toFixed(2)],
  ['PG CPU ms', ({ postgresCpuMs }) => postgresCpuMs?.toFixed(2)],
  ['RSS MB', ({ rssMb }) => rssMb?.toFixed(0)],
];

/** While it still goes on. */
export const inShort = (result) =>
  Object.entries(summarised(result).variants)
    .map(
      ([variant, { rps, ratio }]) =>
        `${variant} ${rps.toFixed(0)}/s${ratio === null ? '' : ` (${ratio.toFixed(2)})`}`,
    )
    .join(', ');

/** For people. */
export function asTable(results) {
  const rows = results
    .map(summarised)
    .flatMap(({ name, variants }) =>
      Object.entries(variants).map(([variant, row]) => [
        name,
        variant,
        ...columns.map(([, read]) => read(row) ?? '–'),
      ]),
    );
  return table([['operation', 'variant', ...columns.map(([title]) => title)], ...rows]);
}

export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ');
  return rows.map(line).join('\n');
}
