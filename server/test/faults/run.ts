import { parseArgs } from 'node:util';
import { Chance } from './chance';
import { kinds, Rounds, type Outcome } from './rounds';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const wanted = Number(values.rounds ?? 100);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

async function main(): Promise<number> {
  const chance = new Chance(seed);
  console.log(`${wanted} rounds with --seed ${seed}`);
  const rounds = await Rounds.begin(chance);
  const outcomes: Outcome[] = [];
  try {
    while (outcomes.length < wanted) {
      for (const kind of chance.shuffled(kinds).slice(0, wanted - outcomes.length)) {
        const outcome = await rounds.run(kind);
        outcomes.push(outcome);
        console.log(lineOf(outcomes.length, outcome));
        for (const each of outcome.found) console.log(`      ${each}`);
      }
    }
  } finally {
    await rounds.end();
  }
  return summary(outcomes);
}

const lineOf = (
  number: number,
  { kind, serving, acknowledged, unacknowledged, granted, found, seconds }: Outcome,
) =>
  [
    `${String(number).padStart(4)}  ${found.length ? 'LOST' : 'ok  '}  ${kind.padEnd(40)} ${serving} serving`,
    `${acknowledged} acknowledged, ${unacknowledged} not, ${granted} let in, ${seconds.toFixed(1)} s`,
  ].join('  ');

function summary(outcomes: readonly Outcome[]): number {
  const sum = (of: 'acknowledged' | 'unacknowledged' | 'granted') =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0);
  const bad = outcomes.filter(({ found }) => found.length).length;
  console.log(
    `\n${outcomes.length} kills: ${sum('acknowledged')} writes acknowledged, ${sum('unacknowledged')} left open, ` +
      `${sum('granted')} invitations; ${outcomes.at(-1)?.repeated ?? 0} mails came twice, each with its Message-ID. ` +
      `${bad} rounds with a loss. Repeat with --rounds ${wanted} --seed ${seed}.`,
  );
  return bad ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
