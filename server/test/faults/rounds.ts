import { setTimeout as after } from 'node:timers/promises';
import type { Client } from 'pg';
import { aMailServer, refuse, type ReceivedMail } from '../mail-server';
import { Api } from './api';
import type { Chance } from './chance';
import { kill, type Installation } from './installation';
import { losses, mailLosses, type Accepted, type Crash } from './judge';
import { ACCEPT, openCompany, password, type Open } from './open-company';
import { acknowledgedIn, type Writers } from './writers';

/** What is killed, always with SIGKILL and always while several colleagues write. */
export const kinds = [
  'everything at once',
  'the server alone',
  'PostgreSQL alone',
  'the worker before its mail is accepted',
  'the worker between acceptance and stamp',
  'the whole group, but not the database',
  'one process of PostgreSQL',
  'one of two serving processes',
] as const;
export type Kind = (typeof kinds)[number];

export interface Outcome {
  kind: Kind;
  /** How many processes served. */
  serving: number;
  found: string[];
  acknowledged: number;
  unacknowledged: number;
  granted: number;
  repeated: number;
  seconds: number;
}

const writersAtOnce = 4;

/** One installation that is killed round after round, and what it was trusted with. */
export class Rounds {
  private readonly crashes: Crash[] = [];
  private readonly told = new Set<string>();
  private readonly mails: Accepted[] = [];
  private readonly followed = new Set<string>();
  private serving = 1;
  private count = 0;
  private beforeOk: (mail: ReceivedMail) => Promise<void> = async () => undefined;
  private opened!: Open;
  private closeMail!: () => Promise<void>;

  private constructor(private readonly chance: Chance) {}

  static async begin(chance: Chance): Promise<Rounds> {
    const rounds = new Rounds(chance);
    const mail = await aMailServer({
      beforeOk: async (received) => {
        const at = Date.now();
        await rounds.beforeOk(received);
        rounds.mails.push({ ...received, at });
      },
    });
    rounds.closeMail = mail.close;
    rounds.opened = await openCompany({ SMTP_URL: mail.url }, rounds.serving).catch(async (error) => {
      await mail.close();
      throw error;
    });
    return rounds;
  }

  private get installation(): Installation {
    return this.opened.installation;
  }

  private get writers(): Writers {
    return this.opened.writers;
  }

  async end(): Promise<void> {
    await this.installation.discard();
    await this.closeMail();
  }

  /** Kills, lets it start again, and compares everything that was ever acknowledged. */
  async run(kind: Kind): Promise<Outcome> {
    const began = Date.now();
    const first = this.writers.ledger.length;
    if (kind === 'one of two serving processes' && this.serving === 1) await this.restart(2);
    const { serving } = this;
    this.count += 1;
    this.writers.begin(`r${this.count}`, writersAtOnce);
    await this.writers.acknowledge(this.chance.between(10, 80));
    await after(this.chance.between(0, 40));
    const from = await this.strike(kind);
    await after(this.chance.between(0, 300));
    await this.writers.stop();

    this.serving = this.chance.pick([1, 2]);
    await this.installation.comeBack(this.serving);
    this.crashes.push({ from, to: Date.now() });
    if (this.installation.servingPids.length === 0) this.serving = 1;
    const sales = this.writers.ledger.slice(first);
    const compared = await this.compare();
    return {
      kind,
      serving,
      ...compared,
      acknowledged: acknowledgedIn(sales),
      unacknowledged: sales.filter(({ broke }) => broke).length,
      granted: sales.filter(({ granted }) => granted).length,
      seconds: (Date.now() - began) / 1000,
    };
  }

  private async restart(serving: number): Promise<void> {
    await this.installation.end();
    this.serving = serving;
    await this.installation.start(serving);
  }

