import { seed, startDatabase } from './database.mjs';
import { documents } from './documents.mjs';
import { measure, requestsFor } from './load.mjs';
import { cursorOf, everywhere } from './operations.mjs';
import { signIn } from './people.mjs';
import { settled } from './processes.mjs';
import { median, table } from './report.mjs';
import { inRound } from './rounds.mjs';
import { contactsOf, sizes } from './sizes.mjs';

/**
 * What a page of contacts costs in a small and in the large database, at the beginning and at the end of the list: four
 * cells in turn, round by round. Two servers with a database each, so that the small one stays as it is.
 */
export async function measureGrowth(load, variant, large, { keep, folder, people, ...options }) {
  const size = sizes.small;
  const database = keep(await startDatabase(folder()));
  await seed(database, size);
  const small = {
    database,
    size,
    people: await signIn(database, size, 1),
    running: keep(await variant.start(database, options)),
  };
  const cells = [];
  for (const each of [small, { ...large, people }]) {
    const places = await everywhere(each.database, each.size.companies, beforeTheLastPage);
    const owners = each.people.filter(({ role }) => role === 'OWNER');
    const asked = {
      'first page': () => null,
      'last page': ({ company }) => cursorOf(places[company][0].sort_name, places[company][0].id),
    };
    for (const [page, after] of Object.entries(asked)) {
      const requests = Array.from({ length: 320 }, (_, n) => {
        const person = owners[n % owners.length];
        return { person, variables: { kind: 'CUSTOMER', sort: 'NAME_ASC', after: after(person) } };
      });
      const name = 'ContactListWithoutTotal';
      const operation = { name, document: documents[name], requests };
      const file = requestsFor(
        `growth-${contactsOf(each.size)}-${page}`,
        variant,
        operation,
        each.database.dataDir,
      );
      cells.push({ ...each, page, operation, file, rounds: [] });
    }
  }
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const cell of [...cells.slice(round % 4), ...cells.slice(0, round % 4)]) {
      const settings = { ...options, postgresPid: cell.database.pid };
      const measured = await measure(load, cell, cell.operation, inRound(round, settings));
      await settled(cell.running.pid, cell.database.pid);
      if (round > 0) cell.rounds.push(measured);
    }
  }
  return asGrowth(cells);
}

const beforeTheLastPage = `
  SELECT sort_name, id FROM contacts WHERE company_id = app.company() AND is_customer
   ORDER BY sort_name DESC, id DESC OFFSET 50 LIMIT 1`;

/** Medians, and what each costs in terms of the first page of the small database. */
function asGrowth(cells) {
  const of = ({ rounds }, name) => median(rounds.map((round) => round[name]));
  const [least] = cells;
  const rows = cells.map((cell) => [
    `${contactsOf(cell.size)} contacts`,
    cell.page,
    of(cell, 'rps').toFixed(0),
    of(cell, 'p50').toFixed(1),
    of(cell, 'postgresCpuMs')?.toFixed(2) ?? '–',
    (of(cell, 'p50') / of(least, 'p50')).toFixed(2),
  ]);
  return table([['growth', 'page', 'rps', 'p50 ms', 'PG CPU ms', '× p50'], ...rows]);
}
