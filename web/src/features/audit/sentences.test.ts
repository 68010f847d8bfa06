import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditKinds } from './auditKinds';

const server = join(__dirname, '../../../../server/src');
const locales = join(__dirname, '../../locales');

/** Every action that some part of the server writes into the log: names in files that use `audit`. */
function actionsOfTheServer(): string[] {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const actions = files.flatMap((name) => {
    const source = readFileSync(join(server, name), 'utf8');
    if (!/\baudit\(/.test(source)) return [];
    return [...source.matchAll(/'([a-z][A-Za-z]*\.[a-z]+(?:-[a-z]+)*)'/g)].map(([, action]) => action ?? '');
  });
  return [...new Set(actions)].sort();
}

const actions = actionsOfTheServer();

test('the server writes actions, and this test finds them', () => {
  expect(actions).toEqual(
    expect.arrayContaining(['access.granted', 'team.role-changed', 'email.half-confirmed']),
  );
});

test.each(['en', 'fr', 'nl', 'de'])('every action of the log is a sentence in %s', (language) => {
  const texts = JSON.parse(readFileSync(join(locales, language, 'audit.json'), 'utf8')) as {
    sentences: Record<string, Record<string, string>>;
  };
  const raw = actions.filter((action) => {
    const [noun = '', verb = ''] = action.split('.');
    return !texts.sentences[noun]?.[verb]?.includes('<actor/>');
  });
  expect(raw).toEqual([]);
});

test('every kind of action can be filtered by', () => {
  const kinds = new Set(actions.map((action) => action.slice(0, action.indexOf('.'))));
  expect([...kinds].filter((kind) => !(auditKinds as readonly string[]).includes(kind))).toEqual([]);
});
