import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/**
 * The load, in a process of its own: keeps `connections` requests under way for some seconds, and tells how long each
 * took. Every connection walks through a part of the requests of its own.
 */
process.on('message', (job) => {
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });

async function run({ url, file, connections, seconds, once, wrong }) {
  const requests = JSON.parse(readFileSync(file, 'utf8'));
  const latencies = [];
  const refused = [];
  const shares = Array.from({ length: connections }, (_, lane) =>
    requests.filter((_request, index) => index % connections === lane),
  );
  let next = 0;
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    sampleInt: 100,
    timeout: 60,
    // What can be asked once only is not asked again.
    ...(once && { maxConnectionRequests: Math.min(...shares.map(({ length }) => length)) }),
    setupClient(client) {
      client.setRequests(shares[next++ % connections]);
      client.on('response', (_status, _bytes, milliseconds) => latencies.push(milliseconds));
    },
    verifyBody: (body) => {
      if (!wrong.some((text) => body.includes(text))) return true;
      if (refused.length < 3) refused.push(body.slice(0, 500));
      return false;
    },
  });
  const { errors, timeouts, non2xx, mismatches, duration } = await instance;
  latencies.sort((one, other) => one - other);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return {
    requests: latencies.length,
    seconds: duration,
    p50: at(0.5),
    p99: at(0.99),
    failures: errors + timeouts + non2xx + mismatches,
    refused,
    exhausted: once && latencies.length >= 0.9 * requests.length,
  };
}
