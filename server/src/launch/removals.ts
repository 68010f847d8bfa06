import { inTheNameOf } from '../app/platform';
import { repeatRemovals } from '../app/removals';
import type { ReadyConfig } from '../platform/config';
import { alone } from './first-start';
import type { DatabaseUrls } from './prepare-database';

interface Settings {
  ownerUrl: string;
  config: ReadyConfig;
  urls: DatabaseUrls;
  log: (line: string) => void;
}

/** Before anything is served: a database may come from a backup, also from one that was not made by us. */
export function repeatAllRemovals({ ownerUrl, config, urls, log }: Settings): Promise<void> {
  return alone(ownerUrl, async (owner) => {
    const { rows: companies } = await owner.query<{ id: string }>('SELECT id FROM companies ORDER BY id');
    let count = 0;
    for (const { id } of companies) count += await inTheNameOf(id, config, urls, repeatRemovals);
    if (count)
      log(
        `Removed ${count} ${count === 1 ? 'customer' : 'customers'} again: they had been removed for good after this database was backed up`,
      );
  });
}
