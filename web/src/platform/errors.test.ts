import { buildSchema, type GraphQLEnumType } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import common from '../locales/en/common.json';
import { errorText } from './errorText';
import { type AnyErrorCode, toUserErrors } from './errors';
import { languages, setLanguage, startI18n } from './i18n';

const root = join(__dirname, '../../..');
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'), { assumeValidSDL: true });
const payloadCodes = (schema.getType('ErrorCode') as GraphQLEnumType).getValues().map(({ name }) => name);
const codes = [
  ...payloadCodes,
  'IMPERSONATION_READ_ONLY',
  'BAD_USER_INPUT',
  'INTERNAL_SERVER_ERROR',
  'NETWORK',
] as AnyErrorCode[];

beforeAll(() => startI18n('EN'));
afterAll(() => setLanguage('EN'));

test.each(languages)('every error that can reach a person has words of its own in %s', async (language) => {
  await setLanguage(language);
  const texts = codes.map((code) => errorText({ code, limit: 5 }));
  const repeated = texts.filter((text, at) => texts.indexOf(text) !== at);
  // Looking through someone's eyes is refused in the same words, whoever refuses it.
  expect(new Set(repeated).size).toBeLessThanOrEqual(1);
  expect(texts.filter((text) => text.includes('errors.') || text.includes('{{'))).toEqual([]);
});

test.each(languages)('every reason that the server can give has words of its own in %s', (language) => {
  const file = join(root, 'web/src/locales', language.toLowerCase(), 'common.json');
  const { errors } = JSON.parse(readFileSync(file, 'utf8')) as { errors: Record<string, string> };
  const given = refusalsOfTheServer();
  expect(given).toEqual(expect.arrayContaining(['VALIDATION_FAILED/notBoth', 'LOCKED/priceFrozen']));
  expect(given.filter((refusal) => !errors[refusal])).toEqual([]);
});

test('the finest wording wins: reason and field, then reason, then field, then the code', async () => {
  await setLanguage('EN');
  const words = common.errors;
  const text = (reason: string | null, ...field: string[]) =>
    errorText({ code: 'VALIDATION_FAILED', reason, field });
  expect(text('required', 'input', 'email')).toBe(words['VALIDATION_FAILED/required/email']);
  expect(text('required', 'city')).toBe(words['VALIDATION_FAILED/required']);
  expect(text('somethingNew', 'email')).toBe(words['VALIDATION_FAILED//email']);
  expect(text('somethingNew', 'city')).toBe(words.VALIDATION_FAILED);
  expect(errorText({ code: 'SOMETHING_NEW' as AnyErrorCode })).toBe(words.INTERNAL_SERVER_ERROR);
});

test('limits and proposals stand in the text', async () => {
  await setLanguage('EN');
  expect(errorText({ code: 'FILE_TOO_LARGE', limit: 5 })).toContain('5 MB');
  expect(errorText({ code: 'VALIDATION_FAILED', reason: 'contrast', proposal: '#1f6f54' })).toContain(
    '#1f6f54',
  );
});

test('what a request throws reads like an expected error', () => {
  expect(toUserErrors(new TypeError('Failed to fetch'))).toEqual([
    { code: 'NETWORK', message: 'TypeError: Failed to fetch' },
  ]);
  expect(toUserErrors(new Error('a bug'))[0]?.code).toBe('INTERNAL_SERVER_ERROR');
});

/** What else than its code a statement says about the code of the reason in it. */
const codeIn = (statement: string): string =>
  /ErrorCode\.(\w+)/.exec(statement)?.[1] ??
  (/\bpoints:/.test(statement) ? 'RATE_LIMITED' : 'VALIDATION_FAILED');

/** From its source, as code and reason: `refuse(ErrorCode.LOCKED, …, { reason: 'hasBuyers' })`, `invalid(field, 'inUse', …)`. */
function refusalsOfTheServer(): string[] {
  const folder = join(root, 'server/src');
  const statements = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|mail.templates|^launch|^app.demo/.test(file))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(';'));
  const reasonsIn = (statement: string, pattern: RegExp) =>
    [...statement.matchAll(pattern)].map(([, reason]) => reason);
  const given = statements.flatMap((statement) => [
    ...reasonsIn(statement, /\breason: '([a-z]\w+)'/g).map((reason) => `${codeIn(statement)}/${reason}`),
    ...reasonsIn(statement, /\binvalid\(.*?,\s*'([a-z]\w+)',/gs).map(
      (reason) => `VALIDATION_FAILED/${reason}`,
    ),
    ...reasonsIn(statement, /\bnotTaken\('([a-z]\w+)'\)/g).map((reason) => `FILE_TYPE_NOT_ALLOWED/${reason}`),
  ]);
  return [...new Set(given)];
}
