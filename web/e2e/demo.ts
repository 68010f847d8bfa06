import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { signIn } from './chapters/door';
import { Mailbox } from './mailbox';
import { Person } from './person';
import type { Product } from './product';
import { settled } from './settled';

/** What the demo company has to show: ids, and the addresses from its mails. */
export interface Demo {
  multi: string;
  single: string;
  sold: string;
  available: string;
  customer: string;
  partner: string;
  lead: string;
  member: string;
  home: string;
  otherHome: string;
  invitation: string;
  reset: string;
}

export interface DemoPeople {
  visitor: Person;
  owner: Person;
  /** The owner once more, at a second browser. */
  colleague: Person;
  customer: Person;
  partner: Person;
}

/** Lets those come in whom the first start named, with the passwords that it named. */
export async function demoPeople(browser: Browser, { address, log }: Product): Promise<DemoPeople> {
  const arrive = async (name: keyof DemoPeople, role: string | null = name) => {
    const person = await Person.at(browser, { name, address });
    if (!role) return person;
    const [, email, password] = new RegExp(`^ *${role} +(\\S+@\\S+) +(\\S+)$`, 'im').exec(log()) ?? [];
    assert.ok(email && password, `the first start names no ${role}`);
    await person.open('/login');
    await signIn(person, email, password);
    await person.page.waitForURL(/\/(console|portal)\//);
    await settled(person.page);
    return person;
  };
  return {
    visitor: await arrive('visitor', null),
    owner: await arrive('owner'),
    colleague: await arrive('colleague', 'owner'),
    customer: await arrive('customer'),
    partner: await arrive('partner'),
  };
}

const everything = `{
  projects(first: 2) { edges { node { id kind units(first: 30) { edges { node {
    id saleState leads { id } buyers { accessState contact { id } }
  } } } } } }
  partners: contacts(kind: PARTNER, first: 1) { edges { node { id } } }
  leads: contacts(kind: LEAD, first: 1) { edges { node { id } } }
  teamMembers(first: 10) { edges { node { id role projects { id } } } }
}`;

interface ProjectRow {
  id: string;
  kind: string;
  units: Connection<UnitRow>;
}
interface UnitRow {
  id: string;
  saleState: string;
  leads: { id: string }[] | null;
  buyers: { accessState: string; contact: { id: string } }[];
}
interface Connection<Row> {
  edges: { node: Row }[];
}
const rows = <Row>({ edges }: Connection<Row>): Row[] => edges.map(({ node }) => node);

/** Finds one of each kind by asking as the owner and reading the mailbox. */
export async function exploreDemo({ owner, customer, visitor }: DemoPeople): Promise<Demo> {
  const { data, codes } = await owner.ask(everything);
  assert.deepEqual(codes, []);
  const projects = rows(data.projects as Connection<ProjectRow>);
  const units = projects.filter(({ kind }) => kind === 'MULTI').flatMap((project) => rows(project.units));
  const sold = units.find(({ buyers }) => buyers.some(({ accessState }) => accessState === 'ACTIVE'));
  const available = units.find(({ saleState, leads }) => saleState === 'AVAILABLE' && leads?.length);
  const homes = (await customer.ask('{ viewer { homes { id } email } }')).data.viewer;
  const member = rows(data.teamMembers as Connection<{ id: string; projects: unknown[] | null }>);
  return {
    multi: projects.find(({ kind }) => kind === 'MULTI')!.id,
    single: projects.find(({ kind }) => kind === 'SINGLE')!.id,
    sold: sold!.id,
    available: available!.id,
    customer: sold!.buyers[0]!.contact.id,
    partner: rows(data.partners as Connection<{ id: string }>)[0]!.id,
    lead: rows(data.leads as Connection<{ id: string }>)[0]!.id,
    member: member.find((each) => each.projects?.length)!.id,
    home: homes.homes[0].id,
    otherHome: homes.homes.at(-1).id,
    ...(await linksIn(visitor, homes.email)),
  };
}

const askReset = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }`;

/** An invitation that waits in the mailbox, and a reset that somebody asks for now. */
async function linksIn(visitor: Person, email: string) {
  const mailbox = new Mailbox(visitor.page);
  await visitor.ask(askReset, { input: { email } });
  const linkIn = async (kind: string) => {
    const link = await mailbox.linkTo(kind);
    return new URL(link).pathname;
  };
  return { reset: await linkIn('/reset/'), invitation: await linkIn('/invitation/') };
}
