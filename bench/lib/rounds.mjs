import { setTimeout as sleep } from 'node:timers/promises';
import { measure, requestsFor } from './load.mjs';
import { settled } from './processes.mjs';

/** The first round warms up: a server that has just started compiles, connects and fills its caches. */
export const inRound = (round, { seconds, ...settings }) => ({
  ...settings,
  seconds: round === 0 ? Math.max(seconds, 2) : seconds,
});

/**
 * Short rounds, each variant in turn and each round in another order, so that whatever slows the machine slows all of
 * them. The first is not counted. Whoever has no turn stands still.
 */
export async function timeOperation(load, started, operation, { rounds, dataDir, ...settings }) {
  const turns = Object.entries(started).map(([name, { variant, running }]) => ({
    name,
    running,
    file: requestsFor(name, variant, operation, dataDir),
    rounds: [],
  }));
  turns.forEach(({ running }) => running.pause());
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const from = round % turns.length;
      for (const turn of [...turns.slice(from), ...turns.slice(0, from)]) {
        turn.running.resume();
        await sleep(100);
        const measured = await measure(load, turn, operation, inRound(round, settings));
        await settled(turn.running.pid, settings.postgresPid);
        await operation.reset?.();
        turn.running.pause();
        if (round > 0) turn.rounds.push(measured);
      }
    }
  } finally {
    turns.forEach(({ running }) => running.resume());
  }
  return {
    name: operation.name,
    variants: Object.fromEntries(turns.map((turn) => [turn.name, turn.rounds])),
  };
}
