import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Budget, Spending } from './budgets';
import { placeOf } from './place';
import type { RequestContext } from './request-context';
import type { Services } from './services';
import { actorBehind, isTeam } from './viewer';

const shareOfThePortal = 1 / 4;

/** One request, or one message of a socket, before anything is known of it. */
export function chargeAddress(services: Services, ip: string | null): Spending {
  const budget: Budget = { name: 'address', points: services.config.rates.address };
  return noted(services, services.rateLimits.budgets.spend(budget, placeOf(ip), 1));
}

/**
 * Counts what somebody asks by session and by person, and answers with what is nearer to its end; null for strangers,
 * who are counted by their address. Throws RATE_LIMITED.
 */
export function charge({ viewer, platform: { services } }: RequestContext, points: number): Spending | null {
  if (!viewer) return null;
  const { identityId, sessionId } = actorBehind(viewer) ?? viewer;
  const share = isTeam(viewer) || viewer.impersonation ? 1 : shareOfThePortal;
  const spend = (name: 'session' | 'account', who: string): Spending => {
    const budget: Budget = { name, points: Math.ceil(services.config.rates[name] * share) };
    const spending = noted(services, services.rateLimits.budgets.spend(budget, who, points));
    if (spending.refused) throw thrown(spending);
    return spending;
  };
  const [session, account] = [spend('session', sessionId), spend('account', identityId)];
  return leftOf(session) < leftOf(account) ? session : account;
}

const leftOf = ({ budget, left }: Spending) => left / budget.points;

function noted({ metrics }: Services, spending: Spending): Spending {
  if (spending.refused) metrics.limited.inc({ limit: spending.budget.name });
  return spending;
}

/** What is told to whoever has spent too much. */
export const overspent = ({ seconds }: Spending) => ({
  code: 'RATE_LIMITED',
  message: `Too many requests. Try again in ${seconds} seconds.`,
  retryAfter: seconds,
});

function thrown(spending: Spending): GraphQLError {
  const { message, ...extensions } = overspent(spending);
  const http: object = { status: 429, headers: new HeaderMap(headersOf(spending)) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}

/** Those of the IETF's drafts up to the seventh, which programs know. */
export function headersOf({ budget, left, seconds, refused }: Spending): [name: string, value: string][] {
  const told: [string, string][] = [
    ['ratelimit-limit', `${budget.points}`],
    ['ratelimit-remaining', `${left}`],
    ['ratelimit-reset', `${seconds}`],
  ];
  return refused ? [...told, ['retry-after', `${seconds}`]] : told;
}
