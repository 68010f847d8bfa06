import sharp from 'sharp';
import { aMailServer, type ReceivedMail } from '../../../test/mail-server';
import type { MailBrand } from './brand';
import { contrast } from './colour';
import { renderMail, templates, type MailData, type MailName } from './render';
import { createTransport } from './transport';

const picture = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200"><path d="M0 0h200v200z" fill="${colour}"/></svg>`,
  );
const brand: MailBrand = {
  companyName: 'Linden & Söhne',
  primary: '#1e5f4f',
  accent: '#C8553D',
  logo: { bytes: picture('#1e5f4f'), mime: 'image/svg+xml' },
  contactEmail: 'hallo@linden.example',
  contactPhone: '+49 30 1234567',
  timeZone: 'Europe/Berlin',
  publicUrl: 'https://portal.linden.example',
};
const recipient = { firstName: 'Amélie', lastName: 'Vandenbroucke' };
const home = { unit: 'Apartment 2.1', project: 'Old Lime Tree' };
const twoWeeks = 14 * 24 * 60;

const samples: { [Name in MailName]: MailData<Name> } = {
  invitation: { homes: [home], path: '/invitation/abc', validMinutes: twoWeeks },
  newUnit: { homes: [home], path: '/portal' },
  accessRevoked: { home },
  accessRestored: { home, path: '/login' },
  teamInvitation: {
    invitedBy: 'Jan Peeters',
    role: 'OWNER',
    path: '/invitation/abc',
    validMinutes: twoWeeks,
  },
  passwordReset: { path: '/reset/abc', validMinutes: 60 },
  passwordChanged: { changedAt: '2026-06-01T22:30:00.000Z', path: '/forgot' },
  emailChangeConfirm: { newAddress: 'new@buyer.example', path: '/confirm-email/abc', validMinutes: 1440 },
  emailChangeNotice: {
    newAddress: 'new@buyer.example',
    confirm: { path: '/confirm-email/abc', validMinutes: 1440 },
  },
};
const names = Object.keys(templates) as MailName[];
const languages = ['EN', 'FR', 'NL', 'DE'] as const;
const messages = names.flatMap((name) => languages.map((language) => [name, language] as const));

let server: Awaited<ReturnType<typeof aMailServer>>;
beforeAll(async () => (server = await aMailServer()));
afterAll(() => server.close());

/** The mail as it arrives at a real mail server. */
async function received<Name extends MailName>(
  name: Name,
  data: MailData<Name>,
  options: { language: (typeof languages)[number]; brand?: MailBrand; recipient?: typeof recipient },
): Promise<ReceivedMail & { html: string; text: string; subject: string }> {
  const mail = await renderMail(name, data, { brand, recipient, ...options });
  const transport = createTransport({
    smtpUrl: server.url,
    from: 'portal@portico.example',
    storeDemoMail: () => Promise.reject(new Error('not here')),
  });
  const addressed = { companyId: 'c', identityId: null, messageId: '<1@portico.example>' };
  await transport.send({ ...mail, ...addressed, to: { name: 'Amélie', address: 'amelie@buyer.example' } });
  const { html, text, subject, ...rest } = server.inbox.pop()!;
  return { ...rest, html: html ?? '', text: text ?? '', subject: subject ?? '' };
}

const readable = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39|nbsp);/g,
      (entity) =>
        ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity] ?? '\u00a0',
    )
    .replace(/[^\S\u00a0]+/g, ' ');

