import { randomUUID } from 'node:crypto';
import { keepDemoMail } from '../features/mailbox/demo-mails';
import type { ReadyConfig } from '../platform/config';
import { createTransport, type MailTransport } from '../platform/mail/transport';
import { RequestContext, type Platform } from '../platform/request-context';

/** SMTP where it is configured; otherwise mails are kept for the demo mailbox. */
export const createMailTransport = (config: ReadyConfig, platform: Platform): MailTransport =>
  createTransport({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    async storeDemoMail({ companyId, ...mail }) {
      const ctx = new RequestContext(platform, companyId, 'system', {
        id: `mail:${randomUUID()}`,
        ip: null,
        userAgent: null,
        keepSession: () => undefined,
      });
      await ctx.inTransaction((tx) => keepDemoMail(tx, mail));
    },
  });
