import { theServer, type Site } from './http';
import { aCompany, type Someone } from './world';

const metricsToken = 'a token that only Prometheus knows';

/** The lines that Prometheus reads, by name and labels. */
async function figures(site: Site): Promise<Record<string, number>> {
  const { text } = await site.fetch('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } });
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

const named = (site: Site, operationName: string, by: Someone) =>
  site.fetch('/graphql', {
    method: 'POST',
    by,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operationName, query: `query ${operationName} { viewer { id } }` }),
  });

describe('metrics', () => {
  test('are told to nobody where no token is set', async () => {
    const site = await theServer();
    for (const authorization of ['', 'Bearer ', `Bearer ${metricsToken}`])
      expect((await site.fetch('/metrics', { headers: { authorization, accept: 'text/html' } })).status).toBe(
        404,
      );
  });

  test('are told to whoever shows the token, and to nobody else', async () => {
    const site = await theServer({ metricsToken });
    const owner = await (await aCompany()).anOwner();
    for (const authorization of ['', metricsToken, `Bearer ${metricsToken}s`, 'Bearer wrong', 'Basic x']) {
      const refused = await site.fetch('/metrics', { by: owner, headers: { authorization } });
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(refused.text).not.toContain('portico_');
    }
    const answer = await site.fetch('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('count the questions of our own client by name, and all others together', async () => {
    const site = await theServer({ metricsToken });
    const owner = await (await aCompany()).anOwner();
    await named(site, 'Session', owner);
    await named(site, 'Session', owner);
    for (let made = 0; made < 50; made += 1) await named(site, `Invented${made}`, owner);
    await site.fetch('/files/marked-file-name');
    const told = await figures(site);
    const key = (operation: string) =>
      `portico_requests_total{route="/graphql",operation="${operation}",status="200"}`;
    expect([told[key('Session')], told[key('other')]]).toEqual([2, 50]);
    expect(told['portico_request_seconds_count{route="/graphql",operation="Session"}']).toBe(2);
    expect(told['portico_requests_total{route="/files/:id/:width?",operation="",status="404"}']).toBe(1);
    expect(Object.keys(told).join()).not.toMatch(/Invented|marked/);
  });

  test('tell of outbox, database, memory and event loop', async () => {
    const told = await figures(await theServer({ metricsToken }));
    for (const name of [
      'portico_outbox_due_jobs',
      'portico_outbox_failing_jobs',
      'portico_outbox_abandoned_jobs',
      'portico_outbox_oldest_seconds',
      'portico_waiting_commands',
      'portico_open_reads',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect([name, told[name]]).toEqual([name, expect.any(Number)]);
    expect(told['portico_waiting_commands']).toBe(0);
  });
});
