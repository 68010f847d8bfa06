import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Ways to a mount that nobody else sees and that ends with its process: root's own, and a user's own. */
const ways = { 'a mount of root': ['-m'], 'a mount in a user namespace': ['-U', '-r', '-m'] };

const mounting = 'mount -t tmpfs -o size="$1" none "$0"';

/** How this machine lets us have a small file system, or null. */
export const wayToSmallDisk =
  (Object.keys(ways) as (keyof typeof ways)[]).find((way) => {
    const folder = mkdtempSync(join(tmpdir(), 'portico-probe-'));
    const probe = spawnSync('unshare', [...ways[way], 'sh', '-c', mounting, folder, '1m']);
    rmSync(folder, { recursive: true });
    return probe.status === 0;
  }) ?? null;

export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async of(megabytes: number): Promise<SmallDisk> {
    const at = mkdtempSync(join(tmpdir(), 'portico-small-'));
    const script = `${mounting} && echo mounted && exec cat`;
    const holder = spawn('unshare', [...ways[wayToSmallDisk!], 'sh', '-c', script, at, `${megabytes}m`]);
    await once(holder.stdout, 'data');
    return new SmallDisk(`/proc/${holder.pid}/root${at}`, async () => {
      const ended = once(holder, 'exit');
      holder.stdin.end();
      await ended;
      rmSync(at, { recursive: true });
    });
  }

  /** Until only so much is left. */
  async fill(leave: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    const ballast = await open(this.ballast, 'w');
    await ballast.writeFile(Buffer.alloc(Math.max(bavail * bsize - leave, 0)));
    await ballast.close();
  }

  makeRoom = () => rm(this.ballast);

  discard = () => this.end();

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
