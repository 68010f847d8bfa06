import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { LaunchError } from './launch-error';

/** The role of every request, and the one that only carries the outbox; neither owns anything. */
export interface DatabaseRoles {
  app: string;
  worker: string;
}

export const rolesOf = (database: string): DatabaseRoles => ({
  app: `${database}_app`,
  worker: `${database}_worker`,
});

const passwordOf = (role: string, secret: string) =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');

/** The same database, as another role. */
export function urlAs(role: string, ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = passwordOf(role, secret);
  return url.href;
}

/** Creates the roles, or gives them the password that follows from the secret. */
export async function ensureRoles(
  owner: Client,
  ownerUrl: string,
  secret: string,
  roles: DatabaseRoles,
): Promise<void> {
  const statements: string[] = [];
  for (const role of [roles.app, roles.worker]) {
    const { rowCount: exists } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (exists && (await mayLogIn(urlAs(role, ownerUrl, secret)))) continue;
    const statement = exists ? 'ALTER ROLE' : 'CREATE ROLE';
    statements.push(
      `${statement} ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(verifier(role, secret))};`,
    );
  }
  try {
    for (const each of statements) await owner.query(each);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error;
    throw new LaunchError(
      `The user of DATABASE_URL may not create the roles of Portico; run this once as a superuser of that PostgreSQL, then start again:\n\n${statements.join('\n')}`,
    );
  }
}

async function mayLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 not allowed to log in
    if (error instanceof DatabaseError && ['28P01', '28000'].includes(error.code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL keeps of a password. Sent in place of it, so that no server log and no message holds the password. */
function verifier(role: string, secret: string): string {
  const iterations = 4096;
  const salt = createHmac('sha256', secret).update(`salt ${role}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(passwordOf(role, secret), salt, iterations, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
