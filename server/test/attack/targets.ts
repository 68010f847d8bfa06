import { argumentsOf, type Operation, type Position } from './documents';
import type { Asker, FilledCompany } from './filled-company';
import type { Ledger } from './ledger';
import type { Oracle } from './oracle';

interface Given {
  companies: FilledCompany[];
  ledger: Ledger;
  seed: number;
}

/** What stands in the places of a question: one’s own and what is not, each in its turn. */
export class Targets {
  private readonly cursors = new Map<string, string[]>();
  private readonly knownIds = new Map<string, string[]>();
  private readonly textsOf = new Map<string, string[]>();
  private turn: number;

  constructor(
    private readonly given: Given,
    private readonly oracle: Oracle,
  ) {
    this.turn = given.seed;
  }

  /** Of a list: foreign alone, before and after one’s own. */
  mixed({ list, kind, type }: Position, foreign: unknown, own: unknown): unknown {
    const named = (id: unknown) => (kind === 'reference' ? { __typename: type, id } : id);
    if (!list) return foreign;
    const lists = [[foreign], [own, foreign], [foreign, own]].map((each) =>
      each.flat().filter((id) => id !== undefined),
    );
    return lists[this.next(lists.length)]!.map(named);
  }

  /** Arguments with what `choose` names in each place; the name that has to be typed to remove somebody is typed. */
  values(operation: Operation, choose: (position: Position) => unknown): Record<string, unknown> {
    let buyerId: unknown;
    return argumentsOf(operation, (path) => {
      if (path.at(-1) === 'confirmName') return nameOfBuyer(this.given.ledger, buyerId);
      for (const position of operation.positions.filter((each) => each.path.join() === path.join())) {
        const chosen = choose(position);
        if (chosen === undefined || chosen === null) continue;
        if (path.at(-1) === 'buyerId') buyerId = chosen;
        if (!position.list || Array.isArray(chosen)) return chosen;
        return [position.kind === 'reference' ? { __typename: position.type, id: chosen } : chosen];
      }
      return undefined;
    });
  }

  ownFor(asker: Asker, { kind, tables }: Position): string[] {
    if (kind !== 'id' && kind !== 'reference') return [];
    return this.tables(tables).flatMap((table) => this.known(asker, table));
  }

  private known(asker: Asker, table: string): string[] {
    const key = `${asker.company.id} ${asker.name} ${table}`;
    let ids = this.knownIds.get(key);
    if (!ids) this.knownIds.set(key, (ids = this.oracle.known(asker, table).map(({ id }) => id)));
    return ids;
  }

  /** What is not the asker’s and could stand in a place: of the asker’s own company, or of another. */
  foreignFor(asker: Asker, here: boolean): (place: Position) => string[] {
    const { companies, ledger } = this.given;
    return ({ kind, tables, path }) => {
      const others = companies.filter(({ company }) => (company === asker.company) === here);
      if (kind === 'cursor')
        return here ? [] : (this.cursors.get(path.join()) ?? [...this.cursors.values()].flat());
      if (kind === 'token') return here ? [] : others.flatMap(({ tokens }) => tokens);
      if (kind === 'id' || kind === 'reference')
        return this.tables(tables).flatMap((table) => {
          const own = new Set(this.known(asker, table));
          return others.flatMap(({ company }) =>
            ledger.rows
              .get(company.id)!
              .get(table)!
              .flatMap(({ id }) => (own.has(id) ? [] : [id])),
          );
        });
      // Whoever knows an address of this company may have a reset mailed to it.
      if (kind === 'email' && here) return [];
      return this.foreignTexts(asker, here, kind === 'email');
    };
  }

  private foreignTexts(asker: Asker, here: boolean, emails: boolean): string[] {
    const key = `${asker.company.id} ${asker.name} ${here} ${emails}`;
    let texts = this.textsOf.get(key);
    if (!texts) {
      const unknown = [...this.given.ledger.places].filter(
        ([value, places]) =>
          value.startsWith('xq') &&
          places.every(
            (place) => (place.companyId === asker.company.id) === here && !this.oracle.mayKnow(asker, place),
          ) &&
          (!emails || places.some(({ column }) => column === 'email')),
      );
      texts = unknown.map(([value]) => (emails ? `${value}@example.com` : value));
      this.textsOf.set(key, texts);
    }
    return texts;
  }

  private tables(meant: string[]): string[] {
    if (meant[0] !== 'any') return meant;
    return [...this.given.ledger.rows.values().next().value!.keys()];
  }

  pick({ kind }: Position, from: string[]): string | undefined {
    if (kind === 'id' || kind === 'reference' || from.length > 0) return from[this.next(from.length)];
    return undefined;
  }

  /** Goes round, so that everything has its turn; from another beginning with another seed. */
  next(length: number): number {
    this.turn = (this.turn * 1_103_515_245 + 12_345) % 2_147_483_648;
    return length ? Math.floor((this.turn / 2_147_483_648) * length) : 0;
  }

  keepCursors({ positions }: Operation, text: string): void {
    const path = positions.find(({ kind }) => kind === 'cursor')?.path.join();
    const found = [...text.matchAll(/"(?:endCursor|cursor)":"([\w-]+)"/g)].map(([, cursor]) => cursor!);
    if (path) this.cursors.set(path, [...(this.cursors.get(path) ?? []), ...found.slice(0, 3)]);
  }
}

function nameOfBuyer(ledger: Ledger, buyerId: unknown): string {
  for (const tables of ledger.rows.values()) {
    const buyer = tables.get('unit_buyers')!.find(({ id }) => id === buyerId);
    const contact = buyer && tables.get('contacts')!.find(({ id }) => id === buyer['contact_id']);
    if (contact) return `${String(contact['first_name'])} ${String(contact['last_name'])}`;
  }
  return 'Nobody Here';
}
