import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Person } from './person';
import { framesDrawn, goTo, settled, shine } from './settled';
import type { Sight } from './sights';
import { english, german, type Texts } from './texts';

const axe = createRequire(import.meta.url)('axe-core') as { source: string };

export const widths = [360, 768, 1280] as const;
export const schemes = ['light', 'dark'] as const;
export const languages = { EN: english, DE: german } satisfies Record<string, Texts>;
export type Language = keyof typeof languages;

export interface Look {
  language: Language;
  width: (typeof widths)[number];
  scheme: (typeof schemes)[number];
}

/** What there is to say against a page as it looks now. */
export type Judge = (person: Person, sight: Sight, look: Look) => Promise<string[]>;

/** What one browser walks past. */
export interface Walk {
  person: Person;
  sights: readonly Sight[];
}

export interface Verdict {
  /** Pages against which nothing is to be said. */
  fine: number;
  problems: string[];
}

/** Walks past the pages in every language, scheme and width, all browsers at once. */
export async function sweep(walks: readonly Walk[], judge: Judge): Promise<Verdict> {
  const problems = new Map(walks.flatMap(({ sights }) => sights).map((sight) => [sight, [] as string[]]));
  for (const language of ['EN', 'DE'] as const) {
    // One after the other: several may be the same person.
    for (const { person } of walks) await speak(person, language);
    await Promise.all(
      walks.map(async ({ person, sights }) => {
        for (const sight of sights) {
          const found = await judged({ person, sight, language, judge }).catch((error: Error) => [
            error.message,
          ]);
          problems.get(sight)!.push(...found.map((each) => `${language}, ${sight.name}: ${each}`));
        }
      }),
    );
  }
  const all = [...problems.values()];
  return { fine: all.filter((found) => !found.length).length, problems: all.flat() };
}

interface Visit {
  person: Person;
  sight: Sight;
  language: Language;
  judge: Judge;
}

async function judged({ person, sight, language, judge }: Visit): Promise<string[]> {
  const { page } = person;
  await page.setViewportSize({ width: 1280, height: 900 });
  if (person.name === 'visitor') await page.goto(sight.path).then(() => settled(page));
  else await goTo(page, sight.path);
  await sight.show?.(page, languages[language]);
  const problems: string[] = [];
  for (const scheme of schemes) {
    await shine(page, scheme);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await framesDrawn(page);
      const found = await judge(person, sight, { language, width, scheme });
      problems.push(...found.map((each) => `${width} ${scheme}: ${each}`));
    }
  }
  return problems;
}

/** In the language of the device for those who are not signed in, else in that of the person. */
async function speak(person: Person, language: Language): Promise<void> {
  const { page } = person;
  await page.goto('/login');
  await settled(page);
  if (person.name === 'visitor') {
    await page.getByRole('combobox').selectOption(language);
  } else {
    await person.ask(`mutation { updateMyProfile(input: { language: ${language} }) { errors { code } } }`);
    await page.reload();
  }
  await page.locator(`html[lang="${language.toLowerCase()}"]`).waitFor();
  await settled(page);
}

/** Nothing scrolls sideways, and axe finds no violation: asked of every look. */
export const thorough: Judge = async (person, _, { scheme }) => [
  ...(await tooWide(person)),
  ...(await violations(person, scheme === 'light' ? {} : contrast)),
];

const contrast: RunOptions = { runOnly: ['color-contrast'] };
const allButContrast: RunOptions = { rules: { 'color-contrast': { enabled: false } } };

/** What a width, a scheme or a language can change is asked of it, and nothing twice: for every day. */
export const frugal: Judge = async (person, _, { language, width, scheme }) => {
  if (scheme === 'dark') return width === 1280 && language === 'EN' ? violations(person, contrast) : [];
  const questions =
    language === 'EN' ? { 360: {}, 768: null, 1280: {} } : { 360: allButContrast, 768: null, 1280: null };
  const asked = questions[width];
  return [...(await tooWide(person)), ...(asked ? await violations(person, asked) : [])];
};

async function violations({ page }: Person, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (asked) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe
        .run({ ...asked, resultTypes: ['violations'], iframes: false })
        .then((results) => results.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])),
    options,
  );
  return found.map(([id, ...nodes]) => `${id}: ${nodes.map((html) => html.slice(0, 200)).join(' | ')}`);
}

async function tooWide({ page }: Person): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const over = [...document.body.querySelectorAll('*')].findLast(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return `${scrollWidth} of ${clientWidth} px: ${over?.outerHTML.slice(0, 160) ?? 'nothing in particular'}`;
  });
  return found ? [`scrolls sideways, ${found}`] : [];
}
