import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoMail } from './demo-mail.entity';
import type { DemoMailLine } from './demo-mails';
import { mailboxPage, mailboxPath, mailPolicy, pagePolicy } from './mailbox.page';
import { readerLanguage } from './mailbox.words';
import { isAtThisMachine } from './this-machine';

export interface MailboxDeps {
  publicUrl: string;
  /** Whether a signed-in owner of the current company asks. */
  mayRead(request: FastifyRequest): Promise<boolean>;
  /** The newest mails of the current company. */
  list(request: FastifyRequest): Promise<DemoMailLine[]>;
  get(request: FastifyRequest, id: string): Promise<DemoMail | null>;
  /** By which clock the current company lives. */
  timeZone(request: FastifyRequest): Promise<string>;
}

interface OneMail {
  Params: { id: string };
  Querystring: { view?: unknown };
}

/** The mails that were not sent; register it only where there is no mail server. */
export function registerMailbox(app: FastifyInstance, deps: MailboxDeps): void {
  const { publicUrl, mayRead, list, get } = deps;
  const reads = async (request: FastifyRequest) =>
    isAtThisMachine(request.raw, publicUrl) || (await mayRead(request));

  const readerOf = async (request: FastifyRequest) => ({
    language: readerLanguage(request.headers['accept-language']),
    timeZone: await deps.timeZone(request),
  });

  app.get(mailboxPath, async (request, reply) => {
    if (!(await reads(request))) return nothingHere(reply);
    return page(reply, pagePolicy, mailboxPage(await list(request), await readerOf(request)));
  });

  app.get<OneMail>(`${mailboxPath}/:id`, async (request, reply) => {
    const mail = (await reads(request)) ? await get(request, request.params.id) : null;
    if (!mail) return nothingHere(reply);
    const view = request.query.view === 'text' ? 'text' : 'mail';
    return page(reply, pagePolicy, mailboxPage(await list(request), await readerOf(request), { mail, view }));
  });

  app.get<OneMail>(`${mailboxPath}/:id/html`, async (request, reply) => {
    const mail = (await reads(request)) ? await get(request, request.params.id) : null;
    return mail ? page(reply, mailPolicy, mail.html) : nothingHere(reply);
  });
}

const guarded = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  });

const page = (reply: FastifyReply, policy: string, html: string): FastifyReply =>
  guarded(reply).header('content-security-policy', policy).type('text/html; charset=utf-8').send(html);

const nothingHere = (reply: FastifyReply): FastifyReply =>
  guarded(reply).code(404).type('text/plain; charset=utf-8').send('Not found');
