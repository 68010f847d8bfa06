import cluster, { type Worker as Child } from 'node:cluster';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import { AggregatorRegistry } from 'prom-client';
import type { ReadyConfig } from '../platform/config';
import { LaunchError } from './launch-error';
import type { DatabaseUrls } from './prepare-database';

/** What a serving process is told over its channel: its environment could be read by others. */
export interface Orders {
  config: ReadyConfig;
  urls: DatabaseUrls;
}

/** What it answers: that it serves, or why it cannot. */
export type Report = { ready: true } | { ready: false; why: string };

/** One that serves asks for the figures of all; null where some did not tell theirs. */
export interface FiguresWanted {
  wants: 'figures';
}
export interface FiguresTold {
  figures: string | null;
}

/** Asked again and again, and answered with the same words by whoever still does anything. */
export interface AreYouThere {
  areYouThere: true;
}

interface Serving {
  ready: Promise<void>;
  /** How it came to its end. */
  ended: Promise<string>;
}

const shortestPause = 100;
const longestPause = 30_000;
/** Whoever has served so long did not end because of how it was started. */
const steady = 60_000;
const pulse = 5_000;
/** Counted, not timed: after a machine has slept, one question is open and not an hour of them. */
const mostUnanswered = 6;

/**
 * The processes that share the port. Each is a whole server, and they know of each other through PostgreSQL only. None
 * outlives this one: Node ends them when their channel closes, also when this process is killed.
 */
export class Processes {
  private readonly alive = new Map<Child, Promise<string>>();
  private readonly figures = new AggregatorRegistry();
  private closing = false;

  constructor(
    private readonly orders: Orders,
    private readonly log: Logger,
  ) {}

  /** Until all serve. Throws what kept one of them from it; the others may then still run. */
  async start(): Promise<void> {
    cluster.setupPrimary({ exec: join(__dirname, 'serving-process.js'), args: [] });
    const all = Array.from({ length: this.orders.config.processes }, () => this.fork());
    await Promise.all(all.map(({ ready }) => ready));
    for (const each of all) void this.follow(each);
  }

  /** Each finishes the requests under way. */
  async close(): Promise<void> {
    this.closing = true;
    for (const child of this.alive.keys()) child.process.kill('SIGTERM');
    await Promise.all(this.alive.values());
  }

  /** Starts another where one has ended; the sooner it ends again, the longer the pause. */
  private async follow(first: Serving): Promise<void> {
    let pause = shortestPause;
    for (let serving = first, since = Date.now(); ; since = Date.now()) {
      const how = await serving.ended;
      if (this.closing) return;
      pause = Date.now() - since > steady ? shortestPause : Math.min(pause * 2, longestPause);
      this.log.error({ how, pause }, 'A process that serves has ended; another is started.');
      await after(pause);
      if (this.closing) return;
      serving = this.fork();
      serving.ready.catch((err: unknown) => this.log.error({ err }, 'A process cannot serve.'));
    }
  }

  private fork(): Serving {
    const child = cluster.fork();
    const letGo = rememberHandedOver(child);
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
      child.on('error', ({ message }) => {
        // With a number it did begin to run, and its end is told.
        if (child.process.pid === undefined) resolve(message);
      });
    });
    this.alive.set(child, ended);
    void ended.then(() => {
      this.alive.delete(child);
      letGo();
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (message: Report | FiguresWanted | AreYouThere) => {
        if ('wants' in message) void this.tellFigures(child);
        else if ('ready' in message) return message.ready ? resolve() : reject(new LaunchError(message.why));
      });
      void ended.then((how) => reject(new LaunchError(`A process ended (${how}) before it served.`)));
    });
    child.send(this.orders);
    void ready.then(
      () => this.watch(child, ended),
      () => undefined,
    );
    return { ready, ended };
  }

  private async tellFigures(child: Child): Promise<void> {
    const figures = await this.figures.clusterMetrics().catch((err: unknown) => {
      this.log.warn({ err }, 'Not every process told its figures.');
      return null;
    });
    if (child.isConnected()) child.send({ figures } satisfies FiguresTold);
  }

  /** One that hangs without dying would keep the connections that it is handed: it is ended, and so replaced. */
  private watch(child: Child, ended: Promise<string>): void {
    let unanswered = 0;
    child.on('message', (said: object) => {
      if ('areYouThere' in said) unanswered = 0;
    });
    const ask = setInterval(() => {
      if (unanswered >= mostUnanswered) {
        this.log.error(
          { pid: child.process.pid },
          'A process that serves does nothing any more; it is ended.',
        );
        child.process.kill('SIGKILL');
      } else if (child.isConnected()) {
        unanswered += 1;
        child.send({ areYouThere: true } satisfies AreYouThere, () => undefined);
      }
    }, pulse).unref();
    void ended.then(() => clearInterval(ask));
  }
}

/**
 * Node hands over one connection at a time to each process, and keeps it until that one has said that it has it. Where
 * the process dies before, Node forgets the connection, and whoever opened it would wait for ever: it is closed, so that
 * she opens another.
 */
function rememberHandedOver({ process: child }: Child): () => void {
  let last: { close?: () => void } | undefined;
  const send = child.send.bind(child) as (...args: unknown[]) => boolean;
  child.send = (...args: unknown[]) => {
    last = (args[1] as typeof last) ?? last;
    return send(...args);
  };
  return () => last?.close?.();
}
