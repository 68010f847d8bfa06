import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { companyName } from './cast';
import { theAdministrator } from './chapters/administrator';
import { branding } from './chapters/branding';
import { access, aNewCustomer } from './chapters/customer';
import { theDoor } from './chapters/door';
import { throughHerEyes } from './chapters/eyes';
import { aLeadBuys } from './chapters/lead';
import { looks } from './chapters/looks';
import { herHome } from './chapters/portal';
import { projects } from './chapters/projects';
import { removal } from './chapters/removal';
import { revokeAndRestore } from './chapters/revocation';
import { sale } from './chapters/sale';
import { Database } from './database';
import { startProduct } from './product';
import { Scene } from './scene';
import { partOf, Story } from './story';

/** Walks the main job in a real browser against the product as it runs, then past every page of the demo. */
async function run(countsFile: string | undefined): Promise<boolean> {
  const browser = await launchBrowser();
  try {
    const stories = [await theMainJob(browser), await theDemo(browser)];
    const sum = (of: 'passed' | 'failed') => stories.reduce((total, story) => total + story[of], 0);
    const counts = { passed: sum('passed'), failed: sum('failed') };
    if (countsFile) writeFileSync(countsFile, JSON.stringify(counts));
    return counts.failed === 0;
  } finally {
    await browser.close();
  }
}

async function theMainJob(browser: Browser): Promise<Story> {
  const product = await startProduct({ demo: false });
  const database = await Database.withCompany(product.databaseUrl, companyName);
  const scene = new Scene(product, database, browser);
  try {
    await tell(scene);
    return scene.story;
  } finally {
    await scene.end();
    await database.close();
    await product.discard();
  }
}

async function theDemo(browser: Browser): Promise<Story> {
  const product = await startProduct({ demo: true });
  try {
    const story = new Story(() => [], product.log);
    await looks(story, browser, product);
    return story;
  } finally {
    await product.discard();
  }
}

async function tell(scene: Scene): Promise<void> {
  const owner = await theDoor(scene);
  await branding(scene, owner);
  const { units, single } = await projects(scene, owner);
  const { mailbox, contact } = await aNewCustomer(scene, owner);
  const unit = (at: number) => partOf(units, (found) => found.units[at]!);
  const unitPath = await sale(scene, { owner, contact, unit: unit(0) });
  const link = await access(scene, { owner, mailbox, linked: unitPath });
  const home = await herHome(scene, { owner, link, neighbour: unit(1) });
  await throughHerEyes(scene, { owner, contact, unitPath, home });
  const restored = await revokeAndRestore(scene, { owner, unitPath, home, contact });
  await removal(scene, { owner, mailbox, unitPath, restored, home });
  await aLeadBuys(scene, owner, unit(2));
  await theAdministrator(scene, { owner, units, single });
  await scene.story.step('no browser had anything to complain about', [], async () => {
    assert.deepEqual(scene.complaints(), []);
  });
}

process.exitCode = (await run(process.argv[2])) ? 0 : 1;
