import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { connectionsPerProcess } from './database/connections';
import { problemTable, type Problem } from './problem-table';

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

class Wrong extends Error {}

function parsedUrl(text: string, protocols: string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new Wrong(
      `must be an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
    );
  }
  return url;
}

function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 65535) throw new Wrong('must be a whole number from 1 to 65535');
  return number;
}

const most = 64;

function processes(text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw new Wrong(`must be a whole number from 1 to ${most}`);
  return number;
}

function publicUrl(text: string): string {
  const url = parsedUrl(text, ['http:', 'https:']);
  if (url.href !== `${url.origin}/`)
    throw new Wrong('must be scheme, host and port only, without path, query or user');
  return url.origin;
}

function databaseUrl(text: string): string {
  const { pathname } = parsedUrl(text, ['postgres:', 'postgresql:']);
  if (!/^\/[^/]+$/.test(pathname)) throw new Wrong('must name a database after the host');
  return text;
}

const smtpUrl = (text: string) => parsedUrl(text, ['smtp:', 'smtps:']).href;

function host(text: string): string {
  if (!ipaddr.isValid(text) && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text))
    throw new Wrong('must be an IP address or a host name');
  return text;
}

function sender(text: string): string {
  if (!/^([^<>\r\n]*<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/.test(text)) {
    throw new Wrong('must be an e-mail address, with a name before it or without');
  }
  return text;
}

function secret(text: string): string {
  if (text.length < 32) throw new Wrong('must have at least 32 characters');
  return text;
}

function networks(text: string): string[] {
  const all = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (!all.every((each) => ipaddr.isValid(each) || ipaddr.isValidCIDR(each))) {
    throw new Wrong('must be IP addresses or networks (CIDR), separated by commas');
  }
  return all;
}

const oneOf =
  <T extends string>(...choices: T[]) =>
  (text: string): T => {
    const choice = choices.find((each) => each === text);
    if (!choice) throw new Wrong(`must be one of ${choices.join(', ')}`);
    return choice;
  };

function yesOrNo(text: string): boolean {
  const word = text.toLowerCase();
  if (!['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'].includes(word))
    throw new Wrong('must be true or false');
  return ['true', '1', 'yes', 'on'].includes(word);
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
  LOG_LEVEL: setting({
    type: 'fatal, error, warn, info, debug, trace or silent',
    default: 'info',
    meaning: 'How much the server tells.',
    example: 'warn',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
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
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
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
    logLevel: from.LOG_LEVEL ?? 'info',
    demo: from.DEMO ?? true,
  };
}
