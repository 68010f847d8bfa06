import { getNamedType, isAbstractType, type GraphQLSchema } from 'graphql';
import type { Platform } from '../../src/platform/request-context';
import { tellingIn } from './canaries';
import {
  asked,
  everythingOf,
  forms,
  operationsOf,
  type Asked,
  type Form,
  type Operation,
  type Position,
  searchableFields,
} from './documents';
import type { Asker, FilledCompany } from './filled-company';
import { inProcess, type Told, type Transport } from './in-process';
import { Digests, type Ledger, type Place } from './ledger';
import { Oracle } from './oracle';
import { Targets } from './targets';
import { wrongTotals } from './totals';

export interface Breach {
  asker: string;
  why: string;
  text: string;
  variables: unknown;
}

interface Given {
  companies: FilledCompany[];
  ledger: Ledger;
  schema: GraphQLSchema;
  seed: number;
  /** How somebody asks; without it, in process. */
  transport?: Transport;
  /** How deep answers to foreign ids are read. */
  depth?: number;
  /** What is asked in process, where it is not the product as it is. */
  platform?: Platform;
  /** Only what belongs to others is looked for: what is one’s own changes meanwhile. */
  othersOnly?: boolean;
}

interface Scope {
  /** Only ids of another company, whose rows alone are compared afterwards: what each wall must hold by itself. */
  tenantsOnly?: boolean;
  /** How many forms each place is asked in, in turn. */
  formsEach?: number;
  askers?: (asker: Asker) => boolean;
  operations?: (name: string) => boolean;
}

const all = () => true;

/** Everybody asks for everything that is somebody else’s, in every place that can name it. */
export class Attack {
  requests = 0;
  readonly breaches: Breach[] = [];
  readonly oracle: Oracle;
  private readonly operations: Operation[];
  private readonly targets: Targets;
  private readonly transport: Transport;
  private readonly selections = new Map<string, string>();
  private digested: Digests | undefined;

  constructor(private readonly given: Given) {
    this.oracle = new Oracle(given.ledger);
    this.operations = operationsOf(given.schema);
    this.targets = new Targets(given, this.oracle);
    this.transport = given.transport ?? inProcess(given.schema, given.platform);
  }

  /** A wall that is down is down: nobody reads a thousand breaches. */
  private get isEnough(): boolean {
    return this.breaches.length > 50;
  }

  get askers(): Asker[] {
    return this.given.companies.flatMap(({ askers }) => askers);
  }

  /** From what is everybody’s own, as far as it leads: nothing foreign comes up, and totals are what they must be. */
  async crawl(depth: number, { askers = all, operations = all }: Scope = {}): Promise<void> {
    const { schema } = this.given;
    const queries = this.operations.filter(({ root, name }) => root === 'Query' && operations(name));
    for (const asker of this.askers.filter(askers)) {
      if (this.isEnough) return;
      for (const operation of queries) {
        const selection = everythingOf(schema, operation.field.type, depth);
        const named = operation.positions.filter(({ required, kind }) => required || kind === 'reference');
        for (const position of named.length ? named : [null]) {
          const many = position ? this.targets.ownFor(asker, position).slice(0, 12) : [null];
          for (const id of many) {
            const values = this.targets.values(operation, (each) => (each === position ? id : undefined));
            const question = asked(operation, selection, 'at the top', [values]);
            const told = await this.ask(asker, question);
            for (const why of wrongTotals(told.data, asker, this.oracle)) this.found(asker, question, why);
            this.targets.keepCursors(operation, told.text);
          }
        }
      }
    }
  }

  /** Every place of every operation, with what is not the asker’s. */
  async foreign(scope: Scope = {}): Promise<void> {
    const { tenantsOnly = false, formsEach = forms.length, askers = all, operations = all } = scope;
    for (const asker of this.askers.filter(askers)) {
      const victims = this.given.companies.filter(({ company }) => !tenantsOnly || company !== asker.company);
      const before = await this.digests(victims);
      const named = this.operations.filter(({ positions, name }) => positions.length > 0 && operations(name));
      const questions = named.flatMap((operation) =>
        operation.positions.flatMap((position) =>
          this.questions(asker, operation, position, { tenantsOnly, formsEach }),
        ),
      );
      for (const group of groupsOf(questions)) {
        if (this.isEnough) return;
        await Promise.all(group.map((question) => this.askForForeign(asker, question)));
        await this.compare(asker, victims, before, group);
      }
    }
  }

