import { setTimeout as after } from 'node:timers/promises';

/** Whether it was done is unknown: the connection broke, or the answer was that something went wrong. */
export class NotAcknowledged extends Error {}

interface Told {
  code?: string;
  message: string;
  extensions?: { code?: string };
}

export interface Answered {
  status: number;
  headers: Headers;
  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  json: any;
}

const patience = 60_000;

/** The product's API as a program outside uses it, with the session of whoever signed in. */
export class Api {
  cookie = '';

  constructor(readonly address: string) {}

  async post(query: string, variables: object = {}): Promise<Answered> {
    const answer = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patience),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie ||= cookie.split(';')[0]!;
    return { status: answer.status, headers: answer.headers, json: await answer.json() };
  }

  /** What one command answers; it is acknowledged only if nothing was wrong with it. */
  // oxlint-disable-next-line no-explicit-any
  async command(query: string, input: object): Promise<any> {
    for (;;) {
      const { status, json } = await this.post(query, { input }).catch((error: Error) => {
        const { code = '', message } = (error.cause ?? error) as NodeJS.ErrnoException;
        throw new NotAcknowledged(`${code} ${message}`);
      });
      const payload = Object.values(json?.data ?? {})[0] as { errors?: Told[] } | undefined;
      const [trouble] = [...(json?.errors ?? []), ...(payload?.errors ?? [])] as Told[];
      if (!trouble && payload) return payload;
      const code = trouble?.code ?? trouble?.extensions?.code;
      // Not yet begun, and so asked again.
      if (code !== 'RATE_LIMITED') throw new NotAcknowledged(`${status} ${code}: ${trouble?.message}`);
      await after(500);
    }
  }
}
