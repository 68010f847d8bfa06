import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type AddressInfo, type ListenOptions, type Server } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ReadyConfig } from '../platform/config';

/**
 * Of each socket that listens, Node accepts one connection at a turn of its event loop. Under load a turn takes many
 * milliseconds, and whoever connects would wait for seconds before anybody could tell her that there is no room. So
 * several sockets listen on the port, and the system spreads connections over them. Where processes share a port, the
 * main one accepts.
 */
const doors = process.platform === 'linux' && !cluster.isWorker ? 32 : 1;
/** Connections that come within a turn wait there; one for which there is no room tries again for many seconds. */
const backlog = 4_096;
/** Further ones are closed at once: each costs memory before it has asked anything. */
const mostConnections = 5_000;

/** Whoever starts us tells the address in words; a line of the log would stand in their midst. */
export async function listen(app: FastifyInstance, { port, host }: ReadyConfig): Promise<void> {
  const others: Server[] = [];
  let closed: Promise<unknown> = Promise.resolve();
  app.addHook('preClose', async () => {
    closed = Promise.all(others.map((other) => new Promise((done) => other.close(done))));
  });
  app.addHook('onClose', () => closed.then(() => undefined));
  app.server.maxConnections = mostConnections;
  const { level } = app.log;
  app.log.level = 'silent';
  const options: ListenOptions = { port, host, backlog, reusePort: doors > 1 };
  await app.listen(options);
  app.log.level = level;
  for (const { address, port: found } of app.addresses() as AddressInfo[])
    for (let made = 1; made < doors; made += 1) others.push(await otherDoor(app, address, found));
}

async function otherDoor(app: FastifyInstance, host: string, port: number): Promise<Server> {
  const other = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    app.server.emit('connection', socket),
  );
  other.maxConnections = Math.ceil(mostConnections / doors) * 2;
  other.listen({ host, port, backlog, reusePort: true });
  await once(other, 'listening');
  return other;
}
