import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Rates } from './budgets';
import { connectionsPerProcess } from './database/connections';
import { problemTable, type Problem } from './problem-table';
import {
  amount,
  databaseUrl,
  host,
  networks,
  oneOf,
  password,
  port,
  processes,
  publicUrl,
  secret,
  sender,
  smtpUrl,
  Wrong,
  yesOrNo,
} from './setting-parsers';

export const projectDir = join(__dirname, '../../..');

/** One environment variable: the check, the table of problems and the documentation all read it from here. */
export interface Setting<T = unknown> {
  type: string;
  /** As documented; null where nothing is assumed. */
  default: string | null;
  meaning: string;
  example: string;
  /** May also be given as a file, through `NAME_FILE`. */
  secret?: true;
  /** Throws a `Wrong` that says what is wrong without repeating the value, which may hold a password. */
  parse: (text: string) => T;
}

const setting = <T>(definition: Setting<T>) => definition;

/** Every environment variable that Portico reads, in the order of the documentation. */
export const settings = {
  PORT: setting({
    type: 'port',
    default: '4000',
    meaning: 'The port that Portico listens on.',
    example: '4000',
    parse: port,
  }),
  PUBLIC_URL: setting({
    type: 'address',
    default: 'http://localhost:PORT',
    meaning: 'The address under which people reach Portico. Every link in a mail begins with it.',
    example: 'https://portal.example.com',
    parse: publicUrl,
  }),
  HOST: setting({
    type: 'IP address or host name',
    default: 'localhost while PUBLIC_URL is on localhost, else 0.0.0.0',
    meaning:
      'The network address to listen on. A trial on a laptop is not visible to its network; use 0.0.0.0 for all of them.',
    example: '0.0.0.0',
    parse: host,
  }),
  WEB_CONCURRENCY: setting({
    type: 'whole number from 1 to 64',
    default: '1',
    meaning: `How many processes serve. Each uses one core of the machine at most, and up to ${connectionsPerProcess} connections to the database.`,
    example: '4',
    parse: processes,
  }),
  DATABASE_URL: setting({
    type: 'address',
    default: null,
    meaning: 'A PostgreSQL 15 or newer. Without it Portico runs its own under DATA_DIR.',
    example: 'postgres://portico:password@db.example.com:5432/portico',
    secret: true,
    parse: databaseUrl,
  }),
  DATA_DIR: setting({
    type: 'folder',
    default: 'data, in the folder of Portico',
    meaning: 'Uploaded files, the generated secret and the embedded database live here. Back it up.',
    example: '/var/lib/portico',
    parse: (text) => resolve(projectDir, text),
  }),
  SMTP_URL: setting({
    type: 'address',
    default: null,
    meaning: 'The mail server. Without it nothing is sent: mails land in the demo mailbox.',
    example: 'smtps://user:password@smtp.example.com:465',
    secret: true,
    parse: smtpUrl,
  }),
  MAIL_FROM: setting({
    type: 'e-mail address',
    default: 'Portico <no-reply@ the host of PUBLIC_URL>',
    meaning: 'The sender of every mail.',
    example: 'Example Homes <portal@example.com>',
    parse: sender,
  }),
  PORTICO_SECRET: setting({
    type: 'text of at least 32 characters',
    default: 'generated once, kept in DATA_DIR/secret',
    meaning:
      'The key from which tokens and the passwords of the database roles are derived. Every server of one database needs the same.',
    example: 'the output of: openssl rand -base64 48',
    secret: true,
    parse: secret,
  }),
  TRUSTED_PROXIES: setting({
    type: 'list of IP addresses or networks',
    default: 'none',
    meaning: 'The reverse proxies whose forwarded client address is believed.',
    example: '10.0.0.0/8,127.0.0.1',
    parse: networks,
  }),
  RATE_LIMIT_ADDRESS: setting({
    type: 'whole number up to a billion',
    default: '60000',
    meaning: 'How many requests and socket messages one network address may send in a minute.',
    example: '60000',
    parse: amount,
  }),
  RATE_LIMIT_ACCOUNT: setting({
    type: 'whole number up to a billion',
    default: '600000',
    meaning:
      'How many points a colleague may spend in a minute, from wherever he asks; buyers and partners a quarter of it. A question costs 1 to 1000 points.',
    example: '600000',
    parse: amount,
  }),
  RATE_LIMIT_SESSION: setting({
    type: 'whole number up to a billion',
    default: '300000',
    meaning: 'The same for one session.',
    example: '300000',
    parse: amount,
  }),
  OVERLOAD_LATENCY: setting({
    type: 'milliseconds',
    default: '300',
    meaning:
      'Where more than a twentieth of the requests take longer than this, fewer are worked on at once, and others are told to come again in a second.',
    example: '300',
    parse: amount,
  }),
  LOG_LEVEL: setting({
    type: 'fatal, error, warn, info, debug, trace or silent',
    default: 'info',
    meaning: 'How much the server tells.',
    example: 'warn',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  }),
  METRICS_TOKEN: setting({
    type: 'text of at least 16 characters',
    default: null,
    meaning: 'What Prometheus shows as its bearer token to read `/metrics`. Without it nobody reads them.',
    example: 'the output of: openssl rand -hex 24',
    secret: true,
    parse: password,
  }),
  DEMO: setting({
    type: 'true or false',
    default: 'true',
    meaning: 'Whether the very first start fills an empty database with the demo company.',
    example: 'false',
    parse: yesOrNo,
  }),
  NODE_ENV: setting({
    type: 'production, development or test',
    default: 'production',
    meaning: 'Development tells more in errors; leave it unset on a server.',
    example: 'production',
    parse: oneOf('production', 'development', 'test'),
  }),
};

