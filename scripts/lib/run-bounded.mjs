import { spawn } from 'node:child_process';
import { nodeProgram } from './run.mjs';

/** Runs a script under our Node, for so long at most; it ends with all that it started. */
export function runBounded(args, { cwd, env, seconds }) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that nothing that the tests start outlives them.
    const child = spawn(nodeProgram(), args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let late = false;
    const end = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    };
    const tooLate = setTimeout(() => {
      late = true;
      end();
    }, seconds * 1000);
    process.once('exit', end);
    const keep = (chunk) => (output = (output + chunk).slice(-100_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(tooLate);
      process.off('exit', end);
      resolve({ code: code ?? 1, output, late });
    });
  });
}
