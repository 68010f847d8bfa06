import { LaunchError } from '../launch/launch-error';

/** What the doctor says about one thing. */
export interface Finding {
  name: string;
  /** With a note Portico serves; with something wrong it does not, or not rightly. */
  state: 'ok' | 'note' | 'WRONG';
  found: string;
  toDo?: string;
  /** The environment is to blame, which has an exit code of its own. */
  ofEnvironment?: true;
}

export const ok = (name: string, found: string): Finding => ({ name, state: 'ok', found });
export const note = (name: string, found: string, toDo: string): Finding => ({
  name,
  state: 'note',
  found,
  toDo,
});
export const wrong = (name: string, found: string, toDo: string): Finding => ({
  name,
  state: 'WRONG',
  found,
  toDo,
});

/** What a launch would refuse is found wrong; the sentence says what to do. */
export async function refusal(name: string, check: () => Promise<void> | void): Promise<Finding | null> {
  try {
    await check();
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return wrong(
      name,
      error instanceof LaunchError ? why : `this could not be looked at: ${why}`,
      'see “When something goes wrong” in docs/self-hosting.md',
    );
  }
}

export function findingsTable(findings: Finding[]): string {
  const rows = [
    ['NAME', 'STATE', 'FOUND', 'WHAT TO DO'],
    ...findings.map(({ name, state, found, toDo = '' }) => [name, state, found, toDo]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
