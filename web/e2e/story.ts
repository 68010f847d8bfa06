import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from './person';

/** A step that was told: what it brought about, or null where it failed. */
export interface Step<T> {
  name: string;
  outcome: { result: T } | null;
}

/** A part of what a step brought about. */
export const partOf = <T, Part>({ name, outcome }: Step<T>, pick: (result: T) => Part): Step<Part> => ({
  name,
  outcome: outcome && { result: pick(outcome.result) },
});

type Results<Steps extends readonly Step<unknown>[]> = {
  [Index in keyof Steps]: Steps[Index] extends Step<infer Result> ? Result : never;
};

/** Named steps, told one after the other; what failed leaves pictures and texts of every open page. */
export class Story {
  passed = 0;
  failed = 0;
  private folder: string | null = null;

  constructor(
    private readonly people: () => readonly Person[],
    private readonly serverLog: () => string,
  ) {}

  /** Works with what the steps before brought about; where one of them failed, so does this one. */
  async step<T, const Before extends readonly Step<unknown>[]>(
    name: string,
    before: Before,
    work: (...results: Results<Before>) => Promise<T>,
  ): Promise<Step<T>> {
    const broken = before.find(({ outcome }) => !outcome);
    if (broken) {
      this.failed += 1;
      console.log(`  ✗ ${name}: it needs “${broken.name}”`);
      return { name, outcome: null };
    }
    const began = Date.now();
    try {
      const results = before.map(({ outcome }) => outcome?.result) as Results<Before>;
      const result = await work(...results);
      this.passed += 1;
      console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
      return { name, outcome: { result } };
    } catch (error) {
      this.failed += 1;
      console.log(`  ✗ ${name}\n${((error as Error).stack ?? String(error)).replace(/^/gm, '      ')}`);
      console.log(`      what was on the screens: ${await this.keepEvidence(name)}`);
      return { name, outcome: null };
    }
  }

  /** Many of one kind: counted one by one, told as one line. */
  tally(name: string, passed: number, problems: readonly string[]): void {
    this.passed += passed;
    this.failed += problems.length;
    console.log(`  ${problems.length ? '✗' : '✓'} ${name}: ${passed} fine, ${problems.length} not`);
    for (const problem of problems) console.log(`      ${problem}`);
  }

  private async keepEvidence(name: string): Promise<string> {
    this.folder ??= mkdtempSync(join(tmpdir(), 'portico-failures-'));
    const folder = join(this.folder, `${this.failed} ${name}`.replace(/[^\w ’-]+/g, '').slice(0, 80));
    mkdirSync(folder);
    writeFileSync(join(folder, 'server.log'), this.serverLog());
    for (const person of this.people()) {
      const file = join(folder, person.name);
      await person.page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => undefined);
      writeFileSync(`${file}.txt`, await person.describe().catch(String));
    }
    return folder;
  }
}
