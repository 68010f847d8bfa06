import '../platform/shims';
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createCompany, FirstCompany, inviteOwnerAgain } from '../app/first-company';
import { inTheNameOf } from '../app/platform';
import { readConfig } from '../platform/config';
import { uuidv7 } from '../platform/database/uuid';
import { Refusal, type Trouble } from '../platform/errors';
import { validateArgument } from '../platform/graphql/validation';
import { problemTable } from '../platform/problem-table';
import { command } from './command';
import { alone } from './first-start';
import { LaunchError } from './launch-error';
import { openDatabase } from './open-database';

const options = {
  name: 'Example Homes',
  'owner-first-name': 'Emma',
  'owner-last-name': 'Hartley',
  'owner-email': 'emma@example.com',
  language: 'EN, FR, NL or DE; EN without it',
};

/** Makes the first company of an empty database and invites its owner; repeated, the owner gets another link. */
command(async ({ log, onStarted }) => {
  const environment = readConfig(process.env);
  const wanted = await readOptions(process.argv.slice(2));
  const { config, ownerUrl, urls } = await openDatabase({ environment, log, onStarted });
  const path = await alone(ownerUrl, async (owner) => {
    const { rows: companies } = await owner.query<{ id: string; name: string }>(
      'SELECT id, name FROM companies ORDER BY created_at, id',
    );
    const [first] = companies;
    return inTheNameOf(first?.id ?? uuidv7(), config, urls, async (ctx) => {
      if (!first) return createCompany(ctx, wanted);
      const again = await inviteOwnerAgain(ctx, wanted.ownerEmail);
      if (again) return again;
      throw new LaunchError(
        `This database holds ${first.name}, whose owners invite colleagues in the console. Nothing was changed.`,
      );
    });
  }).catch((error: unknown) => {
    throw error instanceof Refusal ? new LaunchError(error.message) : error;
  });
  console.log(
    `\n${wanted.ownerEmail} chooses a password here, within 14 days:\n\n  ${config.publicUrl}${path}\n`,
  );
  console.log(
    config.smtpUrl
      ? 'The same link goes there by mail as soon as a server of Portico runs.\n'
      : 'Without SMTP_URL no mail is sent: hand the link over yourself.\n',
  );
});

async function readOptions(args: string[]): Promise<FirstCompany> {
  const given = parsed(args);
  const company = Object.assign(new FirstCompany(), {
    name: given.name ?? '',
    ownerFirstName: given['owner-first-name'] ?? '',
    ownerLastName: given['owner-last-name'] ?? '',
    ownerEmail: given['owner-email'] ?? '',
    language: (given.language ?? 'EN').toUpperCase(),
  });
  try {
    await validateArgument(company);
    return company;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new LaunchError(
      problemTable('The company cannot be made like this. Nothing was changed.', error.troubles.map(problem)),
    );
  }
}

function parsed(args: string[]) {
  const texts = Object.keys(options).map((name) => [name, { type: 'string' }] as const);
  try {
    return parseArgs({ args, options: Object.fromEntries(texts) }).values as Partial<
      Record<keyof typeof options, string>
    >;
  } catch (error) {
    throw new LaunchError((error as Error).message);
  }
}

const wrong: Record<string, string> = {
  required: 'is missing; options follow after a --',
  tooLong: 'is too long',
  forbiddenCharacters: 'holds characters that nobody can see',
};

function problem({ field, reason }: Trouble) {
  const name = field!.join('').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    name: `--${name}`,
    wrong: wrong[reason ?? ''] ?? 'is not valid',
    example: options[name as keyof typeof options],
  };
}