  /** Every command, in earnest, on what is one’s own: of another company nothing is shown, and nothing changes. */
  async ownCommands(victim: FilledCompany['company'], { askers = all }: Scope = {}): Promise<void> {
    const digests = (this.digested ??= await Digests.open());
    const before = await digests.of(victim);
    const commands = this.operations.filter(
      ({ root, positions }) => root === 'Mutation' && positions.some(({ kind }) => kind === 'id'),
    );
    for (const asker of this.askers.filter(askers)) {
      for (const operation of commands) {
        const selection = everythingOf(this.given.schema, operation.field.type, 2);
        for (let turn = 0; turn < 3; turn += 1) {
          const values = this.targets.values(operation, (place) =>
            this.targets.pick(place, this.targets.ownFor(asker, place)),
          );
          const question = asked(operation, selection, 'at the top', [values]);
          await this.ask(asker, question);
          const now = await digests.of(victim);
          const changed = Object.keys(now).filter((table) => now[table] !== before[table]);
          if (changed.length) this.found(asker, question, `changed ${changed.join(', ')} of another company`);
          Object.assign(before, now);
        }
      }
    }
  }

  /** Lists within what is one’s own, searched for what is somebody else’s. */
  async searches(): Promise<void> {
    for (const { type, table, field } of searchableFields(this.given.schema)) {
      const selection = everythingOf(this.given.schema, field.type, 1);
      const text = `query ($id: ID!, $text: String) { node(id: $id) { ... on ${type} { found: ${field.name}(search: $text) ${selection} } } }`;
      for (const asker of this.askers) {
        const place: Position = {
          path: ['search'],
          kind: 'search',
          tables: [],
          list: false,
          required: false,
        };
        const texts = [true, false].flatMap((here) => this.targets.foreignFor(asker, here)(place));
        for (const { id } of this.oracle.known(asker, table)) {
          for (let turn = 0; turn < 8; turn += 1) {
            const question = { text, variables: { id, text: this.targets.pick(place, texts) } };
            const { data } = await this.ask(asker, question);
            const { found } = (data?.['node'] ?? {}) as { found?: { edges: unknown[]; totalCount: number } };
            if (found && (found.totalCount || found.edges.length))
              this.found(asker, question, 'a search for what is foreign finds something');
          }
        }
      }
    }
  }

  /** Everything that there is, by its id alone: what is not the asker’s does not exist for her. */
  async everyId(): Promise<void> {
    const each = (index: number) => `a${index}: node(id: $id${index}) { __typename id }`;
    for (const asker of this.askers) {
      const place: Position = { path: ['id'], kind: 'id', tables: ['any'], list: false, required: true };
      const ids = [true, false].flatMap((here) => this.targets.foreignFor(asker, here)(place));
      for (let first = 0; first < ids.length; first += 20) {
        const some = ids.slice(first, first + 20);
        const declared = some.map((_, index) => `$id${index}: ID!`).join(', ');
        const text = `query (${declared}) { ${some.map((_, index) => each(index)).join(' ')} }`;
        const variables = Object.fromEntries(some.map((id, index) => [`id${index}`, id]));
        await this.ask(asker, { text, variables });
      }
    }
  }

  private async askForForeign(asker: Asker, question: Foreign): Promise<void> {
    const told = await this.ask(asker, question);
    if (!question.filters || question.form === 'under two aliases') return;
    // A filter by what is somebody else’s finds nothing, not even how many.
    const list = told.data?.[question.operation] as
      { totalCount?: number; edges?: unknown[] } | null | undefined;
    if (list && (list.totalCount || list.edges?.length))
      this.found(asker, question, 'a foreign filter finds something');
  }

