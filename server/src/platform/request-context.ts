import type { DataSource } from 'typeorm';
import { staleVersion, unauthenticated } from './errors';
import { columnsOf, deletion, insertion, tableOf, update, type EntityClass } from './database/columns';
import { and, raw, sql, statement, type Sql } from './database/sql';
import type { Reader, Readers } from './database/reader';
import { Loads } from './loads';
import { adding, type ReadAhead, type Step } from './read-ahead';
import type { TenantEntity, VersionedEntity } from './database/tenant-entity';
import { isUuid, uuidv7 } from './database/uuid';
import type { Writer, Writers } from './database/writer';
import type { Asker, Viewer } from './viewer';
import type { Services } from './services';
import type { VisibilityOf } from './visibility';

/** Reads many keys at once; exported by the feature that owns the rows, run by `ctx.load`. */
export type LoaderDefinition<K, V> = (
  ctx: RequestContext,
  keys: readonly K[],
) => Promise<ArrayLike<V | Error>>;

export interface RequestDetails {
  id: string;
  ip: string | null;
  userAgent: string | null;
  /** Sets or clears the session's cookie; does nothing where nobody waits for an answer. */
  keepSession(token: string | null): void;
}

/** What outlives a request: connections, and what the features have stated. */
export interface Platform {
  dataSource: DataSource;
  readers: Readers;
  writers: Writers;
  services: Services;
  visibilityOf: VisibilityOf;
  /** Who a session stands for now; null when it has ended, or when its token has another digest than the one given. */
  viewerOfSession(ctx: RequestContext, sessionId: string, tokenDigest?: string): Promise<Viewer | null>;
  /** What the features do when an event happens, see `events.ts`. */
  handlersOf(event: string): readonly EventHandle[];
}

export type EventHandle = (tx: Transaction, payload: never) => Promise<void>;

/** Something that happened to the product, told inside the transaction in which it happened. */
export interface DomainEvent<Payload> {
  name: string;
  /** Carries the payload's type only. */
  payload?: Payload;
}

export interface RowsOptions {
  where?: Sql;
  orderBy?: Sql;
  limit?: number;
  /** Whether what the question asks of the rows next shall come with them: cheaper for one row, dearer for many. */
  withNext?: boolean;
}

/** Everything a service may know about the call it is serving. */
export class RequestContext {
  private readonly loads = new Loads<RequestContext>();

  constructor(
    readonly platform: Platform,
    readonly companyId: string,
    public asker: Asker,
    readonly request: RequestDetails,
    protected readonly reader: Reader = platform.readers.forCompany(companyId),
  ) {}

  get viewer(): Viewer | null {
    return this.asker === 'system' ? null : this.asker;
  }

  /** The viewer of a field that shield lets only signed-in people reach. */
  get signedIn(): Viewer {
    if (!this.viewer) throw unauthenticated();
    return this.viewer;
  }

  /** From here on the request is somebody else's: after signing in, or when an impersonation starts or stops. */
  becomes(viewer: Viewer | null): void {
    this.asker = viewer;
    this.forget();
    // graphql-shield keeps this request's verdicts here.
    delete (this as { _shield?: unknown })._shield;
  }

  /** Batches and caches for this request only. */
  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V> {
    return this.loads.load(this, definition, key);
  }

  /** From here on it is known what the request asks of the rows that it will read. */
  expects(readAhead: ReadAhead): void {
    this.loads.expects(this, readAhead, this.companyId);
  }

  /** What the question asks of rows by their ids leaves together with the question for the rows. */
  askBeside(entity: EntityClass<TenantEntity>, ids: readonly string[]): void {
    this.loads.askBeside(this, entity, ids);
  }

  /** After a write: what was read before may no longer be true. */
  forget(): void {
    this.loads.forget();
  }

  /**
   * The rows of an entity that this viewer may see, as a table expression: `FROM ${ctx.visible(Unit)} unit`.
   * The company and the visibility are in it already; no other way leads to a company's rows.
   */
  visible<E extends TenantEntity>(entity: EntityClass<E>): Sql {
    return sql`(SELECT row.* FROM ${raw(tableOf(entity, this.platform.dataSource))} row WHERE ${this.mayBeSeen(entity)})`;
  }

  /** The columns of an entity under its property names; `row` is the table. */
  columns(entity: EntityClass<unknown>): Sql {
    return raw(columnsOf(entity, this.platform.dataSource));
  }

  /** The same of a feature that comes later, by the name of its entity. */
  visibleByName(entity: string): Sql {
    return this.visible(this.platform.dataSource.getMetadata(entity).target as EntityClass<TenantEntity>);
  }

  /** Visible rows as plain objects with the entity's property names; `row` is the table in `where` and `orderBy`. */
  rows<E extends TenantEntity>(
    entity: EntityClass<E>,
    { where, orderBy, limit, withNext = false }: RowsOptions = {},
  ): Promise<E[]> {
    const order = orderBy ? sql` ORDER BY ${orderBy}` : raw('');
    const most = limit === undefined ? raw('') : sql` LIMIT ${limit}`;
    const steps = withNext ? this.loads.stepsFrom(entity) : [];
    return this.read(entity, and(this.mayBeSeen(entity), where), sql`${order}${most}`, steps);
  }

