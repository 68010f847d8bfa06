import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadyConfig } from '../platform/config';

const longestInBrowsers = 400 * 24 * 3600;

/** The one cookie that there is: who is signed in, out of reach of scripts and of other sites. */
export class SessionCookie {
  readonly name: string;
  private readonly secure: boolean;

  constructor({ publicUrl }: ReadyConfig) {
    this.secure = publicUrl.startsWith('https:');
    // `__Host-` wants TLS; on plain http, as on one's own machine, browsers would drop it.
    this.name = this.secure ? '__Host-portico' : 'portico';
  }

  read({ headers }: FastifyRequest): string | undefined {
    return parseCookie(headers.cookie ?? '')[this.name];
  }

  /** Null signs out. The session ends on the server; the cookie only has to outlast it. */
  keep(reply: FastifyReply, token: string | null): void {
    const cookie = stringifySetCookie({
      name: this.name,
      value: token ?? '',
      maxAge: token === null ? 0 : longestInBrowsers,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
    });
    void reply.header('set-cookie', cookie);
  }
}
