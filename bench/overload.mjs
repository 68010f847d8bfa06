import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { main, Told } from '../scripts/lib/run.mjs';
import { serverArguments } from '../scripts/lib/server.mjs';
import { seed, startDatabase } from './lib/database.mjs';
import { signIn } from './lib/people.mjs';
import { answers, freePort, rssOf, start } from './lib/processes.mjs';
import { table } from './lib/report.mjs';
import { sizes } from './lib/sizes.mjs';
import { writeRequests } from './overload/requests.mjs';

/** What is promised of a server that is asked ten times as much as it can answer, for a minute. */
const times = 10;
const promised = {
  acceptedP99: 1_000,
  throughput: 0.8,
  refusedP99: 500,
  memoryMb: 600,
  rest: 5,
};
const seconds = { warmUp: 4, sustainable: 10, overload: 60, after: 5 };
const connections = 32;
const billion = '1000000000';
/** All come from one address, and that is not what is tried here. */
const unlimited = {
  RATE_LIMIT_ADDRESS: billion,
  RATE_LIMIT_ACCOUNT: billion,
  RATE_LIMIT_SESSION: billion,
};

const running = [];
const folder = mkdtempSync(join(tmpdir(), 'portico-overload-'));
const say = (line) => console.log(`· ${line}`);

main(async () => {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stopAll().then(() => process.exit(1)));
  try {
    return await overload();
  } finally {
    await stopAll();
  }
});

async function overload() {
  const database = keep(await startDatabase(folder));
  await seed(database, sizes.small);
  const people = await signIn(database, sizes.small);
  const file = await writeRequests(database, sizes.small, people);
  const server = await startServer();
  const load = await startLoad();
  const ask = (job) => load.run({ port: server.port, file, ...job });

  await ask({ seconds: seconds.warmUp, connections });
  const sustainable = answeredIn(await ask({ seconds: seconds.sustainable, connections }));
  say(`Sustainable are ${sustainable.toFixed(0)} requests a second, over ${connections} connections`);
  const memory = watchMemory(server.pid);
  const rate = Math.round(sustainable * times);
  say(`${rate} a second come for ${seconds.overload} seconds, whether or not the ones before were answered`);
  const under = await ask({ seconds: seconds.overload, rate });
  const peak = memory.stop();
  await sleep(promised.rest * 1000);
  const after = await ask({ seconds: seconds.after, rate: Math.max(1, Math.round(sustainable / 2)) });
  return judge({ sustainable, rate, under, peak, after });
}

const answeredIn = ({ accepted, seconds: took, ...rest }) => {
  if (rest.failed || Object.keys(rest.wrong).length)
    throw new Told(`Something failed before there was any overload: ${JSON.stringify(rest)}`);
  return accepted.count / took;
};

function judge({ sustainable, rate, under, peak, after }) {
  const throughput = under.accepted.count / under.seconds;
  const share = throughput / sustainable;
  const ms = (value) => (value === null ? '–' : `${value.toFixed(0)} ms`);
  const percent = (value) => `${(value * 100).toFixed(0)} %`;
  const { accepted, refused } = under;
  const wrong = Object.values(under.wrong).reduce((sum, each) => sum + each, under.failed);
  const rows = [
    ['asked', `${rate}/s, really ${(under.sent / under.seconds).toFixed(0)}/s`, '', true],
    [
      'answered',
      `${throughput.toFixed(0)}/s, ${percent(share)} of the sustainable`,
      `≥ ${percent(promised.throughput)}`,
      share >= promised.throughput,
    ],
    [
      '… p50 · p99',
      `${ms(accepted.p50)} · ${ms(accepted.p99)}`,
      `p99 < ${promised.acceptedP99} ms`,
      accepted.p99 < promised.acceptedP99,
    ],
    ['refused with Retry-After', `${percent(refused.count / under.sent)}`, '', refused.count > 0],
    [
      '… p50 · p99',
      `${ms(refused.p50)} · ${ms(refused.p99)}`,
      `p99 < ${promised.refusedP99} ms`,
      refused.p99 < promised.refusedP99,
    ],
    ['failed otherwise', `${wrong} ${wrong ? JSON.stringify(under.wrong) : ''}`, 'none', wrong === 0],
    [
      'memory at most',
      peak === null ? '–' : `${peak.toFixed(0)} MB`,
      `≤ ${promised.memoryMb} MB`,
      peak === null || peak <= promised.memoryMb,
    ],
    [
      `${promised.rest} s later, half the load`,
      `${after.refused.count} refused, ${after.failed} failed, p99 ${ms(after.accepted.p99)}`,
      'none, p99 < 1000 ms',
      after.refused.count + after.failed === 0 && after.accepted.p99 < promised.acceptedP99,
    ],
  ];
  const told = rows.map(([what, found, wanted, holds]) => [what, found, wanted, holds ? '✓' : '✗']);
  console.log(`\n${table(told)}\n`);
  return rows.every(([, , , holds]) => holds) ? 0 : 1;
}

async function startServer() {
  const port = await freePort();
  const env = {
    NODE_ENV: 'production',
    DEMO: 'false',
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
  };
  const server = keep(start('portico', serverArguments, { dataDir: folder, env: { ...env, ...unlimited } }));
  await answers(server, `http://127.0.0.1:${port}/health/ready`);
  return { ...server, port };
}

async function startLoad() {
  const { child, stop, lastWords } = start('load', ['bench/overload/load.mjs'], { dataDir: folder });
  keep({ stop });
  const heard = () =>
    new Promise((resolve, reject) => {
      child.once('message', ({ error, ...told }) => (error ? reject(new Told(error)) : resolve(told)));
      child.once('exit', () => reject(new Told(`The load has ended: ${lastWords()}`)));
    });
  await heard();
  return {
    async run(job) {
      const told = heard();
      child.send(job);
      return (await told).result;
    },
  };
}

/** The largest that was seen, looking every quarter of a second. */
function watchMemory(pid) {
  let most = rssOf(pid);
  const timer = setInterval(() => (most = most === null ? null : Math.max(most, rssOf(pid))), 250);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function keep(process) {
  running.push(process);
  return process;
}

let stopping;

const stopAll = () =>
  (stopping ??= (async () => {
    for (const each of running.splice(0).reverse()) await each.stop().catch(console.error);
    rmSync(folder, { recursive: true, force: true });
  })());
