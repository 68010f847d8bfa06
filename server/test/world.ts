import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { Client } from 'pg';
import { executionOf, type Execution } from '../src/app/execution';
import { features } from '../src/app/features';
import { createPlatform, type RunningPlatform } from '../src/app/platform';
import { createSchema } from '../src/app/schema';
import { AccessState, UnitBuyer } from '../src/features/access/unit-buyer.entity';
import type { Company } from '../src/features/companies/company.entity';
import { Contact } from '../src/features/contacts/contact.entity';
import { named, searchable } from '../src/features/contacts/contact-names';
import { PartnerCompany } from '../src/features/contacts/partner-company.entity';
import { Identity } from '../src/features/identities/identity.entity';
import { openLink } from '../src/features/identities/links';
import type { LinkPurpose } from '../src/features/identities/login-link.entity';
import { startSession } from '../src/features/identities/sessions';
import { Level, LevelType } from '../src/features/projects/level.entity';
import { insertUnit } from '../src/features/projects/new-unit';
import { ProjectAdministrator } from '../src/features/projects/project-administrator.entity';
import { Project, ProjectKind, ProjectState } from '../src/features/projects/project.entity';
import { Unit } from '../src/features/projects/unit.entity';
import { SaleState, UnitType } from '../src/features/projects/unit.enums';
import { TeamMember, TeamMemberState, TeamRole } from '../src/features/team/team-member.entity';
import { AuditEvent } from '../src/platform/audit/audit-event.entity';
import { readConfig } from '../src/platform/config';
import { uuidv7 } from '../src/platform/database/uuid';
import { sql } from '../src/platform/database/sql';
import { sortNameOf } from '../src/platform/folded';
import type { MailToSend } from '../src/platform/mail/mail-to-send';
import { OutboxEntry } from '../src/platform/outbox/outbox-entry.entity';
import { RequestContext, type RequestDetails, type Transaction } from '../src/platform/request-context';
import type { Asker, Viewer } from '../src/platform/viewer';
import { testDatabase, type TestDatabase } from './database';

let running:
  | { platform: RunningPlatform; schema: GraphQLSchema; execution: Execution; database: TestDatabase }
  | undefined;

/** The product on this worker's database, started once per test file and stopped after it. */
export async function theProduct() {
  if (!running) {
    const database = await testDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'portico-test-'));
    const config = {
      ...readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir }),
      secret: 'a secret that only tests know, 32+',
    };
    const platform = await createPlatform(config, database, pino({ level: 'silent' }));
    const schema = createSchema(features);
    // Compiled at once: what graphql-js does by itself is told by the tests over HTTP.
    running = { platform, schema, execution: executionOf(schema, 1), database };
  }
  return running;
}

afterAll(async () => {
  await running?.platform.close();
  running = undefined;
});

/** What whoever has a login in a story signs in with. */
export const thePassword = 'a password that was accepted';
/** Its hash. */
export const acceptedPassword =
  '$argon2id$v=19$m=19456,t=2,p=1$4oTdSI2x5LjTACYU7zlzhg$4iOAKR6z4AChKYH+hchjBJSDjPulkp6mZkoUimnqOzY';

const nobody: RequestDetails = {
  id: 'test',
  ip: '127.0.0.1',
  userAgent: 'jest',
  keepSession: () => undefined,
};

export interface Answer {
  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  data: any;
  /** The codes of thrown errors, in order. */
  codes: string[];
  /** What `keepSession` was told, where a session began. */
  token?: string | null;
}

/** Somebody who can ask; signed in with a real session, or nobody. */
export class Someone {
  constructor(
    readonly company: TestCompany,
    readonly identityId: string | null,
    readonly sessionId: string | null,
    readonly token: string | null = null,
    private readonly details: RequestDetails = nobody,
  ) {}

  /** The same person from another place, or with another browser. */
  from(details: Partial<Pick<RequestDetails, 'ip' | 'userAgent'>>): Someone {
    return new Someone(this.company, this.identityId, this.sessionId, this.token, {
      ...this.details,
      ...details,
    });
  }

  /** Every question is a request of its own: the viewer is read anew. */
  async ask(query: string, variables: Record<string, unknown> = {}, schema?: GraphQLSchema): Promise<Answer> {
    const product = await theProduct();
    let token: string | null | undefined;
    const ctx = new RequestContext(product.platform, this.company.id, await this.viewer(), {
      ...this.details,
      keepSession: (kept) => (token = kept),
    });
    const document = parse(query);
    const invalid = validate(schema ?? product.schema, document);
    const execution = schema ? executionOf(schema, 1) : product.execution;
    const { data, errors = [] } = invalid.length
      ? { errors: invalid }
      : await execution({ document, variables }, ctx);
    const unexpected = errors.find((error) => !error.extensions['code']);
    if (unexpected) throw unexpected.originalError ?? unexpected;
    return {
      data,
      codes: errors.map((error) => String(error.extensions['code'])),
      ...(token !== undefined && { token }),
    };
  }

  async viewer(): Promise<Viewer | null> {
    const { platform } = await theProduct();
    return this.sessionId ? platform.viewerOfSession(this.company.as('system'), this.sessionId) : null;
  }
}

