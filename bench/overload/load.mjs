import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/**
 * The load, in a process of its own, over plain sockets: what asks must cost less than what answers. `connections` ask
 * one after the other, as fast as they are answered; or so many requests a second (`rate`) come whether or not the ones
 * before were answered, each over a connection that is free or a new one.
 */
process.on('message', (job) => {
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });

const mostConnections = 4_000;
/** For what is still under way when the time is over. */
const patience = 10_000;
const tick = 5;

async function run({ port, file, seconds, connections, rate }) {
  const requests = JSON.parse(readFileSync(file, 'utf8')).map((text) => Buffer.from(text));
  const counts = { sent: 0, failed: 0, wrong: {}, openings: 0 };
  const accepted = [];
  const refused = [];
  let underWay = 0;
  const note = (since, status, whole) => {
    underWay -= 1;
    const took = performance.now() - since;
    if (status === 200 && !whole.includes('"errors":[{')) accepted.push(took);
    else if (status === 503 && /\r\nretry-after: \d/i.test(whole.toString('latin1'))) refused.push(took);
    else {
      counts.wrong[status] = (counts.wrong[status] ?? 0) + 1;
      counts.example ??= whole.toString('utf8').slice(-400);
    }
  };
  const idle = [];
  const open = new Set();

  function openOne() {
    counts.openings += 1;
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const line = { socket, since: null, received: [] };
    open.add(line);
    socket.on('data', (chunk) => {
      line.received.push(chunk);
      const answer = wholeAnswer(line.received);
      if (!answer) return;
      line.received = [];
      const { since } = line;
      line.since = null;
      note(since, answer.status, answer.bytes);
      line.answered();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(line);
      const place = idle.indexOf(line);
      if (place >= 0) idle.splice(place, 1);
      if (line.since === null) return;
      underWay -= 1;
      counts.failed += 1;
    });
    return line;
  }

  function send(line) {
    line.since = performance.now();
    underWay += 1;
    line.socket.write(requests[counts.sent++ % requests.length]);
  }

  const began = performance.now();
  const ends = began + seconds * 1000;
  if (rate) await arrive();
  else await inTurns();
  const measured = (performance.now() - began) / 1000;
  for (const deadline = performance.now() + patience; underWay > 0 && performance.now() < deadline;)
    await sleep(20);
  counts.failed += underWay;
  for (const { socket } of open) socket.destroy();
  return { ...counts, seconds: measured, accepted: summary(accepted), refused: summary(refused) };

  async function arrive() {
    for (let due = 0; performance.now() < ends; await sleep(tick)) {
      for (; began + (due * 1000) / rate <= performance.now(); due += 1) {
        const line = idle.pop() ?? (open.size < mostConnections ? openOne() : null);
        if (!line) {
          counts.sent += 1;
          counts.failed += 1;
          continue;
        }
        line.answered ??= () => idle.push(line);
        send(line);
      }
    }
  }

  async function inTurns() {
    for (let each = 0; each < connections; each += 1) {
      const line = openOne();
      line.answered = () => performance.now() < ends && send(line);
      send(line);
    }
    await sleep(seconds * 1000);
  }
}

/** Null until all of it has come. */
function wholeAnswer(received) {
  const bytes = received.length === 1 ? received[0] : Buffer.concat(received);
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return null;
  return { status: Number(head.slice(9, 12)), bytes };
}

function summary(times) {
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
  return { count: times.length, p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? null };
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
