import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { EntityClass } from './database/columns';
import type { TenantEntity } from './database/tenant-entity';
import { Found, type Loader, type ReadAhead, type Step } from './read-ahead';

type Definition<Ctx, K, V> = (ctx: Ctx, keys: readonly K[]) => Promise<ArrayLike<V | Error>>;

const none: readonly never[] = [];

/**
 * What one request loads: batched, each key once, and read ahead where it is known what will be asked. It knows no
 * context of its own: Apollo goes on with a copy of the one that it was given, and who asks may change in that one.
 */
export class Loads<Ctx> {
  private readonly loaders = new Map<Definition<Ctx, never, unknown>, DataLoader<never, unknown>>();
  private readAhead: ReadAhead | null = null;

  load<K, V>(ctx: Ctx, definition: Definition<Ctx, K, V>, key: K): Promise<V> {
    return this.loaderOf(ctx, definition).load(key);
  }

  forget(): void {
    this.loaders.clear();
  }

  expects(ctx: Ctx, readAhead: ReadAhead, companyId: string): void {
    this.readAhead = readAhead;
    for (const definition of readAhead.atOnce) this.loadAhead(ctx, definition, companyId);
  }

  askBeside(ctx: Ctx, entity: EntityClass<TenantEntity>, ids: readonly string[]): void {
    for (const definition of this.readAhead?.besideRow.get(entity.name) ?? none) {
      for (const id of ids) this.loadAhead(ctx, definition, id);
    }
  }

  stepsFrom(entity: EntityClass<unknown>): readonly Step[] {
    return this.readAhead?.withRow.get(entity.name) ?? none;
  }

  /** What came with rows, for whoever loads it; what is known already stays. */
  keep(ctx: Ctx, dataSource: DataSource, rows: readonly object[], steps: readonly Step[]): void {
    const found = new Found(dataSource, (definition, key, value) =>
      this.loaderOf(ctx, definition as Definition<Ctx, string, unknown>).prime(key, value),
    );
    for (const row of rows) found.with(row, steps);
  }

  /** Whoever needs it is told what became of it. */
  private loadAhead(ctx: Ctx, definition: Loader, key: string): void {
    this.load(ctx, definition as Definition<Ctx, string, unknown>, key).catch(() => undefined);
  }

  private loaderOf<K, V>(ctx: Ctx, definition: Definition<Ctx, K, V>): DataLoader<K, V> {
    const known = this.loaders as unknown as Map<Definition<Ctx, K, V>, DataLoader<K, V>>;
    let loader = known.get(definition);
    if (!loader) known.set(definition, (loader = new DataLoader((keys) => definition(ctx, keys))));
    return loader;
  }
}
