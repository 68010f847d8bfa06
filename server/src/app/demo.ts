import { createHmac } from 'node:crypto';
import { Identity } from '../features/identities/identity.entity';
import { hashPassword, isPassword } from '../features/identities/password';
import { isOnThisMachine, type ReadyConfig } from '../platform/config';
import { sql } from '../platform/database/sql';
import { uuidv7 } from '../platform/database/uuid';
import { Days } from './demo/days';
import { fill } from './demo/fill';
import { planOf } from './demo/homes';
import { colleagues, demoPassword, outsiders } from './demo/people';
import { storePictures } from './demo/pictures';
import { Stage } from './demo/stage';
import { inTheNameOf } from './platform';
import type { DatabaseUrls } from './server';

/** Someone of the demo company whom a newcomer may sign in as. */
export interface DemoPerson {
  /** What she is to the company, for the table that the first start prints. */
  role: string;
  name: string;
  email: string;
}

export const demoSlug = 'oever-demo';

const asRole = (
  role: string,
  { firstName, lastName, email }: Record<'firstName' | 'lastName' | 'email', string>,
) => ({
  role,
  name: `${firstName} ${lastName}`,
  email,
});

export const demoPeople: DemoPerson[] = [
  asRole('Owner', colleagues.emma),
  asRole('Administrator', colleagues.daniel),
  asRole('Customer', outsiders.olivia),
  asRole('Partner', outsiders.grace),
];

/** Under a public address nobody finds it in another copy of Portico: it follows from the secret. */
export function demoPasswordOf({ publicUrl, secret }: ReadyConfig): string {
  if (isOnThisMachine(publicUrl)) return demoPassword;
  return createHmac('sha256', secret).update('demo people').digest('base64url').slice(0, 20);
}

/** Whether any of the demo people signs in with what stands in every copy of Portico. */
export function isOpenToEverybody(demoId: string, config: ReadyConfig, urls: DatabaseUrls): Promise<boolean> {
  return inTheNameOf(demoId, config, urls, async (ctx) => {
    const addresses = [...Object.values(colleagues), ...Object.values(outsiders)].map(({ email }) => email);
    const people = await ctx.rows(Identity, { where: sql`row.email = ANY(${addresses}::text[])` });
    for (const { passwordHash } of people) if (await isPassword(passwordHash, demoPassword)) return true;
    return false;
  });
}

/**
 * Fills an empty database with the demo company, completely or, when it is interrupted, not at all: the rows come in
 * one transaction, and pictures that it did not come to use are deleted like uploads that nobody took.
 */
export async function fillDemo(config: ReadyConfig, urls: DatabaseUrls): Promise<void> {
  await inTheNameOf(uuidv7(), config, urls, async (ctx) => {
    const pictures = await storePictures(ctx, planOf);
    const passwordHash = await hashPassword(demoPasswordOf(config));
    await ctx.inTransaction((tx) =>
      fill(new Stage(tx, new Days(new Date()), pictures, passwordHash), demoSlug),
    );
  });
}
