import { aCompany } from '../../../test/world';
import { Identity } from '../identities/identity.entity';
import { demoMailById, keepDemoMail, mailboxTimeZone, newestDemoMails } from './demo-mails';

const mail = {
  identityId: null,
  messageId: '<1@portal.example>',
  toName: 'Anna Peeters',
  toAddress: 'anna@buyer.example',
  subject: 'Your portal is ready',
  html: '<p>Hello</p>',
  text: 'Hello',
};

test('a mail that is sent twice is kept once', async () => {
  const builder = await aCompany();
  await builder.write((tx) => keepDemoMail(tx, mail));
  await builder.write((tx) => keepDemoMail(tx, mail));

  const [line, ...others] = await newestDemoMails(builder.as(null));
  expect(others).toEqual([]);
  expect(line).toMatchObject({ toName: 'Anna Peeters', subject: 'Your portal is ready' });
  expect(await demoMailById(builder.as(null), line!.id)).toMatchObject(mail);
});

test('the newest mail comes first', async () => {
  const builder = await aCompany();
  for (const subject of ['First', 'Second']) {
    await builder.write((tx) =>
      keepDemoMail(tx, { ...mail, subject, messageId: `<${subject}@portal.example>` }),
    );
  }
  expect((await newestDemoMails(builder.as(null))).map(({ subject }) => subject)).toEqual([
    'Second',
    'First',
  ]);
});

test('they are dated by the clock of the company, and by that of the world where there is none yet', async () => {
  const builder = await aCompany({ timeZone: 'America/New_York' });
  expect(await mailboxTimeZone(builder.as(null))).toBe('America/New_York');
  const nobody = builder.as(null);
  Object.assign(nobody, { companyId: '00000000-0000-0000-0000-000000000000' });
  expect(await mailboxTimeZone(nobody)).toBe('UTC');
});

test('another company’s mails do not exist', async () => {
  const builder = await aCompany();
  await builder.write((tx) => keepDemoMail(tx, mail));
  const [line] = await newestDemoMails(builder.as(null));

  const other = await aCompany();
  expect(await newestDemoMails(other.as('system'))).toEqual([]);
  expect(await demoMailById(other.as('system'), line!.id)).toBeNull();
});

test('with a person go the mails that she was sent', async () => {
  const builder = await aCompany();
  const anna = await builder.anIdentity();
  await builder.write((tx) => keepDemoMail(tx, { ...mail, identityId: anna.id }));
  await builder.write((tx) => tx.delete(Identity, { id: anna.id }));
  expect(await newestDemoMails(builder.as(null))).toEqual([]);
});

test.each(['nothing', '', '%00', '0198a000-0000-7000-8000-000000000001'])(
  'no mail is called %j',
  async (id) => {
    expect(await demoMailById((await aCompany()).as(null), id)).toBeNull();
  },
);
