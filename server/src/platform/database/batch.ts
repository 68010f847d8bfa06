import { serialize } from 'pg-protocol';
import { DatabaseError, Query, type ClientBase, type Connection } from 'pg';
import { prepareValue } from 'pg/lib/utils';
import { columnTypes } from './types';
import type { Statement } from './sql';
import { Patience } from './unavailable';

/** What a statement brought: its rows as plain objects, and PostgreSQL's word on what it did, such as `UPDATE 1`. */
export interface Answer {
  rows: unknown[];
  done: string;
}

/** A statement that waits for its answer. */
export interface Asked {
  text: string;
  values: unknown[];
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Values become text before anything is sent, so that one which cannot is nobody else's trouble. */
export const asking = (
  { text, values }: Statement,
  resolve: Asked['resolve'] = () => undefined,
  reject: Asked['reject'] = () => undefined,
): Asked => ({ text, values: values.map((value) => prepareValue(value) as unknown), resolve, reject });

type Read = ((text: string) => unknown) | null;

interface Prepared {
  name: string;
  /** Told once by PostgreSQL, with the first rows: asking again for each execution costs as much as short rows do. */
  columns: { name: string; read: Read }[];
  /** The keys of a row in their order, so that all rows have one shape. */
  blank: Record<string, unknown>;
}

/** What of pg's connection is used here. */
interface Wire {
  stream: Connection['stream'];
  close(statement: { type: 'S'; name: string }): void;
}

interface FieldDescription {
  name: string;
  dataTypeID: number;
}

/** More different statements than a connection is ever asked; past that the oldest is forgotten. */
const mostPrepared = 1_000;
const texts = new Set([25, 1043, 2950, 1082, 1700]);
const readerOf = (type: number): Read =>
  texts.has(type) ? null : (columnTypes.getTypeParser(type, 'text') as Read);

/** The statements that one connection has prepared, by their text. */
class PreparedStatements {
  private static readonly ofConnection = new WeakMap<Wire, PreparedStatements>();
  private readonly known = new Map<string, Prepared>();
  private made = 0;

  static of(wire: Wire): PreparedStatements {
    let statements = this.ofConnection.get(wire);
    if (!statements) this.ofConnection.set(wire, (statements = new PreparedStatements(wire)));
    return statements;
  }

  /** Of the connection, which all that is asked of it shares. */
  readonly patience: Patience;

  private constructor(private readonly wire: Wire) {
    this.patience = new Patience((error) => wire.stream.destroy(error));
  }

  get(text: string): Prepared | undefined {
    return this.known.get(text);
  }

  prepare(text: string, pieces: Buffer[]): Prepared {
    if (this.known.size >= mostPrepared) this.forget([...this.known.keys()][0]!);
    const prepared = { name: `s${++this.made}`, columns: [], blank: {} };
    this.known.set(text, prepared);
    pieces.push(serialize.parse({ name: prepared.name, text }));
    return prepared;
  }

  /** Closing what was never prepared is no error. */
  forget(text: string): void {
    const prepared = this.known.get(text);
    if (!prepared) return;
    this.known.delete(text);
    this.wire.close({ type: 'S', name: prepared.name });
  }
}

/** The connection is of no use any more. */
export const isLost = (error: unknown) => !(error instanceof DatabaseError) || error.severity === 'FATAL';

/** Its statement was forgotten while this one was on its way, or was prepared before its table got another shape. */
export const isOutdated = (error: unknown) =>
  error instanceof DatabaseError && (error.code === '26000' || error.code === '0A000');

/** pg lets only its own class into a pipeline, and declares the methods that make one up as properties. */
const Submittable = Query as unknown as new (config: { text: string }) => object;

/**
 * Statements that leave in one write and are answered in order, as one transaction where none is open. When one
 * fails, PostgreSQL skips those behind it: they are told so by `skipped`.
 * Extended query protocol: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export class Batch extends Submittable {
  private readonly prepared: Prepared[] = [];
  private statements!: PreparedStatements;
  private at = 0;
  // Not `rows`: pg would take that for its option of the same name.
  private found: unknown[] = [];

  constructor(
    private readonly asked: readonly Asked[],
    private readonly skipped: (asked: readonly Asked[], cause: unknown) => void,
  ) {
    super({ text: '' });
  }

  submit(wire: Wire): void {
    this.statements = PreparedStatements.of(wire);
    this.statements.patience.asked();
    // In one piece: a write of many pieces costs as much time again as all else about it.
    const pieces: Buffer[] = [];
    for (const { text, values } of this.asked) {
      const known = this.statements.get(text);
      const prepared = known ?? this.statements.prepare(text, pieces);
      this.prepared.push(prepared);
      pieces.push(serialize.bind({ statement: prepared.name, values }));
      if (!known) pieces.push(serialize.describe({ type: 'P' }));
      pieces.push(serialize.execute());
    }
    pieces.push(serialize.sync());
    // A connection that is cut tells all who wait for it.
    if (wire.stream.writable) wire.stream.write(Buffer.concat(pieces));
  }

  /** Puts it behind what this connection has been asked before. */
  sendBy(client: ClientBase): void {
    client.query(this as never);
  }

  handleRowDescription({ fields }: { fields: FieldDescription[] }): void {
    const prepared = this.prepared[this.at]!;
    prepared.columns = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
    prepared.blank = Object.fromEntries(fields.map(({ name }) => [name, null]));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { columns, blank } = this.prepared[this.at]!;
    const row = { ...blank };
    for (let index = 0; index < fields.length; index += 1) {
      const text = fields[index]!;
      const { name, read } = columns[index]!;
      if (text !== null) row[name] = read ? read(text) : text;
    }
    this.found.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const rows = this.found;
    this.found = [];
    const asked = this.asked[this.at]!;
    this.at += 1;
    this.statements.patience.heard();
    asked.resolve({ rows, done: text });
  }

  handleError(error: unknown): void {
    const [failed, ...behind] = this.asked.slice(this.at);
    this.asked.slice(this.at).forEach(({ text }) => this.statements?.forget(text));
    failed?.reject(error);
    if (behind.length) this.skipped(behind, error);
  }

  handleReadyForQuery(): void {
    // Every statement has been answered already.
    this.statements.patience.answered();
  }
}