  /** The row of the company itself, which is in no company and which everybody sees. */
  async companyRow<E extends object>(entity: EntityClass<E>): Promise<E | null> {
    const own = sql`row.id = ${this.companyId}`;
    return (await this.read(entity, own, raw(''), this.loads.stepsFrom(entity)))[0] ?? null;
  }

  private async read<E extends object>(
    entity: EntityClass<E>,
    condition: Sql,
    rest: Sql,
    steps: readonly Step[],
  ): Promise<E[]> {
    const table = raw(tableOf(entity, this.platform.dataSource));
    const { columns, tables } = adding(this, steps);
    const rows = await this.select<E>(
      sql`SELECT ${this.columns(entity)}${columns} FROM ${table} row${tables} WHERE ${condition}${rest}`,
    );
    if (steps.length > 0) this.loads.keep(this, this.platform.dataSource, rows, steps);
    return rows;
  }

  async row<E extends TenantEntity>(entity: EntityClass<E>, where: Sql): Promise<E | null> {
    return (await this.rows(entity, { where, limit: 1 }))[0] ?? null;
  }

  /** A statement of one's own, over `ctx.visible(…)` tables. */
  select<Row>(piece: Sql): Promise<Row[]> {
    return this.reader.read<Row>(statement(piece));
  }

  /** The condition under which the viewer sees a `row` of an entity: the company, and the viewer's visibility. */
  mayBeSeen<E extends TenantEntity>(entity: EntityClass<E>): Sql {
    return and(sql`row.company_id = ${this.companyId}`, this.platform.visibilityOf(entity, this.asker));
  }

  /** Commits when `work` resolves, rolls back when it throws; what this request had cached is forgotten. */
  async inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.platform.writers.inTransaction(this.companyId, (writer) =>
        work(new Transaction(this, writer)),
      );
    } finally {
      this.forget();
    }
  }

  /** The same call with the eyes of the company itself, for what no viewer may see but a command must check. */
  asSystem(): RequestContext {
    return new RequestContext(this.platform, this.companyId, 'system', this.request, this.reader);
  }
}

type Given<E> = Partial<Omit<E, 'companyId' | 'createdAt'>>;

/**
 * The call inside its one transaction: reads see what was written, and everything commits or nothing does. What is
 * written without an answer leaves with the next question or the commit, and what the database has against it is told
 * there.
 */
export class Transaction extends RequestContext {
  constructor(
    outside: RequestContext,
    private readonly writer: Writer,
  ) {
    super(outside.platform, outside.companyId, outside.asker, outside.request, writer);
  }

  /** Writes a new row of this company and returns it. */
  async insert<E extends TenantEntity>(entity: EntityClass<E>, given: Given<E>): Promise<E> {
    const row = { id: uuidv7(), ...given, companyId: this.companyId } as unknown as E;
    this.send(insertion(entity, this.platform.dataSource, row));
    return row;
  }

  /** Changes a row that nobody else edits by form. */
  async update<E extends TenantEntity>(entity: EntityClass<E>, id: string, changes: Given<E>): Promise<void> {
    this.send(update(entity, this.platform.dataSource, { id, companyId: this.companyId }, changes));
  }

  /** Changes a row that two people may edit: made from another version than the one that stands, it is refused. */
  async change<E extends VersionedEntity>(
    entity: EntityClass<E>,
    id: string,
    version: number,
    changes: Given<E>,
  ): Promise<void> {
    this.forget();
    const changed = { ...changes, version: version + 1, updatedAt: new Date().toISOString() };
    const written = await this.writer.write(
      statement(
        update(entity, this.platform.dataSource, { id, companyId: this.companyId, version }, changed),
      ),
    );
    if (written !== 1) throw staleVersion();
  }

  async delete<E extends TenantEntity>(entity: EntityClass<E>, where: Given<E>): Promise<number> {
    this.forget();
    return this.writer.write(
      statement(deletion(entity, this.platform.dataSource, { ...where, companyId: this.companyId })),
    );
  }

  /**
   * Holds a row from the next question until the end of the transaction, so that two commands on it come one after the
   * other; others may still write rows that point at it. Whoever holds several takes them in this order, so that nobody waits in a circle:
   * project, unit, identity, then contact, team member or buyer.
   */
  async lock<E extends TenantEntity>(entity: EntityClass<E>, id: string): Promise<void> {
    if (!isUuid(id)) return;
    const table = raw(tableOf(entity, this.platform.dataSource));
    this.send(
      sql`SELECT 1 FROM ${table} WHERE company_id = ${this.companyId} AND id = ${id} FOR NO KEY UPDATE`,
    );
  }

  /** A writing statement of one's own; it states the company itself. */
  execute<Row>(text: string, values: unknown[]): Promise<Row[]> {
    this.forget();
    return this.writer.read<Row>({ text, values });
  }

  /** The same, where nobody needs its answer. */
  send(piece: Sql): void {
    this.forget();
    this.writer.send(statement(piece));
  }

  /** A command inside a command joins its transaction. */
  override inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return work(this);
  }

  /** Tells the features that depend on this one; their part happens in this same transaction. */
  async emit<Payload>(event: DomainEvent<Payload>, payload: Payload): Promise<void> {
    for (const handle of this.platform.handlersOf(event.name)) await handle(this, payload as never);
  }
}