  private questions(
    asker: Asker,
    operation: Operation,
    position: Position,
    { tenantsOnly, formsEach }: { tenantsOnly: boolean; formsEach: number },
  ) {
    const selection = this.selectionOf(operation);
    const filters =
      !position.required &&
      (position.kind === 'search' || (position.kind === 'id' && operation.root === 'Query'));
    const found: Foreign[] = [];
    const add = (victims: (place: Position) => string[], form: Form, whole: boolean) => {
      const own = this.targets.values(operation, (place) =>
        this.targets.pick(place, this.targets.ownFor(asker, place)),
      );
      const values = [0, 1].map(() =>
        this.targets.values(operation, (place) => {
          const foreign = () => this.targets.pick(place, victims(place));
          if (place === position)
            return this.targets.mixed(
              place,
              foreign(),
              this.targets.pick(place, this.targets.ownFor(asker, place)),
            );
          if (place.kind !== 'id') return undefined;
          return whole
            ? foreign()
            : place.required
              ? (this.targets.pick(place, this.targets.ownFor(asker, place)) ?? foreign())
              : undefined;
        }),
      );
      const withOwn = operation.root === 'Query' && form === 'under two aliases';
      const question = asked(operation, selection, form, withOwn ? [own, values[1]!] : values);
      found.push({ ...question, operation: operation.name, form, filters });
    };
    const [elsewhere, here] = [this.targets.foreignFor(asker, false), this.targets.foreignFor(asker, true)];
    const inTurn = (count: number) =>
      Array.from({ length: count }, () => forms[this.targets.next(forms.length)]!);
    const hasOthers = elsewhere(position).length > 0;
    if (hasOthers) for (const form of inTurn(formsEach)) add(elsewhere, form, false);
    if (hasOthers && operation.positions.length > 1)
      for (const form of inTurn(Math.ceil(formsEach / 2))) add(elsewhere, form, true);
    if (tenantsOnly || here(position).length === 0) return found;
    for (const form of inTurn(formsEach)) add(here, form, false);
    if (operation.positions.length > 1)
      for (const form of inTurn(Math.ceil(formsEach / 2))) add(here, form, true);
    return found;
  }

  private selectionOf({ name, field }: Operation): string {
    const { schema, depth = 2, transport } = this.given;
    // What may be of any type is too much to ask for at once where questions are bounded.
    if (transport && isAbstractType(getNamedType(field.type))) return '{ __typename ... on Node { id } }';
    let selection = this.selections.get(name);
    if (!selection) this.selections.set(name, (selection = everythingOf(schema, field.type, depth)));
    return selection;
  }

  async ask(asker: Asker, question: Asked): Promise<Told> {
    this.requests += 1;
    const told = await this.transport(asker, question);
    if (told.broken) this.found(asker, question, told.broken);
    for (const why of this.foreignIn(asker, told.text)) this.found(asker, question, why);
    return told;
  }

  /** What stands in a text and is not the asker’s to know. */
  foreignIn(asker: Asker, text: string): string[] {
    return tellingIn(withCursors(text)).flatMap((value) => {
      const places = this.given.ledger.places.get(value);
      if (!places || places.some((place) => this.mayBeShown(asker, place))) return [];
      return [`shows ${value}: ${places.map(described).join(', ')}`];
    });
  }

  private mayBeShown(asker: Asker, place: Place): boolean {
    if (this.given.othersOnly && place.companyId === asker.company.id) return true;
    return this.oracle.mayKnow(asker, place);
  }

  private async digests(victims: FilledCompany[]): Promise<Record<string, string>[]> {
    this.digested ??= await Digests.open();
    const digests = [];
    for (const { company } of victims) digests.push(await this.digested.of(company));
    return digests;
  }

  async close(): Promise<void> {
    await this.digested?.close();
  }

  private async compare(
    asker: Asker,
    victims: FilledCompany[],
    before: Record<string, string>[],
    questions: Asked[],
  ): Promise<void> {
    for (const [index, now] of (await this.digests(victims)).entries()) {
      const changed = Object.keys(now).filter((table) => now[table] !== before[index]![table]);
      if (changed.length === 0) continue;
      const where = victims[index]!.company === asker.company ? 'the own company' : 'another company';
      before[index] = now;
      const commands = questions.filter(({ text }) => text.startsWith('mutation'));
      const last = {
        text: commands.map(({ text }) => text).join('\n'),
        variables: commands.map(({ variables }) => variables),
      };
      this.found(asker, last, `one of these changed ${changed.join(', ')} of ${where}`);
    }
  }

  found(asker: Asker, { text, variables }: { text: string; variables: unknown }, why: string): void {
    this.breaches.push({ asker: asker.name, why, text, variables });
  }
}

/** As many as may be asked at once; whatever they change is found together. */
const atOnce = 60;

const groupsOf = (questions: Foreign[]): Foreign[][] =>
  Array.from({ length: Math.ceil(questions.length / atOnce) }, (_, index) =>
    questions.slice(index * atOnce, (index + 1) * atOnce),
  );

interface Foreign extends Asked {
  operation: string;
  form: Form;
  filters: boolean;
}

const described = ({ table, column, row }: Place) => `${table}.${column} of ${row.id}`;

/** A cursor is text in which names stand. */
const withCursors = (text: string): string =>
  text.replace(
    /"(?:endCursor|cursor)":"([\w-]+)"/g,
    (whole, cursor: string) => `${whole} ${Buffer.from(cursor, 'base64url').toString()}`,
  );
