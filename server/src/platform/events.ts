import type { DomainEvent, EventHandle, Transaction } from './request-context';

export interface EventHandler {
  event: string;
  handle: EventHandle;
}

export const event = <Payload>(name: string): DomainEvent<Payload> => ({ name });

/** A downstream feature's part in what an upstream feature does; it happens in the same transaction. */
export const on = <Payload>(
  to: DomainEvent<Payload>,
  handle: (tx: Transaction, payload: Payload) => Promise<void>,
): EventHandler => ({ event: to.name, handle });