/** A colleague who is signed in. */
export type Colleague = Someone & { memberId: string };

type Names = Pick<Contact, 'firstName' | 'lastName'>;
type GivenContact = Partial<Contact> & { passwordHash?: string | null };

type GivenAdministrator = Partial<TeamMember> & { projects?: { id: string }[] };

interface GivenBuilding {
  projectId: string;
  parentId?: string;
  name?: string;
}

interface GivenUnit {
  projectId?: string;
  parentId?: string;
  number?: string;
  saleState?: keyof typeof SaleState;
}

export class TestCompany {
  constructor(
    readonly id: string,
    private readonly platform: RunningPlatform,
  ) {}

  as(asker: Asker): RequestContext {
    return new RequestContext(this.platform, this.id, asker, nobody);
  }

  /** Writes what a story starts from, past the API. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.as('system').inTransaction(work);
  }

  stranger(): Someone {
    return new Someone(this, null, null);
  }

  /** An identity with an address; with a session where somebody signs in with it. */
  async anIdentity(given: Partial<Identity> = {}): Promise<Identity> {
    const id = uuidv7();
    return this.write((tx) =>
      tx.insert(Identity, { id, email: `${id.slice(-12)}@example.com`, language: 'EN', ...given }),
    );
  }

  async signedIn(identityId: string): Promise<Someone> {
    const started = await this.write((tx) => startSession(tx, identityId));
    if (!started) throw new Error('Nothing is open to this person; give her a role first.');
    return new Someone(this, identityId, started.viewer.sessionId, started.token);
  }

  /** A colleague with an identity; active unless said otherwise. */
  async aTeamMember(given: Partial<TeamMember> = {}): Promise<TeamMember> {
    const { firstName = 'Nora', lastName = 'Claes', email } = given;
    const passwordHash = given.state === TeamMemberState.INVITED ? null : acceptedPassword;
    const identity = await this.anIdentity({ passwordHash, ...(email && { email }) });
    return this.write((tx) =>
      tx.insert(TeamMember, {
        identityId: identity.id,
        email: identity.email,
        firstName,
        lastName,
        sortName: sortNameOf(firstName, lastName),
        role: TeamRole.ADMINISTRATOR,
        state: TeamMemberState.ACTIVE,
        version: 1,
        ...given,
      }),
    );
  }

  anOwner(given: Partial<TeamMember> = {}): Promise<Colleague> {
    return this.aColleague({ firstName: 'Olivia', lastName: 'Peeters', role: TeamRole.OWNER, ...given });
  }

  /** An administrator who is put on these projects. */
  async anAdministrator({ projects = [], ...given }: GivenAdministrator = {}): Promise<Colleague> {
    const colleague = await this.aColleague(given);
    await this.write(async (tx) => {
      for (const { id } of projects) {
        await tx.insert(ProjectAdministrator, { projectId: id, teamMemberId: colleague.memberId });
      }
    });
    return colleague;
  }

  private async aColleague(given: Partial<TeamMember>): Promise<Colleague> {
    const member = await this.aTeamMember(given);
    return Object.assign(await this.signedIn(member.identityId), { memberId: member.id });
  }

  /** A customer with an address but no login; `email: null` for none, `passwordHash` for one who has accepted. */
  aCustomer(given: GivenContact = {}): Promise<Contact> {
    return this.aContact({ firstName: 'Sofie', lastName: 'Lambrecht', isCustomer: true, ...given });
  }

  /** A partner who has accepted; `passwordHash: null` for one who has not. */
  aPartner(given: GivenContact = {}): Promise<Contact> {
    const accepted = { passwordHash: acceptedPassword };
    return this.aContact({
      firstName: 'Pieter',
      lastName: 'Goossens',
      isPartner: true,
      ...accepted,
      ...given,
    });
  }

  aLead(given: GivenContact = {}): Promise<Contact> {
    return this.aContact({ firstName: 'Lena', lastName: 'Vogel', isLead: true, ...given });
  }

  aPartnerCompany(name = 'Keukens Maes'): Promise<PartnerCompany> {
    return this.write((tx) => tx.insert(PartnerCompany, { ...named(name), vat: null }));
  }

  private async aContact({ passwordHash = null, email, ...given }: GivenContact & Names): Promise<Contact> {
    const login = { passwordHash, language: given.language ?? 'EN', ...(email && { email }) };
    const identity = email === null ? null : await this.anIdentity(login);
    const { id } = await this.write((tx) =>
      tx.insert(Contact, {
        identityId: identity?.id ?? null,
        email: identity?.email ?? null,
        language: 'EN',
        ...searchable(given),
        ...given,
      }),
    );
    return (await this.as('system').row(Contact, sql`row.id = ${id}`))!;
  }

  /** A customer who is signed in and sees the unit she bought. */
  async aBuyer({ id: unitId }: Pick<Unit, 'id'>, given: GivenContact = {}): Promise<Someone> {
    const contact = await this.aCustomer({ passwordHash: acceptedPassword, ...given });
    const link = { unitId, contactId: contact.id, isPrimary: true, accessState: AccessState.ACTIVE };
    await this.write((tx) => tx.insert(UnitBuyer, link));
    return this.signedIn(contact.identityId!);
  }

