/** Asks over HTTP and keeps the cookie that it is given, as a browser does. */
export class Browser {
  private cookie = '';

  constructor(private readonly port: number) {}

  // Tests look wherever they like into an answer.
  // oxlint-disable-next-line no-explicit-any
  async ask(query: string, variables: object = {}): Promise<any> {
    const answer = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    this.cookie ||= answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { data, errors } = (await answer.json()) as { data: unknown; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    return data;
  }

  fetch(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { ...options.headers, cookie: this.cookie };
    return fetch(`http://localhost:${this.port}${path}`, { ...options, headers });
  }
}
