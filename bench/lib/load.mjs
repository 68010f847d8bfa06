import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Told } from '../../scripts/lib/run.mjs';
import { cpuOf, cpuOfChildren, rssOf, start } from './processes.mjs';

/** What no answer may hold while it is timed: a refusal is quick, and would pass for speed. */
const refusals = ['"errors":[{', '"code":"INVALID'];

/** The process that makes the load, for the whole run. */
export async function startLoad(dataDir) {
  const running = start('load', ['bench/peers/load.mjs'], { dataDir });
  let settle = () => undefined;
  running.child.on('message', (message) => settle(message));
  running.child.on('exit', () => settle({ error: `The load has ended: ${running.lastWords()}` }));
  const answer = async () => {
    const message = await new Promise((resolve) => (settle = resolve));
    if (message.error) throw new Told(message.error);
    return message;
  };
  await answer();
  return {
    stop: running.stop,
    async run(job) {
      const result = answer();
      running.child.send(job);
      return (await result).result;
    },
  };
}

/** Writes the requests of one operation as one variant takes them, for the process that sends them. */
export function requestsFor(name, variant, operation, dataDir) {
  const file = join(dataDir, `${name}-${operation.name}.json`);
  const requests = operation.requests.map((request) => {
    const { path, body } = variant.ask(operation, request);
    return {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', cookie: request.person.cookie },
      body: JSON.stringify(body),
    };
  });
  writeFileSync(file, JSON.stringify(requests));
  return file;
}

/** One round: some seconds of load on one variant, and what it cost. */
export async function measure(load, { running, file }, operation, { connections, seconds, postgresPid }) {
  const before = { server: cpuOf(running.pid), postgres: cpuOfChildren(postgresPid) };
  const result = await load.run({
    url: running.url,
    file,
    connections,
    seconds,
    once: operation.once ?? false,
    wrong: refusals,
  });
  if (result.failures) {
    throw new Told(
      `${operation.name}: ${result.failures} of ${result.requests} failed.\n${result.refused.join('\n')}`,
    );
  }
  if (!result.requests) {
    // On a machine that was busy with something else for a moment, a longer round tells.
    if (seconds >= 16) throw new Told(`${operation.name}: nothing was answered in ${seconds} seconds.`);
    return measure(load, { running, file }, operation, { connections, seconds: seconds * 2, postgresPid });
  }
  if (result.exhausted)
    throw new Told(`${operation.name}: there were not enough rows for ${seconds} seconds.`);
  const each = (now, then) => (now === null ? null : (now - then) / result.requests);
  return {
    rps: result.requests / result.seconds,
    p50: result.p50,
    p99: result.p99,
    cpuMs: each(cpuOf(running.pid), before.server),
    postgresCpuMs: each(cpuOfChildren(postgresPid), before.postgres),
    rssMb: rssOf(running.pid),
  };
}
