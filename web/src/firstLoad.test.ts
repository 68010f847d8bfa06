import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface FirstLoad {
  kilobytes: number;
  cssKilobytes: number;
  modules: string[];
}

jest.setTimeout(180_000);

const firstLoad = JSON.parse(
  execFileSync(process.execPath, [join(__dirname, '../first-load.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  }),
) as Record<'signIn' | 'portal' | 'console', FirstLoad>;

/** Only a team member's browser has a use for these. */
const consoleOnly =
  /^pages\/console\/|^features\/(access|audit|company|contacts|profile|projects|sales|spaces|team|units)\//;

test.each(['signIn', 'portal'] as const)('%s downloads nothing of the console', (side) => {
  expect(firstLoad[side].modules.length).toBeGreaterThan(10);
  expect(firstLoad[side].modules.filter((module) => consoleOnly.test(module))).toEqual([]);
});

test('the console does, or the test above would prove nothing', () => {
  expect(firstLoad.console.modules.some((module) => consoleOnly.test(module))).toBe(true);
});

test('what is downloaded before a first page is drawn does not grow unnoticed', () => {
  // React alone is 69, Apollo with what it stands on 48.
  expect(firstLoad.portal.kilobytes).toBeLessThan(136);
  expect(firstLoad.portal.cssKilobytes).toBeLessThan(11);
  expect(firstLoad.signIn.kilobytes).toBeLessThan(163);
  expect(firstLoad.console.kilobytes).toBeLessThan(217);
});

test('the first page of the portal is drawn without the kit', () => {
  expect(firstLoad.portal.modules).not.toContain('ui/Kit.tsx');
  expect(firstLoad.signIn.modules).toContain('ui/Kit.tsx');
});
