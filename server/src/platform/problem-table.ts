export interface Problem {
  name: string;
  wrong: string;
  example: string;
}

/** All that is wrong, told at once. */
export function problemTable(lead: string, problems: Problem[]): string {
  const rows = [
    ['NAME', 'WHAT IS WRONG', 'EXAMPLE'],
    ...problems.map(({ name, wrong, example }) => [name, wrong, example]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
  return [lead, '', ...lines].join('\n');
}
