import fastify, { type InjectOptions } from 'fastify';
import { uuidv7 } from '../../platform/database/uuid';
import type { DemoMail } from './demo-mail.entity';
import { registerMailbox } from './mailbox.routes';

const aMail = (given: Partial<DemoMail> = {}): DemoMail => ({
  id: uuidv7(),
  companyId: uuidv7(),
  createdAt: '2026-06-01T08:00:00.000Z',
  identityId: null,
  messageId: '<1@portal.example>',
  toName: 'Anna Peeters',
  toAddress: 'anna@buyer.example',
  subject: 'Your portal is ready',
  html: '<p>Hello <a href="https://portal.example/invitation/abc" target="_blank" rel="noopener noreferrer">Choose</a></p>',
  text: 'Hello <Anna>',
  sentAt: '2026-06-01T08:00:00.000Z',
  ...given,
});

interface Setting {
  mails?: DemoMail[];
  publicUrl?: string;
  ownerAsks?: boolean;
  timeZone?: string;
}

/** The mailbox, and somebody at the machine itself who opens it, unless told otherwise. */
function aMailbox({
  mails = [],
  publicUrl = 'http://localhost:4000',
  ownerAsks = false,
  timeZone = 'Europe/Brussels',
}: Setting = {}) {
  const app = fastify();
  registerMailbox(app, {
    publicUrl,
    mayRead: async () => ownerAsks,
    list: async () => mails,
    timeZone: async () => timeZone,
    get: async (_request, id) => mails.find((mail) => mail.id === id) ?? null,
  });
  return (path = '', asked: InjectOptions = {}) =>
    app.inject({ url: `/demo/mailbox${path}`, remoteAddress: '127.0.0.1', ...asked });
}

test('whoever sits at the machine reads the mails, newest first as given', async () => {
  const mails = [aMail({ subject: 'Second' }), aMail({ subject: 'First' })];
  const { statusCode, body, headers } = await aMailbox({ mails })();
  expect(statusCode).toBe(200);
  expect(body.indexOf('Second')).toBeLessThan(body.indexOf('First'));
  expect(body).toContain(`href="/demo/mailbox/${mails[0]!.id}"`);
  expect(body).toContain('<meta name="robots" content="noindex">');
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
});

describe('nobody else', () => {
  const mails = [aMail()];
  test.each<[string, InjectOptions, string?]>([
    ['from another machine', { remoteAddress: '192.0.2.7' }],
    [
      'from another machine that names itself local',
      { remoteAddress: '192.0.2.7', headers: { host: 'localhost' } },
    ],
    ['through a proxy', { headers: { 'x-forwarded-for': '192.0.2.7' } }],
    ['through a proxy that says so differently', { headers: { forwarded: 'for=192.0.2.7' } }],
    ['through a proxy that names only the caller', { headers: { 'x-real-ip': '127.0.0.1' } }],
    ['through a cache', { headers: { via: '1.1 cache' } }],
    ['from a page whose name points here', { headers: { host: 'evil.example' } }],
    ['from a name that only begins like ours', { headers: { host: 'localhost.evil.example' } }],
    ['behind https without a header', { headers: { host: '127.0.0.1:4000' } }, 'https://portal.example'],
  ])('%s', async (_who, asked, publicUrl = 'http://localhost:4000') => {
    const open = aMailbox({ mails, publicUrl });
    for (const path of ['', `/${mails[0]!.id}`, `/${mails[0]!.id}/html`]) {
      const { statusCode, body } = await open(path, asked);
      expect([statusCode, body]).toEqual([404, 'Not found']);
    }
  });
});

test.each(['localhost:4000', 'demo.localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'portico.test:4000'])(
  'the machine itself may be called %s',
  async (host) => {
    const open = aMailbox({ publicUrl: 'http://portico.test:4000' });
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect((await open('', { remoteAddress, headers: { host } })).statusCode).toBe(200);
    }
  },
);

test('an owner reads it from anywhere', async () => {
  const mails = [aMail()];
  const open = aMailbox({ mails, ownerAsks: true, publicUrl: 'https://portal.example' });
  const asked = {
    remoteAddress: '192.0.2.7',
    headers: { host: 'portal.example', 'x-forwarded-for': '192.0.2.8' },
  };
  for (const path of ['', `/${mails[0]!.id}`, `/${mails[0]!.id}/html`]) {
    expect((await open(path, asked)).statusCode).toBe(200);
  }
});

test('a mail is shown in a sandbox that runs nothing and loads nothing', async () => {
  const mail = aMail();
  const open = aMailbox({ mails: [mail] });

  const page = await open(`/${mail.id}`);
  expect(page.body).toContain(`<iframe src="/demo/mailbox/${mail.id}/html"`);
  expect(page.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(page.body).not.toMatch(/<script|unsafe-inline/);

  const alone = await open(`/${mail.id}/html`);
  expect(alone.body).toBe(mail.html);
  const policy = alone.headers['content-security-policy'];
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
});

test('the text part can be read as well', async () => {
  const mail = aMail();
  const { body } = await aMailbox({ mails: [mail] })(`/${mail.id}?view=text`);
  expect(body).toContain('Hello &lt;Anna&gt;</pre>');
  expect(body).not.toContain('<iframe');
});

test.each([
  ['Europe/Brussels', 'Monday 1 June 2026 at 23:30 CEST', '1 Jun 2026'],
  ['Asia/Tokyo', 'Tuesday 2 June 2026 at 06:30 GMT+9', '2 Jun 2026'],
])('a mail is dated by the clock of a company in %s', async (timeZone, whole, day) => {
  const mail = aMail({ sentAt: '2026-06-01T21:30:00.000Z' });
  const open = aMailbox({ mails: [mail], timeZone });
  const time = (words: string) => `<time datetime="2026-06-01T21:30:00.000Z">${words}</time>`;
  expect((await open()).body).toContain(time(day));
  expect((await open(`/${mail.id}`)).body.replaceAll(',', '')).toContain(time(whole));
});

test('E14 what people typed is text on the page', async () => {
  const typed = '"><script>alert(1)</script>';
  const mail = aMail({ toName: typed, subject: typed, toAddress: typed, text: typed });
  const open = aMailbox({ mails: [mail] });
  for (const path of ['', `/${mail.id}`, `/${mail.id}?view=text`]) {
    const { body } = await open(path);
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script&gt;');
  }
});

test.each(['/nothing', `/${uuidv7()}`, `/${uuidv7()}/html`, '/%00', '/..%2f'])(
  'there is no mail at %s',
  async (path) => {
    expect((await aMailbox({ mails: [aMail()] })(path)).statusCode).toBe(404);
  },
);

test.each([
  ['fr-BE,fr;q=0.9', 'Aucun e-mail pour l’instant'],
  ['nl', 'Nog geen e-mail'],
  ['de-AT', 'Noch keine E-Mail'],
  ['pt, en-GB', 'No mail yet'],
  [undefined, 'No mail yet'],
])('an empty mailbox tells a reader of %s what will come', async (language, told) => {
  const { body } = await aMailbox()('', { headers: language ? { 'accept-language': language } : {} });
  expect(body).toContain(told);
});
