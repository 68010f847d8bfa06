import type { Asker } from './filled-company';
import type { Row } from './ledger';
import type { Oracle } from './oracle';

type Parent = Record<string, unknown>;

/** How many there must be, wherever an answer says how many there are without a filter. */
const totals: Record<string, (asker: Asker, oracle: Oracle, parent: Parent) => number> = {
  'Query.projects.totalCount': (asker, oracle) => oracle.known(asker, 'projects').length,
  'Query.contacts.totalCount': (asker, oracle) => oracle.known(asker, 'contacts').length,
  'Query.teamMembers.totalCount': (asker, oracle) => oracle.known(asker, 'team_members').length,
  'Project.units.totalCount': (asker, oracle, { id }) => unitsOf(asker, oracle, id).length,
  'Project.unitCount': (asker, oracle, { id }) => unitsOf(asker, oracle, id).length,
  'Project.soldCount': (asker, oracle, { id }) =>
    unitsOf(asker, oracle, id).filter((unit) => ['SOLD', 'HANDED_OVER'].includes(String(unit['sale_state'])))
      .length,
};

const unitsOf = (asker: Asker, oracle: Oracle, projectId: unknown): Row[] =>
  oracle.known(asker, 'units').filter((unit) => unit['project_id'] === projectId);

/** The numbers of an answer that count what the asker should not see. A count that nobody has told of is wrong as well. */
export function wrongTotals(data: unknown, asker: Asker, oracle: Oracle): string[] {
  const wrong: string[] = [];
  const look = (value: unknown, parent: Parent, field: string): void => {
    if (Array.isArray(value)) for (const each of value) look(each, parent, field);
    else if (value && typeof value === 'object') {
      const object = value as Parent;
      for (const [name, held] of Object.entries(object)) {
        const plain = name.replace(/^[A-Za-z]+_(?=\w)/, '');
        if (typeof held === 'number' && plain.endsWith('Count')) check(object, plain, held, parent, field);
        else if (!name.startsWith('__')) look(held, withId(object), plain);
      }
    }
  };
  const check = (object: Parent, name: string, held: number, parent: Parent, field: string) => {
    const inList = name === 'totalCount';
    const holder = inList ? parent : withId(object);
    const key = inList ? `${typeOf(holder)}.${field}.${name}` : `${typeOf(holder)}.${name}`;
    const expected = totals[key];
    if (!expected) wrong.push(`nobody has said in server/test/attack/totals.ts how many ${key} counts`);
    else if (expected(asker, oracle, holder) !== held)
      wrong.push(`${key} counts ${held}, and should ${expected(asker, oracle, holder)}`);
  };
  look(data, { __typename: 'Query' }, '');
  return [...new Set(wrong)];
}

const typeOf = (object: Parent) => (object['__typename'] ?? 'Query') as string;

/** Below an interface the fields of a type carry its name. */
const withId = (object: Parent): Parent => ({
  ...object,
  id: object['id'] ?? object[`${typeOf(object)}_id`],
});
