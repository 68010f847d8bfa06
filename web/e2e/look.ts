import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from './browser';
import { demoPeople, exploreDemo } from './demo';
import type { Person } from './person';
import { startProduct } from './product';
import { sightsOf, type Sight, type Sights } from './sights';
import { type Look, sweep, thorough } from './sweep';

const usage = 'npm run look -- FOLDER [page or path]…';

/** Saves a picture of every page of the demo company, in every width, scheme and language, for people to look at. */
async function look(folder: string, wanted: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const product = await startProduct({ demo: true });
  const browser = await launchBrowser();
  try {
    const people = await demoPeople(browser, product);
    const sights = chosen(sightsOf(await exploreDemo(people)), wanted);
    const keep = async (person: Person, sight: Sight, seen: Look): Promise<string[]> => {
      const { language, width, scheme } = seen;
      const name = `${person.name} ${sight.name} ${width} ${scheme} ${language}.png`.replaceAll(' ', '-');
      await person.page.screenshot({ path: join(folder, name), fullPage: true });
      return thorough(person, sight, seen);
    };
    const walks = Object.entries(sights).map(([who, pages]) => ({
      person: people[who as keyof Sights],
      sights: pages,
    }));
    const { problems } = await sweep(walks, keep);
    for (const problem of problems) console.log(problem);
    console.log(`The pictures are in ${folder}.`);
  } finally {
    await browser.close();
    await product.discard();
  }
}

/** Pages whose name or address holds one of the words; all of them without any. */
function chosen(sights: Sights, wanted: string[]): Sights {
  const isWanted = ({ name, path }: Sight) =>
    !wanted.length || wanted.some((each) => name.includes(each) || path.includes(each));
  return Object.fromEntries(
    Object.entries(sights).map(([who, all]) => [who, all.filter(isWanted)]),
  ) as Sights;
}

const [folder, ...wanted] = process.argv.slice(2);
if (folder) await look(resolve(folder), wanted);
else {
  console.error(usage);
  process.exitCode = 1;
}
