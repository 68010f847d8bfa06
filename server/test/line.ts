import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { processes } from './living';

const open = new Set<Line>();

afterEach(() => open.forEach((line) => line.hangUp()));

/** One connection that is kept: whoever has answered once answers all that goes through it. */
export class Line {
  cookie = '';
  /** The end of the connection that is ours. */
  private localPort = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** Each line comes from a network of its own, as a proxy tells it, unless two are said to share one. */
  constructor(
    private readonly port: number,
    private readonly network = `10.${(open.size >> 8) & 255}.${open.size & 255}.1`,
  ) {
    open.add(this);
  }

  /** The number of the process that answers here. */
  get servedBy(): number {
    return processAt(this.port, this.localPort);
  }

  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  async ask(query: string, variables: object = {}): Promise<any> {
    const posted = this.begin({ method: 'POST', path: '/graphql' });
    posted.end(JSON.stringify({ query, variables }));
    return JSON.parse((await this.answer(posted)).body);
  }

  async get(path: string): Promise<{ status: number; body: string }> {
    return this.answer(this.begin({ path }).end());
  }

  /** A request whose body is still to come. */
  begin(options: { method?: string; path: string }): ClientRequest {
    const headers = {
      'content-type': 'application/json',
      cookie: this.cookie,
      'x-forwarded-for': this.network,
    };
    return request({ host: 'localhost', port: this.port, agent: this.agent, headers, ...options });
  }

  async answer(asked: ClientRequest): Promise<{ status: number; body: string }> {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    this.localPort = answer.socket.localPort!;
    this.cookie ||= answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return { status: answer.statusCode!, body: await text(answer) };
  }

  hangUp(): void {
    open.delete(this);
    this.agent.destroy();
  }
}

/** Which process holds the other end of a connection, as the system tells it. */
export function processAt(port: number, localPort: number): number {
  const inode = ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, here, there]) => portIn(here) === port && portIn(there) === localPort)
      .map((columns) => columns[9]),
  )[0];
  const holder = processes().find(({ pid }) => holds(pid, `socket:[${inode}]`));
  if (!inode || !holder) throw new Error('Nobody is at the other end.');
  return holder.pid;
}

const portIn = (address = '') => parseInt(address.split(':')[1] ?? '', 16);

function holds(pid: number, socket: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === socket);
  } catch {
    // It has ended meanwhile, or is another user's.
    return false;
  }
}
