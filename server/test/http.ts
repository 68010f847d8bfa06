import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { startServer, type RunningServer, type Surroundings } from '../src/app/server';
import type { ReadyConfig } from '../src/platform/config';
import { theProduct, type Someone } from './world';

interface Asked {
  by?: Someone;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const running = new Set<Site>();

afterAll(async () => {
  await Promise.all([...running].map((site) => site.close()));
});

/** What a browser shows and tells. */
export interface Reply {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  json: any;
}

/** The product as it runs, on a free port, over the database and the files of this test. */
export async function theServer(
  given: Partial<ReadyConfig> = {},
  surroundings?: Surroundings,
): Promise<Site> {
  const { platform, database } = await theProduct();
  const config = {
    ...platform.services.config,
    logLevel: 'silent' as const,
    port: 0,
    host: '127.0.0.1',
    // All stories come from one address; those about rates say theirs.
    rates: { address: 1e9, account: 1e9, session: 1e9 },
    ...given,
  };
  const server = await startServer(config, database, surroundings);
  const site = new Site(server, config.publicUrl.startsWith('https:') ? '__Host-portico' : 'portico');
  running.add(site);
  return site;
}

/** Asks as a program does: nothing is added but the cookie of whoever asks. */
export class Site {
  readonly address: string;

  constructor(
    readonly server: RunningServer,
    readonly cookieName: string,
  ) {
    this.address = `http://127.0.0.1:${server.port}`;
  }

  /** `fetch` of the browser sets Host itself; a program may say what it likes. */
  async fetch(path: string, { by, headers, method = 'GET', body }: Asked = {}): Promise<Reply> {
    const asking = request(`${this.address}${path}`, {
      method,
      headers: { ...(by?.token && { cookie: this.cookieOf(by) }), ...headers },
    });
    const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
    asking.end(body);
    const [answer] = await answered;
    const bytes = Buffer.concat(await answer.toArray());
    const text = bytes.toString();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      // A page or a picture.
    }
    const told = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return { status: answer.statusCode!, headers: new Headers(told), bytes, text, json };
  }

  async close(): Promise<void> {
    if (running.delete(this)) await this.server.close();
  }

  cookieOf(someone: Someone): string {
    return `${this.cookieName}=${someone.token}`;
  }

  graphql(query: string, { variables, by, headers }: Asked & { variables?: unknown } = {}): Promise<Reply> {
    return this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      ...(by && { by }),
    });
  }
}