  /** Answers with the moment just before. */
  private async strike(kind: Kind): Promise<number> {
    const { installation, chance } = this;
    const from = Date.now();
    const workers = () => [installation.mainPid, ...installation.servingPids];
    switch (kind) {
      case 'everything at once':
        installation.signalGroup('SIGKILL');
        installation.signalDatabase('SIGKILL');
        break;
      case 'the whole group, but not the database':
        installation.signalGroup('SIGKILL');
        break;
      case 'the server alone':
        kill(installation.mainPid, 'SIGKILL');
        break;
      case 'one of two serving processes':
        kill(chance.pick(installation.servingPids), 'SIGKILL');
        break;
      case 'PostgreSQL alone':
        kill(installation.postmasterPid, 'SIGKILL');
        break;
      case 'one process of PostgreSQL':
        kill(chance.pick(installation.backends('ours')), 'SIGKILL');
        break;
      case 'the worker before its mail is accepted':
      case 'the worker between acceptance and stamp':
        return this.duringAMail(workers(), kind === 'the worker between acceptance and stamp');
    }
    return from;
  }

  /** Stops the servers at the last moment before the OK; they never read it, whether it is said or not. */
  private async duringAMail(workers: number[], isAccepted: boolean): Promise<number> {
    let struck: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => (struck = resolve));
    await new Promise<void>((resolve) => {
      this.beforeOk = async () => {
        for (const pid of workers) kill(pid, 'SIGSTOP');
        resolve();
        if (isAccepted) return;
        await dead;
        throw refuse('451 the worker is gone')!;
      };
    });
    // Time for the OK to be on its way.
    await after(100);
    const from = Date.now();
    for (const pid of workers) kill(pid, 'SIGKILL');
    this.beforeOk = async () => undefined;
    struck();
    return from;
  }

  private async compare(): Promise<Pick<Outcome, 'found' | 'repeated'>> {
    const { ledger } = this.writers;
    return this.installation.database(async (client) => {
      const before = await losses(ledger, client);
      const stuck = await this.untilMailed(client);
      const rest = await losses(ledger, client);
      const mails = await mailLosses(ledger, this.mails, this.crashes, client);
      const links = await this.followLinks();
      const found = new Set([...before, ...stuck, ...rest, ...mails.found, ...links]);
      const fresh = [...found].filter((each) => !this.told.has(each));
      for (const each of fresh) this.told.add(each);
      return { found: fresh, repeated: mails.repeated };
    });
  }

  private async untilMailed(client: Client): Promise<string[]> {
    for (const deadline = Date.now() + 90_000; ; await after(100)) {
      const { rows } = await client.query<{ id: string }>('SELECT * FROM outbox');
      if (rows.length === 0) return [];
      if (Date.now() > deadline) return [`${rows.length} jobs are never done: ${JSON.stringify(rows[0])}`];
    }
  }

  /** Every link that came is open; the first buyer of each round walks through hers. */
  private async followLinks(): Promise<string[]> {
    const found: string[] = [];
    const sales = this.writers.ledger.filter(({ name, granted }) => granted && !this.followed.has(name));
    for (const [index, { name, email, number }] of sales.entries()) {
      this.followed.add(name);
      const mail = this.mails.find(({ envelope }) => envelope.to[0] === email);
      const token = /\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
      const stranger = new Api(this.installation.address);
      if (index > 0) {
        const { json } = await stranger.post(
          'query ($token: String!) { invitationLink(token: $token) { state } }',
          {
            token: token ?? '',
          },
        );
        if (json.data?.invitationLink.state !== 'OPEN')
          found.push(`${email}: her link is ${JSON.stringify(json)}`);
        continue;
      }
      const input = { token, password, acceptedTermsVersion: '1' };
      const answer = await stranger.command(ACCEPT, input).catch((error: Error) => error);
      const homes = JSON.stringify(answer instanceof Error ? answer.message : answer.viewer);
      if (homes !== JSON.stringify({ homes: [{ number }] }))
        found.push(`${email}: her link leads to ${homes}`);
    }
    return found;
  }
}
