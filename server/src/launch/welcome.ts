import { demoPasswordOf, demoPeople } from '../app/demo';
import type { ReadyConfig } from '../platform/config';

/** Where to go now, and as whom. */
export function welcome(config: ReadyConfig, held: 'none' | 'demo' | 'own'): string {
  const { publicUrl, smtpUrl } = config;
  const places = [
    ['Console', `${publicUrl}/console`],
    ['Portal', `${publicUrl}/portal`],
    ['Playground', `${publicUrl}/developers/playground`],
    ...(smtpUrl ? [] : [['Mailbox', `${publicUrl}/demo/mailbox`]]),
  ];
  return ['', 'Portico is ready.', '', ...table(places), '', ...next[held](config)].join('\n');
}

const next = {
  none: () => [
    'There is no company yet. Make yours in a second terminal, with the same environment:',
    '',
    `  npm run company:create -- --name 'Example Homes' --owner-first-name Emma --owner-last-name Hartley --owner-email emma@example.com`,
    '',
    'It prints the link with which the owner chooses a password.',
    '',
  ],
  demo: (config: ReadyConfig) => {
    const password = demoPasswordOf(config);
    return [...table(demoPeople.map(({ role, email }) => [role, email, password])), ''];
  },
  own: () => [],
};

function table(rows: string[][]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(width(column))).join('   ')}`.trimEnd(),
  );
}