  /** A project with the root of its tree; one of a single home with that home. */
  async aProject(given: Partial<Project> = {}): Promise<Project> {
    const id = uuidv7();
    const { name = 'Lindenhof', kind = ProjectKind.MULTI } = given;
    await this.write(async (tx) => {
      const project = { id, name, sortName: name.toLowerCase(), kind, state: ProjectState.ACTIVE };
      await tx.insert(Project, { ...project, ...given });
      const root = await tx.insert(Level, {
        id,
        projectId: id,
        type: LevelType.PROJECT,
        name,
        path: id,
        position: 0,
      });
      const home = { number: '1', type: UnitType.HOUSE };
      if (kind === ProjectKind.SINGLE) await insertUnit(tx, root, home, { position: 0, currency: 'EUR' });
    });
    return (await this.as('system').row(Project, sql`row.id = ${id}`))!;
  }

  async aBuilding({ projectId, parentId = projectId, name = 'Block A' }: GivenBuilding): Promise<Level> {
    const id = uuidv7();
    const parent = await this.as('system').row(Level, sql`row.id = ${parentId}`);
    const place = { projectId, parentId, path: `${parent!.path}/${id}`, position: 0 };
    return this.write((tx) => tx.insert(Level, { id, type: LevelType.BUILDING, name, ...place }));
  }

  /** A unit that is for sale, or sold today; in a project of its own unless one is named. */
  async aUnit({ parentId, saleState, ...given }: GivenUnit = {}): Promise<Unit> {
    const projectId = given.projectId ?? (await this.aProject()).id;
    const parent = await this.as('system').row(Level, sql`row.id = ${parentId ?? projectId}`);
    const number = given.number ?? `U${uuidv7().slice(-6)}`;
    const id = await this.write(async (tx) => {
      const home = { number, type: UnitType.APARTMENT, basePrice: '285000.00' };
      const unitId = await insertUnit(tx, parent!, home, { position: 0, currency: 'EUR' });
      const state = (saleState ?? SaleState.AVAILABLE) as SaleState;
      const sold = state === SaleState.SOLD || state === SaleState.HANDED_OVER;
      await tx.update(Unit, unitId, { saleState: state, soldAt: sold ? new Date().toISOString() : null });
      return unitId;
    });
    return (await this.as('system').row(Unit, sql`row.id = ${id}`))!;
  }

  async auditTrail(): Promise<string[]> {
    const events = await this.as('system').rows(AuditEvent, { orderBy: sql`row.at, row.id` });
    return events.map(({ action }) => action);
  }

  /** What a person finds in the newest living link of a mail. */
  async tokenFor(identityId: string, purpose: LinkPurpose): Promise<string> {
    const link = await openLink(this.as('system'), identityId, purpose);
    if (!link) throw new Error(`No ${purpose} link is alive.`);
    return this.platform.services.tokens.forLink(this.id, link.id, purpose);
  }

  /** What the waiting mails of a job will say, as the worker would compose them now. */
  async mails(job: string): Promise<(MailToSend | null)[]> {
    const mailJob = features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === job);
    if (mailJob?.kind !== 'mail') throw new Error(`${job} is no mail.`);
    const entries = await this.outbox(job);
    return Promise.all(entries.map(({ payload }) => mailJob.compose(this.as('system'), payload as never)));
  }

  /** Does the work of this name that is due, as the worker would. */
  async work(name: string): Promise<void> {
    const job = features.flatMap((feature) => feature.jobs ?? []).find((each) => each.name === name);
    if (job?.kind !== 'work') throw new Error(`No work is called ${name}.`);
    const due = (await this.outbox(name)).filter(({ runAt }) => Date.parse(runAt) <= Date.now());
    for (const { id, payload } of due) {
      await this.write((tx) => job.run(tx, payload as never));
      await this.write((tx) => tx.delete(OutboxEntry, { id }));
    }
  }

  async outbox(job?: string): Promise<OutboxEntry[]> {
    const entries = await this.as('system').rows(OutboxEntry, { orderBy: sql`row.id` });
    return entries.filter((entry) => !job || entry.job === job);
  }
}

/** A fresh company: nothing of another test is in it, which every test thereby proves again. */
export async function aCompany(given: Partial<Company> = {}): Promise<TestCompany> {
  const { platform, database } = await theProduct();
  const id = uuidv7();
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  try {
    const row = {
      name: 'Hearth & Home',
      slug: `c-${randomUUID().slice(0, 13)}`,
      defaultLanguage: 'EN',
      ...given,
    };
    const columns = Object.keys(row);
    await owner.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
    await owner.query(
      `INSERT INTO companies (id, ${columns
        .map((column) => column.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`))
        .map((c) => `"${c}"`)
        .join(', ')})
       VALUES ($1, ${columns.map((_, index) => `$${index + 2}`).join(', ')})`,
      [id, ...Object.values(row)],
    );
  } finally {
    await owner.end();
  }
  return new TestCompany(id, platform);
}
