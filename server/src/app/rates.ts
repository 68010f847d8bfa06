import type { FastifyInstance } from 'fastify';
import { charge, chargeAddress, headersOf, overspent } from '../platform/charges';
import type { Spending } from '../platform/budgets';
import type { RequestContext } from '../platform/request-context';
import type { Services } from '../platform/services';

/** So many fields of a question are one point: the dearest that is answered costs a thousand. */
const fieldsPerPoint = 50;

export const chargeQuestion = (ctx: RequestContext, cost: number): Spending | null =>
  charge(ctx, Math.ceil(cost / fieldsPerPoint));

/** What programs ask; pages and their files are counted by nobody. */
const counted = new Set(['/graphql', '/uploads', '/files/:id/:width?']);

/** Counts requests by network address before anything is known of them, and tells what is left. */
export function limitRates(app: FastifyInstance, services: Services): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!counted.has(request.routeOptions.url ?? '')) return;
    const spending = chargeAddress(services, request.ip);
    for (const [name, value] of headersOf(spending)) void reply.header(name, value);
    if (!spending.refused) return;
    const { code, message, retryAfter } = overspent(spending);
    const extensions = { code, retryAfter, requestId: request.id };
    await reply.code(429).send({ errors: [{ code, message, extensions }] });
  });
}
