import type { IncomingMessage, Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { chargeAddress } from '../platform/charges';
import { placeOf } from '../platform/place';
import { among, clientOf } from '../platform/proxies';
import type { Services } from '../platform/services';
import { isOwnOrigin } from './origin';

const bytesOfAMessage = 16 * 1024;
const openAtOnce = 4_000;
const openFromOneAddress = 1_000;
/** What may wait for a reader who does not read. */
const bytesUnread = 1024 * 1024;
const lookEvery = 1_000;
const tooMany = 4429;

interface Wanted {
  origin?: string;
  req: IncomingMessage;
}

type Admit = (admitted: boolean, code?: number, reason?: string, headers?: Record<string, string>) => void;

/** Who may open a socket at /graphql, how many there are, how much each may say, and how much it may leave unread. */
export function openSockets(server: Server, services: Services): WebSocketServer {
  const { config, metrics } = services;
  const isTrusted = among(config.trustedProxies);
  const opened = new Map<string, number>();
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: bytesOfAMessage,
    verifyClient: ({ origin, req }: Wanted, admit: Admit) => {
      if (!isOwnOrigin(origin, req.headers.host, config)) return admit(false, 403);
      const ip = clientOf(req, isTrusted);
      const { refused, seconds } = chargeAddress(services, ip);
      if (refused) return admit(false, 429, undefined, { 'retry-after': `${seconds}` });
      const isFull =
        sockets.clients.size >= openAtOnce || (opened.get(placeOf(ip)) ?? 0) >= openFromOneAddress;
      return isFull ? admit(false, 503, undefined, { 'retry-after': '10' }) : admit(true);
    },
  });

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const ip = clientOf(request, isTrusted);
    const place = placeOf(ip);
    opened.set(place, (opened.get(place) ?? 0) + 1);
    socket.once('close', () => {
      const left = opened.get(place)! - 1;
      if (left) opened.set(place, left);
      else opened.delete(place);
    });
    const heard = () => {
      cutOffUnread(socket);
      if (!chargeAddress(services, ip).refused) return;
      socket.close(tooMany, 'Too many messages.');
      socket.pause();
    };
    socket.on('message', heard).on('ping', heard);
  });

  const watch = setInterval(() => sockets.clients.forEach(cutOffUnread), lookEvery).unref();
  sockets.once('close', () => clearInterval(watch));
  metrics.observe('portico_sockets', 'Sockets that are open.', () => sockets.clients.size);
  return sockets;
}

/** Whoever asks and does not read would fill our memory with answers. */
function cutOffUnread(socket: WebSocket): void {
  if (socket.bufferedAmount > bytesUnread) socket.terminate();
}
