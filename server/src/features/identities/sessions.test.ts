import { aCompany, thePassword, type Someone } from '../../../test/world';
import { uuidv7 } from '../../platform/database/uuid';
import { countryOf } from './country';
import { deviceOf } from './device';
import { Session } from './session.entity';

const SESSIONS = '{ viewer { sessions { id current device ip country createdAt lastSeenAt } } }';
const END =
  'mutation ($input: EndSessionInput!) { endSession(input: $input) { viewer { id } errors { code } } }';
const WHO = '{ viewer { id } }';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function signedInTwice(): Promise<[Someone, Someone]> {
  const builder = await aCompany();
  const first = await builder.anAdministrator();
  const second = await builder.signedIn(first.identityId!);
  return [first, second];
}

test('everybody sees where they are signed in, the latest first', async () => {
  const [first, second] = await signedInTwice();
  await first.company.write((tx) =>
    tx.update(Session, second.sessionId!, { userAgent: firefox, ip: '193.190.198.1' }),
  );
  const { data } = await second.ask(SESSIONS);
  expect(data.viewer.sessions).toEqual([
    {
      id: second.sessionId,
      current: true,
      device: 'Firefox · Linux',
      ip: '193.190.198.1',
      country: 'BE',
      createdAt: expect.stringMatching(/Z$/),
      lastSeenAt: expect.stringMatching(/Z$/),
    },
    expect.objectContaining({ id: first.sessionId, current: false, device: 'jest', country: null }),
  ]);
});

test.each([
  ['2a02:a000::1', 'BE'],
  ['::ffff:193.190.198.1', 'BE'],
  ['::1', null],
  ['192.168.1.7', null],
  ['no address', null],
  [null, null],
])('the country of %j is %j', (ip, country) => {
  expect(countryOf(ip)).toBe(country);
});

test('C10 a session ended from another device is dead at once', async () => {
  const [first, second] = await signedInTwice();
  const { data, token } = await second.ask(END, { input: { id: first.sessionId } });
  expect(data.endSession).toEqual({ viewer: { id: second.identityId }, errors: [] });
  expect(token).toBeUndefined();
  expect((await first.ask(WHO)).data.viewer).toBeNull();
  expect((await second.ask(SESSIONS)).data.viewer.sessions).toHaveLength(1);
  expect(await first.company.auditTrail()).toEqual(['session.ended']);
});

test('whoever ends the session in hand is signed out', async () => {
  const [first] = await signedInTwice();
  const { data, token } = await first.ask(END, { input: { id: first.sessionId } });
  expect(data.endSession).toEqual({ viewer: null, errors: [] });
  expect(token).toBeNull();
});

test('somebody else’s session, an ended one, and nonsense do not exist', async () => {
  const [first, second] = await signedInTwice();
  const colleague = await first.company.anOwner();
  expect((await colleague.ask(END, { input: { id: first.sessionId } })).codes).toEqual(['NOT_FOUND']);
  await second.ask(END, { input: { id: first.sessionId } });
  for (const id of [first.sessionId, uuidv7(), 'nonsense', '']) {
    expect((await second.ask(END, { input: { id } })).codes).toEqual(['NOT_FOUND']);
  }
  expect((await first.company.stranger().ask(END, { input: { id: second.sessionId } })).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test('what has idled too long is neither a session nor listed', async () => {
  const [first, second] = await signedInTwice();
  const longAgo = new Date(Date.now() - 13 * 3600_000).toISOString();
  await first.company.write((tx) => tx.update(Session, first.sessionId!, { lastSeenAt: longAgo }));
  expect((await first.ask(WHO)).data.viewer).toBeNull();
  expect((await second.ask(SESSIONS)).data.viewer.sessions).toHaveLength(1);
});

test('a partner’s session may rest for weeks', async () => {
  const builder = await aCompany();
  const partner = await builder.signedIn((await builder.aPartner()).identityId!);
  const restedFor = (days: number) =>
    builder.write((tx) =>
      tx.update(Session, partner.sessionId!, {
        lastSeenAt: new Date(Date.now() - days * 86_400_000).toISOString(),
      }),
    );
  await restedFor(29);
  expect((await partner.ask(SESSIONS)).data.viewer.sessions).toHaveLength(1);
  await restedFor(31);
  expect((await partner.ask(WHO)).data.viewer).toBeNull();
});

test('D3 whoever looks through her eyes sees no sessions, and changes neither password nor session', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id: contactId, identityId } = await builder.aPartner();
  const partner = await builder.signedIn(identityId!);
  await owner.ask(
    'mutation ($input: StartImpersonationInput!) { startImpersonation(input: $input) { errors { code } } }',
    {
      input: { contactId },
    },
  );
  expect((await owner.ask('{ viewer { id sessions { id } } }')).data.viewer).toEqual({
    id: identityId,
    sessions: [],
  });
  const change =
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code } } }';
  const input = { currentPassword: thePassword, newPassword: 'lavender window north' };
  expect((await owner.ask(change, { input })).codes).toEqual(['IMPERSONATION_READ_ONLY']);
  expect((await owner.ask(END, { input: { id: partner.sessionId } })).codes).toEqual([
    'IMPERSONATION_READ_ONLY',
  ]);
  expect((await partner.ask(SESSIONS)).data.viewer.sessions).toHaveLength(1);
});

test('the tour is finished once and for all', async () => {
  const builder = await aCompany();
  const partner = await builder.signedIn((await builder.aPartner()).identityId!);
  expect((await partner.ask('{ viewer { tourFinished } }')).data.viewer.tourFinished).toBe(false);
  const { data } = await partner.ask('mutation { finishTour { viewer { tourFinished } errors { code } } }');
  expect(data.finishTour).toEqual({ viewer: { tourFinished: true }, errors: [] });
  expect((await builder.stranger().ask('mutation { finishTour { errors { code } } }')).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});

test.each([
  [firefox, 'Firefox · Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome · macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
    'Chrome · iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet · Android',
  ],
  ['curl/8.5.0', 'curl'],
  ['<script>alert(1)</script>', '–'],
  ['', '–'],
  [null, '–'],
])('%j is shown as %s', (userAgent, shown) => {
  expect(deviceOf(userAgent)).toBe(shown);
});
