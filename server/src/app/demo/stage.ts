import { AuditEvent, type RecordedChange } from '../../platform/audit/audit-event.entity';
import type { Transaction } from '../../platform/request-context';
import type { Days } from './days';
import type { ColleagueName, OutsiderName } from './people';
import type { DemoPictures } from './pictures';

interface Facts {
  object: { type: string; id: string };
  projectId?: string | null;
  changes?: RecordedChange[];
}

/** What the parts of the demo share while they are written: the transaction, the days, and who and what is there already. */
export class Stage {
  /** Ids of the logins, by the name of the person. */
  readonly identities: Partial<Record<ColleagueName | OutsiderName, string>> = {};
  readonly members: Partial<Record<ColleagueName, string>> = {};
  readonly contacts: Partial<Record<OutsiderName, string>> = {};
  /** Ids by number; the villa's under `villa`. */
  readonly units: Record<string, string> = {};
  readonly projectOf: Record<string, string> = {};
  readonly buyers: Partial<Record<OutsiderName, string>> = {};

  constructor(
    readonly tx: Transaction,
    readonly days: Days,
    readonly pictures: DemoPictures,
    readonly passwordHash: string,
  ) {}

  /** An entry of the audit log as it would have been written on that day. */
  async record(at: string, action: string, actor: ColleagueName | OutsiderName, facts: Facts): Promise<void> {
    await this.tx.insert(AuditEvent, {
      at,
      action,
      actorId: this.identities[actor] ?? null,
      onBehalfOfId: null,
      objectType: facts.object.type,
      objectId: facts.object.id,
      projectId: facts.projectId ?? null,
      changes: facts.changes ?? [],
      ip: null,
      requestId: this.tx.request.id,
    });
  }
}

/** For a row that is older than the filling; when a row was made is else the database's to say. */
export const since = (createdAt: string) => ({ createdAt, updatedAt: createdAt });

export const became = (field: string, before: string | null, after: string): RecordedChange[] => [
  { field, before, after },
];
