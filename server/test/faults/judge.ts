import type { Client } from 'pg';
import type { ReceivedMail } from '../mail-server';
import type { Sale } from './writers';

/** What the database holds of one sale. */
interface Kept {
  name: string;
  contact_id: string;
  contacts: number;
  contacts_created: number;
  unit_id: string | null;
  units: number;
  sale_state: string | null;
  units_sold: number;
  buyer_id: string | null;
  buyers: number;
  customers_linked: number;
  access_state: string | null;
  grants: number;
  links: number;
  /** Invitations that wait, and those that were stamped. */
  waiting: number;
  stamped: number;
}

const count = (from: string) => `(SELECT count(*)::int FROM ${from})`;
const audited = (action: string, id: string) =>
  count(`audit_events WHERE action = '${action}' AND object_id = ${id}`);

const kept = `
  SELECT contact.last_name AS name, contact.id AS contact_id,
         ${count('contacts c WHERE c.last_name = contact.last_name')} AS contacts,
         ${audited('contact.created', 'contact.id')} AS contacts_created,
         unit.id AS unit_id, ${count('units u WHERE u.number = unit.number')} AS units, unit.sale_state,
         ${audited('unit.sold', 'unit.id')} AS units_sold,
         buyer.id AS buyer_id, ${count('unit_buyers b WHERE b.contact_id = contact.id')} AS buyers,
         ${audited('customer.linked', 'buyer.id')} AS customers_linked,
         buyer.access_state, ${audited('access.granted', 'buyer.id')} AS grants,
         ${count(`login_links l WHERE l.identity_id = contact.identity_id AND l.purpose = 'INVITATION'`)} AS links,
         ${count(`outbox o WHERE o.job = 'access.send-invitation' AND o.subject_id = contact.identity_id`)} AS waiting,
         ${count(`mail_deliveries m WHERE m.identity_id = contact.identity_id`)} AS stamped
    FROM contacts contact
    LEFT JOIN units unit ON unit.number = 'U' || contact.last_name
    LEFT JOIN unit_buyers buyer ON buyer.contact_id = contact.id
   WHERE contact.first_name = 'Ada'`;

/** Things that are told of in the audit log and are not there, or are there twice. */
const totals = `
  SELECT action, count(*)::int AS entries, count(DISTINCT object_id)::int AS objects
    FROM audit_events WHERE action IN ('contact.created', 'unit.sold', 'customer.linked', 'access.granted')
   GROUP BY action`;

/** Everything in which the database differs from what was acknowledged; one sentence each. */
export async function losses(ledger: readonly Sale[], client: Client): Promise<string[]> {
  const { rows } = await client.query<Kept>(kept);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const found: string[] = [];
  for (const sale of ledger) {
    const row = byName.get(sale.name);
    const say = (holds: boolean, what: string) => {
      if (!holds)
        found.push(`${sale.name}: ${what} (${JSON.stringify(row)}; acknowledged ${JSON.stringify(sale)})`);
    };
    if (!row) {
      say(!sale.contactId, 'the customer is lost');
      continue;
    }
    acknowledgedIsThere(sale, row, say);
    wholeOrNotAtAll(row, say);
  }
  found.push(...(await strayEntries(client, rows)));
  return found;
}

type Say = (holds: boolean, what: string) => void;

function acknowledgedIsThere(sale: Sale, row: Kept, say: Say): void {
  say(!sale.contactId || row.contact_id === sale.contactId, 'the customer has another id');
  say(!sale.unitId || row.unit_id === sale.unitId, 'the unit is lost');
  say(!sale.sold || row.sale_state === 'SOLD', 'the sale is lost');
  say(!sale.buyerId || row.buyer_id === sale.buyerId, 'the link is lost');
  say(!sale.granted || ['INVITED', 'ACTIVE'].includes(row.access_state ?? ''), 'the access is lost');
}

/** Also of what nobody was told about. */
function wholeOrNotAtAll(row: Kept, say: Say): void {
  say(row.contacts === 1 && row.contacts_created === 1, 'the customer is there without her entry, or twice');
  say(row.units <= 1, 'the unit is there twice');
  say(row.units_sold === Number(row.sale_state === 'SOLD'), 'the sale and its entry differ');
  say(row.buyers <= 1 && row.customers_linked === row.buyers, 'the link and its entry differ');
  const granted = Number(['INVITED', 'ACTIVE'].includes(row.access_state ?? ''));
  say(row.grants === granted && row.links === granted, 'the access, its entry and its link differ');
  say(row.waiting + row.stamped >= granted, 'the invitation is neither waiting nor stamped');
  say(row.stamped <= granted, 'two invitations were stamped');
}

/** The log tells of nothing but what is there, once each. */
async function strayEntries(client: Client, rows: Kept[]): Promise<string[]> {
  const there: Record<string, number> = {
    'contact.created': rows.length,
    'unit.sold': rows.filter((row) => row.sale_state === 'SOLD').length,
    'customer.linked': rows.filter((row) => row.buyer_id).length,
    'access.granted': rows.filter((row) => row.grants).length,
  };
  const { rows: told } = await client.query<{ action: string; entries: number; objects: number }>(totals);
  return told
    .filter(({ action, entries, objects }) => entries !== objects || entries !== there[action])
    .map(
      (entry) => `the log and the things differ: ${JSON.stringify(entry)}, there are ${there[entry.action]}`,
    );
}

/** A mail that the mail server has accepted, and when. */
export interface Accepted extends ReceivedMail {
  at: number;
}

/** From the kill until all was back: a PostgreSQL whose head is gone still answers for a moment. */
export interface Crash {
  from: number;
  to: number;
}

/** What is wrong with the mails: one that is missing, or that went twice without a crash between acceptance and stamp. */
export async function mailLosses(
  ledger: readonly Sale[],
  mails: readonly Accepted[],
  crashes: readonly Crash[],
  client: Client,
): Promise<{ found: string[]; repeated: number }> {
  const { rows } = await client.query<{ email: string; message_id: string; at: Date }>(
    `SELECT contact.email, mail.message_id, mail.created_at AS at
       FROM mail_deliveries mail JOIN contacts contact USING (company_id, identity_id)
      WHERE contact.first_name = 'Ada'`,
  );
  const stampOf = new Map(rows.map((row) => [row.email, row]));
  const arrived = Map.groupBy(mails, (mail) => mail.envelope.to[0]!);
  const found: string[] = [];
  let repeated = 0;
  for (const { email, granted } of ledger) {
    const copies = arrived.get(email) ?? [];
    const stamp = stampOf.get(email);
    if (!copies.length && (granted || stamp)) found.push(`${email}: the invitation was never delivered`);
    if (copies.some(({ messageId }) => messageId !== stamp?.message_id))
      found.push(`${email}: ${copies.length} mails, not all with the Message-ID of the stamp`);
    for (const [index, copy] of copies.slice(1).entries()) {
      repeated += 1;
      const before = copies[index]!.at;
      const between = crashes.some(
        ({ from, to }) => before <= to && from <= copy.at && from <= stamp!.at.getTime(),
      );
      if (!between) found.push(`${email}: it went again although nothing had crashed before its stamp`);
    }
  }
  return { found, repeated };
}
