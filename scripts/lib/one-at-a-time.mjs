import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, Told } from './run.mjs';

const lock = join(root, '.installing-or-building');
const forgottenAfter = 30 * 60_000;

/** Of two commands that find the same undone one does it, and the other waits until it is done. */
export async function oneAtATime(isDone, work) {
  for (let told = false; !isDone(); await sleep(100)) {
    if (taken()) {
      if (!told) console.log('· Waiting for another command that installs or builds');
      told = true;
      continue;
    }
    try {
      if (!isDone()) await work();
      return;
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** Whether somebody else has the lock; takes it where nobody has. */
function taken() {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return false;
  } catch (error) {
    if (error.code !== 'EEXIST')
      throw new Told(
        `Portico has to install or build something, but its folder ${root} cannot be written to (${error.code}).`,
      );
    if (holderIsGone()) rmSync(lock, { force: true });
    return true;
  }
}

function holderIsGone() {
  try {
    const { mtimeMs } = statSync(lock);
    const holder = Number(readFileSync(lock, 'utf8'));
    // Between making the file and writing into it.
    if (!holder) return Date.now() - mtimeMs > 1_000;
    return Date.now() - mtimeMs > forgottenAfter || !isAlive(holder);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
