import type { IncomingMessage, Server } from 'node:http';
import { CloseCode, handleProtocols, type Server as Protocol } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { chargeAddress } from '../platform/charges';
import { placeOf } from '../platform/place';
import { among, clientOf } from '../platform/proxies';
import type { Services } from '../platform/services';
import type { Admission } from './admission';
import { isOwnOrigin } from './origin';
import { retryAfter } from './overload';

const bytesOfAMessage = 16 * 1024;
const openAtOnce = 4_000;
const openFromOneAddress = 1_000;
/** What may wait for a reader who does not read. */
const bytesUnread = 1024 * 1024;
const lookEvery = 1_000;
/** Whoever does not answer a ping by the next one is gone. */
const pingEvery = 12_000;
const farewell = 2_000;
const tooMany = 4429;

/** What the protocol is told of a socket. */
export interface Opened {
  request: IncomingMessage;
  /** Who has opened it, as the trusted proxies tell. */
  ip: string | null;
}

interface Door {
  protocol: Protocol<Opened>;
  admission: Admission;
}

interface Wanted {
  origin?: string;
  req: IncomingMessage;
}

type Admit = (admitted: boolean, code?: number, reason?: string, headers?: Record<string, string>) => void;

/** The sockets at /graphql: who may open one, how many there are, how much each may say, and leave unread. */
export function openSockets(
  server: Server,
  services: Services,
  { protocol, admission }: Door,
): WebSocketServer {
  const { config, metrics } = services;
  const isTrusted = among(config.trustedProxies);
  const opened = new Counted();
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: bytesOfAMessage,
    handleProtocols,
    verifyClient: ({ origin, req }: Wanted, admit: Admit) => {
      if (!isOwnOrigin(origin, req.headers.host, config)) return admit(false, 403);
      if (admission.isFull) {
        metrics.shed.inc({ what: 'socket' });
        return admit(false, 503, undefined, { 'retry-after': `${retryAfter}` });
      }
      const ip = clientOf(req, isTrusted);
      const { refused, seconds } = chargeAddress(services, ip);
      if (refused) return admit(false, 429, undefined, { 'retry-after': `${seconds}` });
      const isFull = sockets.clients.size >= openAtOnce || opened.of(placeOf(ip)) >= openFromOneAddress;
      return isFull ? admit(false, 503, undefined, { 'retry-after': '10' }) : admit(true);
    },
  });
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const ip = clientOf(request, isTrusted);
    socket.once('close', opened.one(placeOf(ip)));
    converse(socket, { request, ip }, services, protocol);
  });
  const watch = setInterval(() => sockets.clients.forEach(cutOffUnread), lookEvery).unref();
  sockets.once('close', () => clearInterval(watch));
  metrics.observe('portico_sockets', 'Sockets that are open.', () => sockets.clients.size);
  return sockets;
}

class Counted {
  private readonly counts = new Map<string, number>();

  of(place: string): number {
    return this.counts.get(place) ?? 0;
  }

  /** Answers with what takes it away again. */
  one(place: string): () => void {
    this.counts.set(place, this.of(place) + 1);
    return () => {
      const left = this.of(place) - 1;
      if (left) this.counts.set(place, left);
      else this.counts.delete(place);
    };
  }
}

/** Passes on what is said and heard, for as long as it is not too much. */
function converse(socket: WebSocket, extra: Opened, services: Services, { opened }: Protocol<Opened>): void {
  const mayBeHeard = () => {
    if (socket.readyState !== socket.OPEN) return false;
    cutOffUnread(socket);
    if (!chargeAddress(services, extra.ip).refused) return true;
    end(socket, tooMany, 'Too many messages.');
    return false;
  };
  const closed = opened(
    {
      protocol: socket.protocol,
      // Of what cannot be sent any more nobody is told: whoever it was for is gone.
      send: (data) => new Promise((sent) => socket.send(data, () => sent())),
      close: (code = CloseCode.InternalServerError, reason = '') => end(socket, code, reason),
      onMessage: (hear) =>
        socket.on('message', (message: Buffer) => {
          if (!mayBeHeard()) return;
          hear(message.toString()).catch((err: unknown) => {
            services.log.error({ err }, 'A message of a socket could not be answered.');
            end(socket, CloseCode.InternalServerError, 'Something went wrong on our side.');
          });
        }),
    },
    extra,
  );
  socket.on('ping', mayBeHeard);
  // Such as a message that is too large; ws closes the socket itself.
  socket.on('error', (err) => services.log.debug({ err }, 'A socket has failed.'));
  const pinging = keepAlive(socket);
  socket.once('close', (code, reason) => {
    clearInterval(pinging);
    void closed(code, reason.toString());
  });
}

/** Says good-bye, and does not wait long for the answer. */
export function end(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), farewell).unref();
}

function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => (answered = true));
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEvery).unref();
}

/** Whoever asks and does not read would fill our memory with answers. */
function cutOffUnread(socket: WebSocket): void {
  if (socket.bufferedAmount > bytesUnread) socket.terminate();
}
