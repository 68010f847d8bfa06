import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, settings } from './config';

const folder = mkdtempSync(join(tmpdir(), 'portico-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function secretFile(text: string): string {
  const path = join(folder, String(Math.random()));
  writeFileSync(path, text);
  return path;
}

function problemsOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('this environment was accepted');
}

test('an empty environment is a working one', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: 'localhost',
    processes: 1,
    publicUrl: 'http://localhost:4000',
    databaseUrl: null,
    smtpUrl: null,
    mailFrom: 'Portico <no-reply@localhost>',
    secret: null,
    trustedProxies: [],
    logLevel: 'info',
    demo: true,
    nodeEnv: 'production',
  });
});

test('the public address follows the port, and a public address opens the server to the network', () => {
  expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readConfig({ PUBLIC_URL: 'https://portal.example.com/' })).toMatchObject({
    publicUrl: 'https://portal.example.com',
    host: '0.0.0.0',
  });
});

test('every problem is told at once, in one table with an example each', () => {
  const error = problemsOf({
    PORT: '70000',
    WEB_CONCURRENCY: '65',
    HOST: 'not a host',
    PUBLIC_URL: 'portal.example.com/path',
    DATABASE_URL: 'mysql://localhost/portico',
    SMTP_URL: 'mail.example.com',
    MAIL_FROM: 'nobody',
    PORTICO_SECRET: 'short',
    TRUSTED_PROXIES: '10.0.0.0/99',
    RATE_LIMIT_ADDRESS: '0',
    RATE_LIMIT_ACCOUNT: 'none',
    RATE_LIMIT_SESSION: '1e9',
    OVERLOAD_LATENCY: 'soon',
    LOG_LEVEL: 'loud',
    METRICS_TOKEN: 'short',
    DEMO: 'maybe',
    NODE_ENV: 'staging',
  });

  const names = error.problems.map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    Object.keys(settings)
      .filter((name) => name !== 'DATA_DIR')
      .toSorted(),
  );
  for (const { name, wrong, example } of error.problems) {
    const line = error.message.split('\n').find((each) => each.startsWith(`${name} `));
    expect(line).toContain(wrong);
    expect(line).toContain(example);
  }
});

test('a secret is never repeated, not even in a complaint about it', () => {
  const { message } = problemsOf({
    DATABASE_URL: 'mysql://portico:hunter2@localhost/portico',
    SMTP_URL: 'http://mailer:hunter2@localhost',
    PORTICO_SECRET: 'hunter2',
    PUBLIC_URL: 'https://admin:hunter2@portal.example.com',
  });
  expect(message).not.toContain('hunter2');
});

test('secrets may come from files', () => {
  const config = readConfig({
    DATABASE_URL_FILE: secretFile('postgres://portico:hunter2@db.example.com/portico\n'),
    PORTICO_SECRET_FILE: secretFile('a secret that is long enough to be one\n'),
  });
  expect(config.databaseUrl).toBe('postgres://portico:hunter2@db.example.com/portico');
  expect(config.secret).toBe('a secret that is long enough to be one');
});

test('a secret that is given twice, or whose file is missing, is a problem', () => {
  const error = problemsOf({
    SMTP_URL: 'smtp://localhost',
    SMTP_URL_FILE: secretFile('smtp://other.example.com'),
    PORTICO_SECRET_FILE: join(folder, 'missing'),
  });
  expect(error.problems.map(({ name, wrong }) => `${name} ${wrong}`)).toEqual([
    'SMTP_URL is given twice, as SMTP_URL and as SMTP_URL_FILE',
    'PORTICO_SECRET the file that PORTICO_SECRET_FILE names cannot be read (ENOENT)',
  ]);
});

test.each(['0', '65', '-1', '2.5', '1e1', 'max', '4 4'])('%s is no number of processes', (text) => {
  expect(problemsOf({ WEB_CONCURRENCY: text }).problems).toEqual([
    { name: 'WEB_CONCURRENCY', wrong: 'must be a whole number from 1 to 64', example: '4' },
  ]);
});

test('a variable that is set to nothing counts as unset', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '  ' })).toMatchObject({ port: 4000, smtpUrl: null });
});

test.each(Object.entries(settings).filter(([name]) => name !== 'PORTICO_SECRET'))(
  'the documented example of %s is accepted',
  (name, { example }) => {
    expect(() => readConfig({ [name]: example })).not.toThrow();
  },
);