describe.each(messages)('%s in %s', (name, language) => {
  const data = samples[name];
  let mail: Awaited<ReturnType<typeof received>>;
  beforeAll(async () => (mail = await received(name, data, { language })));

  test('comes from the company, and an answer reaches its people', () => {
    expect(mail.from).toMatchObject({ name: 'Linden & Söhne', address: 'portal@portico.example' });
    expect(mail.replyTo).toMatchObject([{ address: 'hallo@linden.example' }]);
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted' }));
  });

  test('has its logo inside, and asks nothing of the network', async () => {
    const [logo, ...others] = mail.attachments;
    expect(others).toEqual([]);
    expect(logo).toMatchObject({ mimeType: 'image/png', disposition: 'inline' });
    expect(mail.html).toContain(`src="cid:${logo!.contentId!.slice(1, -1)}"`);
    expect(await sharp(logo!.content as ArrayBuffer).metadata()).toMatchObject({ format: 'png', width: 400 });
    expect(mail.html).not.toMatch(/src="(?!cid:)|url\(|<link|<script|@import/);
  });

  test('leads below the public address only, by a button in the accent colour and the bare link', () => {
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link!);
    const path = 'path' in data ? data.path : 'confirm' in data ? data.confirm?.path : undefined;
    const expected = path ? [`https://portal.linden.example${path}`] : [];
    expect(links.filter((link) => link.startsWith('http'))).toEqual([...expected, ...expected]);
    expect(links.filter((link) => !link.startsWith('http'))).toEqual([
      'mailto:hallo@linden.example',
      'tel:+49301234567',
    ]);
    expect(mail.text.match(/https?:\S+/g) ?? []).toEqual(expected);
    if (path) {
      const words = /bgcolor="#c8553d".*?;color:(#[0-9a-f]{6});text-decoration:none">/s.exec(mail.html)?.[1];
      expect(contrast(words!, '#c8553d')).toBeGreaterThanOrEqual(4.5);
      expect(mail.html).toContain(`>https://portal.linden.example${path}</a>`);
    }
    expect(mail.html).toContain('bgcolor="#1e5f4f"');
  });

  test('says the same as text, and in its own language', () => {
    const page = readable(mail.html);
    const lines = mail.text.split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '' && line !== '--' && !line.startsWith('http'));
    expect(said.length).toBeGreaterThan(4);
    for (const line of said) expect(page).toContain(line);
    expect(mail.html).toContain(`<html lang="${language.toLowerCase()}"`);
    expect(mail.text).toMatch(
      { EN: /^Hello Amélie,/, FR: /^Bonjour Amélie,/, NL: /^Beste Amélie,/, DE: /^Guten Tag Amélie Vand/ }[
        language
      ],
    );
    expect(page + mail.text + mail.subject).not.toMatch(/undefined|null|\[object|\$\{/);
  });
});

test('no two languages share a subject or a reason', () => {
  for (const name of names) {
    const contents = languages.map((language) => templates[name][language](samples[name] as never, brand));
    expect(new Set(contents.map(({ subject }) => subject)).size).toBe(4);
    expect(new Set(contents.map(({ reason }) => reason)).size).toBe(4);
  }
});

test.each([
  ['EN', /secure password and log in/, /14 days/, /60 minutes/],
  ['FR', /mot de passe sûr et connectez-vous/, /14\sjours/, /60\sminutes/],
  ['NL', /veilig wachtwoord en log in/, /14\sdagen/, /60\sminuten/],
  ['DE', /sicheres Passwort und melden Sie sich an/, /14\sTage/, /60\sMinuten/],
] as const)(
  'the invitation in %s asks to choose a secure password and says how long its link lives',
  async (language, asks, days, minutes) => {
    const invitation = await received('invitation', samples.invitation, { language });
    expect(invitation.text).toMatch(asks);
    expect(invitation.text).toMatch(days);
    expect(invitation.text).toContain('Apartment 2.1\n  Old Lime Tree');
    expect(invitation.subject).toContain('Apartment 2.1, Old Lime Tree');
    expect((await received('passwordReset', samples.passwordReset, { language })).text).toMatch(minutes);
  },
);

test('a changed password is told by the company’s clock', async () => {
  const { text } = await received('passwordChanged', samples.passwordChanged, { language: 'DE' });
  expect(text).toContain('2. Juni 2026 um 00:30 MESZ');
});

test('a home that is its own project is named once, and further homes are counted', async () => {
  const villa = { unit: 'Villa Rosa', project: 'Villa Rosa' };
  const single = await received('newUnit', { homes: [villa], path: '/portal' }, { language: 'EN' });
  expect(single.text.match(/Villa Rosa/g)).toHaveLength(1);
  expect(single.subject).toBe('Now in your portal: Villa Rosa');
  const several = await received(
    'newUnit',
    { homes: [home, villa, villa], path: '/portal' },
    { language: 'EN' },
  );
  expect(several.subject).toBe('Now in your portal: Apartment 2.1, Old Lime Tree (+2)');
});

test('the old address either has to agree to a change or is only told', async () => {
  const told = { newAddress: 'new@buyer.example', confirm: null };
  const mail = await received('emailChangeNotice', told, { language: 'EN' });
  expect(mail.text).toContain('new@buyer.example');
  expect(mail.html + mail.text).not.toContain('http');
});

test('without a logo, or with one that cannot be read, the mail carries the company’s name', async () => {
  for (const logo of [undefined, { bytes: Buffer.from('<svg'), mime: 'image/svg+xml' }]) {
    const options = { language: 'EN', brand: { ...brand, logo } } as const;
    const { html, attachments } = await received('accessRevoked', { home }, options);
    expect(attachments).toEqual([]);
    expect(html).not.toContain('<img');
    expect(html).toMatch(/class="name"[^>]*>Linden &amp; Söhne</);
  }
});

test('a logo drawn in white gets a ground on which it can be seen', async () => {
  const white = { ...brand, logo: { bytes: picture('#ffffff'), mime: 'image/svg+xml' } };
  const { attachments } = await received('accessRevoked', { home }, { language: 'EN', brand: white });
  const { data } = await sharp(attachments[0]!.content as ArrayBuffer)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([0x1e, 0x5f, 0x4f]);
});

test('colours that are no colours never reach the page', async () => {
  const hostile = { ...brand, primary: 'red;background:url(//x)', accent: '"><script>' };
  const { html } = await received('accessRestored', samples.accessRestored, {
    language: 'EN',
    brand: hostile,
  });
  expect(html).not.toMatch(/script|url\(/);
});

describe('E14 hostile and unusual names', () => {
  const long = 'x'.repeat(200);
  test.each([
    ['HTML', '<img src=x onerror=alert(1)>"\'&', '&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;'],
    ['emoji', '👩‍👩‍👧‍👦 Família', '👩‍👩‍👧‍👦 Família'],
    ['Arabic', 'مريم العلي', 'مريم العلي'],
    ['a turned reading direction', 'Anna\u202egnp.exe', 'Annagnp.exe'],
    ['line breaks', 'Anna\r\nBcc: all@buyer.example\0', 'Anna Bcc: all@buyer.example'],
    ['half a character', 'Anna\ud83d', 'Anna\ufffd'],
    ['200 characters', long, long],
  ])('%s is shown as text', async (_what, typed, shown) => {
    const mail = await received(
      'invitation',
      { ...samples.invitation, homes: [{ unit: typed, project: typed }] },
      {
        language: 'EN',
        brand: { ...brand, companyName: typed },
        recipient: { firstName: typed, lastName: typed },
      },
    );
    expect(mail.html).toContain(`Hello ${shown},`);
    expect(mail.html).not.toMatch(/<img src=x/);
    expect(mail.subject.length).toBeLessThanOrEqual(120);
    expect(mail.envelope.to).toEqual(['amelie@buyer.example']);
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/);
  });
});
