import { Client } from 'pg';
import { demoSlug, fillDemo } from '../app/demo';
import type { ReadyConfig } from '../platform/config';
import type { DatabaseUrls } from './prepare-database';

interface Settings {
  ownerUrl: string;
  config: ReadyConfig;
  urls: DatabaseUrls;
  log: (line: string) => void;
}

/** Fills a database that holds no company yet; of two first starts one fills, and the other waits for it. */
export function fillAtFirstStart({ ownerUrl, config, urls, log }: Settings): Promise<void> {
  return alone(ownerUrl, async () => {
    if ((await companyHeld(urls.appUrl)).held !== 'none') return;
    log('Filling the demo company');
    await fillDemo(config, urls);
  });
}

const lock = 7_061_992;

/** Of all who make or unmake the first company of a database one works at a time; the connection is the owner's. */
export async function alone<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client(ownerUrl);
  // A connection that is lost is told by the query that needed it.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [lock]);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

interface Held {
  held: 'none' | 'demo' | 'own';
  demoId: string | null;
}

/** Whether there is any company, and whether the demo is among them. */
export async function companyHeld(appUrl: string): Promise<Held> {
  const client = new Client(appUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ first: string | null; demo: string | null }>(
      'SELECT app.first_company_id() AS first, app.company_id_by_slug($1) AS demo',
      [demoSlug],
    );
    const { first, demo } = rows[0]!;
    return { held: demo ? 'demo' : first ? 'own' : 'none', demoId: demo };
  } finally {
    await client.end();
  }
}
