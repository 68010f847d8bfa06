import type { Transaction } from '../request-context';
import { isTeam } from '../viewer';
import { AuditEvent, type RecordedChange } from './audit-event.entity';

interface Facts {
  object?: { type: string; id: string };
  projectId?: string | null;
  changes?: RecordedChange[];
  /** For what happens before or after a session, such as signing in: who, and whether she is of the team. */
  actor?: { id: string; isTeam: boolean };
}

/**
 * One entry for what a command did, in the command's own transaction. A command that moves several things which the
 * catalogue of events names apart, such as a sale to a lead, writes one for each, so that the history of each is
 * whole; the request's id holds them together.
 */
export async function audit(
  tx: Transaction,
  action: string,
  { object, projectId, changes, actor }: Facts = {},
) {
  const viewer = tx.viewer;
  // The network address of a buyer or partner is hers: it must not outlive her removal.
  const byTeam = actor ? actor.isTeam : viewer !== null && (isTeam(viewer) || viewer.impersonation !== null);
  await tx.insert(AuditEvent, {
    action,
    actorId: actor?.id ?? viewer?.impersonation?.actorIdentityId ?? viewer?.identityId ?? null,
    onBehalfOfId: viewer?.impersonation ? viewer.identityId : null,
    objectType: object?.type ?? null,
    objectId: object?.id ?? null,
    projectId: projectId ?? null,
    changes: changes ?? [],
    ip: byTeam ? tx.request.ip : null,
    requestId: tx.request.id,
  });
}

const asText = (value: unknown) =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** What differs between a row and a change to it. Of the fields in `personal` only that they changed is kept. */
export function changesBetween<E extends object>(
  before: E,
  change: Partial<E>,
  personal: readonly (keyof E & string)[] = [],
): RecordedChange[] {
  return (Object.keys(change) as (keyof E & string)[])
    .filter((field) => change[field] !== undefined && asText(change[field]) !== asText(before[field]))
    .map((field) =>
      personal.includes(field)
        ? { field, before: null, after: null }
        : { field, before: asText(before[field]), after: asText(change[field]) },
    );
}
