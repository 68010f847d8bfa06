import { randomUUID } from 'node:crypto';
import { sql } from '../platform/database/sql';
import { RequestContext, type Platform, type RequestDetails } from '../platform/request-context';
import type { Viewer } from '../platform/viewer';

/** What a request, or the opening of a socket, tells about who is asking. */
export interface Asking {
  host: string | undefined;
  sessionToken: string | undefined;
  ip: string | null;
  userAgent: string | null;
  requestId?: string;
  keepSession?: (token: string | null) => void;
}

const nowhere = '00000000-0000-0000-0000-000000000000';

/** Turns a request into its context: the company by session or address, and the viewer by session. */
export class Contexts {
  private firstCompany: string | null = null;

  constructor(private readonly platform: Platform) {}

  async of(asking: Asking): Promise<RequestContext> {
    const details: RequestDetails = {
      id: asking.requestId ?? randomUUID(),
      ip: asking.ip,
      userAgent: asking.userAgent,
      keepSession: asking.keepSession ?? (() => undefined),
    };
    const session = asking.sessionToken ? this.platform.services.tokens.read(asking.sessionToken) : null;
    if (session) {
      const ctx = new RequestContext(this.platform, session.companyId, null, details);
      const viewer = await this.viewerOf(ctx, session.id, asking.sessionToken!);
      if (viewer) {
        ctx.becomes(viewer);
        return ctx;
      }
    }
    return new RequestContext(this.platform, await this.companyAt(asking.host), null, details);
  }

  private async viewerOf(ctx: RequestContext, sessionId: string, token: string): Promise<Viewer | null> {
    const digest = ctx.platform.services.tokens.digest(token);
    const viewer = await ctx.platform.viewerOfSession(ctx, sessionId, digest);
    // Whoever looks through somebody else's eyes moves no "last seen" but that of her own session. A session to
    // which nothing is open any more lasts until it has idled too long, unless access is restored before.
    if (viewer && viewer.roles.size > 0 && !viewer.seenRecently) await this.touch(ctx, viewer);
    return viewer;
  }

  private async touch(ctx: RequestContext, viewer: Viewer): Promise<void> {
    const person = [ctx.companyId, viewer.impersonation?.actorIdentityId ?? viewer.identityId];
    await ctx.inTransaction(async (tx) => {
      // The person before her sessions, as whoever ends them does. While a command holds her she is seen next time.
      const free = await tx.execute(
        'SELECT 1 FROM identities WHERE company_id = $1 AND id = $2 FOR NO KEY UPDATE SKIP LOCKED',
        person,
      );
      if (free.length === 0) return;
      const [companyId, id] = person;
      tx.send(sql`UPDATE identities SET last_seen_at = now() WHERE company_id = ${companyId} AND id = ${id}`);
      tx.send(
        sql`UPDATE sessions SET last_seen_at = now() WHERE company_id = ${companyId} AND id = ${viewer.sessionId}`,
      );
    });
  }

  /** `builder.portal.example` is the company `builder`; any other address is the first company of the instance. */
  private async companyAt(host: string | undefined): Promise<string> {
    const asked = host?.replace(/:\d+$/, '').toLowerCase() ?? '';
    const own = new URL(this.platform.services.config.publicUrl).hostname;
    if (asked.endsWith(`.${own}`)) {
      const slug = asked.slice(0, -own.length - 1);
      const [found] = await this.global<{ id: string | null }>('SELECT app.company_id_by_slug($1) AS id', [
        slug,
      ]);
      if (found?.id) return found.id;
    }
    if (!this.firstCompany) {
      const [first] = await this.global<{ id: string | null }>('SELECT app.first_company_id() AS id', []);
      this.firstCompany = first?.id ?? null;
    }
    return this.firstCompany ?? nowhere;
  }

  private global<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.platform.readers.forCompany(nowhere).read<Row>({ text, values });
  }
}
