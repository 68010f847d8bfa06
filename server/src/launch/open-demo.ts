import { isOpenToEverybody } from '../app/demo';
import { isOnThisMachine, type ReadyConfig } from '../platform/config';
import { LaunchError } from './launch-error';
import type { DatabaseUrls } from './prepare-database';

/**
 * The password of a demo that was filled on localhost stands in every copy of Portico: under a public address anybody
 * could sign in as its people.
 */
export async function refuseOpenDemo(demoId: string, config: ReadyConfig, urls: DatabaseUrls): Promise<void> {
  if (isOnThisMachine(config.publicUrl) || !(await isOpenToEverybody(demoId, config, urls))) return;
  throw new LaunchError(
    `This database holds the demo company with the password that everybody knows, so that at ${config.publicUrl} anybody could sign in as its people. Run npm run demo:reset with this PUBLIC_URL, which fills it anew with a password of your own, or begin with an empty database.`,
  );
}