type SettingName = keyof typeof settings;
type Given = { [Name in SettingName]?: ReturnType<(typeof settings)[Name]['parse']> };

export interface Config {
  nodeEnv: 'production' | 'development' | 'test';
  port: number;
  host: string;
  /** How many serve; one serves by itself, several are started by one that does not. */
  processes: number;
  /** An origin: no slash at the end. */
  publicUrl: string;
  databaseUrl: string | null;
  dataDir: string;
  smtpUrl: string | null;
  mailFrom: string;
  /** Null until the launch has read or generated the one in the data folder. */
  secret: string | null;
  trustedProxies: string[];
  rates: Rates;
  overloadLatency: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Null where nobody reads the metrics. */
  metricsToken: string | null;
  demo: boolean;
}

/** What the server gets: the launch has read or generated the secret by then. */
export type ReadyConfig = Config & { secret: string };

/** All that is wrong with the environment, as one table. */
export class ConfigError extends Error {
  override name = 'ConfigError';

  constructor(readonly problems: Problem[]) {
    super(problemTable('Portico cannot start with this environment. Nothing was changed.', problems));
  }
}

/** The text of a variable, from itself or from the file that `NAME_FILE` names. Blank is the same as unset. */
function given(env: NodeJS.ProcessEnv, name: string, definition: Setting): string | undefined {
  const text = env[name]?.trim() || undefined;
  const file = definition.secret && (env[`${name}_FILE`]?.trim() || undefined);
  if (!file) return text;
  if (text) throw new Wrong(`is given twice, as ${name} and as ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    throw new Wrong(
      `the file that ${name}_FILE names cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

/** Throws one `ConfigError` that names every problem; touches nothing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries<Setting>(settings)) {
    try {
      const text = given(env, name, definition);
      if (text !== undefined) values[name] = definition.parse(text);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push({ name, wrong: error.message, example: definition.example });
    }
  }
  if (problems.length) throw new ConfigError(problems);
  return withDefaults(values);
}

/** Whether only a browser on the machine itself reaches this address. */
export const isOnThisMachine = (address: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);

function withDefaults(from: Given): Config {
  const ownPort = from.PORT ?? 4000;
  const address = from.PUBLIC_URL ?? `http://localhost:${ownPort}`;
  const { hostname } = new URL(address);
  const onlyHere = isOnThisMachine(address);
  return {
    nodeEnv: from.NODE_ENV ?? 'production',
    port: ownPort,
    host: from.HOST ?? (onlyHere ? 'localhost' : '0.0.0.0'),
    processes: from.WEB_CONCURRENCY ?? 1,
    publicUrl: address,
    databaseUrl: from.DATABASE_URL ?? null,
    dataDir: from.DATA_DIR ?? join(projectDir, 'data'),
    smtpUrl: from.SMTP_URL ?? null,
    mailFrom: from.MAIL_FROM ?? `Portico <no-reply@${hostname}>`,
    secret: from.PORTICO_SECRET ?? null,
    trustedProxies: from.TRUSTED_PROXIES ?? [],
    rates: {
      address: from.RATE_LIMIT_ADDRESS ?? 60_000,
      account: from.RATE_LIMIT_ACCOUNT ?? 600_000,
      session: from.RATE_LIMIT_SESSION ?? 300_000,
    },
    overloadLatency: from.OVERLOAD_LATENCY ?? 300,
    logLevel: from.LOG_LEVEL ?? 'info',
    metricsToken: from.METRICS_TOKEN ?? null,
    demo: from.DEMO ?? true,
  };
}
