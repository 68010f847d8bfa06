import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/launch/embedded-postgres';

export interface Cluster extends EmbeddedPostgres {
  dataDir: string;
  /** Ends the server and removes its folder. */
  discard(): Promise<void>;
}

/**
 * A PostgreSQL that lasts as long as this process: a shell waits for the end of a pipe that only this process
 * holds, so that nothing stays behind even when it is killed.
 */
export async function throwawayCluster(): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-test-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: console.error });
  const undertaker = spawn(
    'sh',
    ['-c', 'cat >/dev/null; kill -QUIT "$0"; sleep 0.3; rm -rf "$1"', `${postgres.pid}`, dataDir],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );
  undertaker.unref();
  return {
    ...postgres,
    dataDir,
    async discard() {
      await postgres.stop();
      await release(undertaker);
    },
  };
}

async function release(undertaker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => undertaker.once('exit', resolve));
  undertaker.ref();
  undertaker.stdin?.end();
  await gone;
}
