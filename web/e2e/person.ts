import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface Answer {
  // A story looks wherever it likes into an answer.
  // oxlint-disable-next-line no-explicit-any
  data: any;
  /** The codes of thrown errors and of refusals, in order. */
  codes: string[];
  /** Fields of the refusals, as paths joined by dots. */
  fields: string[];
}

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

const patience = 10_000;

export interface PersonOptions {
  name: string;
  address: string;
  onPhone?: boolean;
  /** What her browser asks for; the product may know better. */
  locale?: string;
}

/** Somebody at a browser of her own: what she sees, what she asks, and what her browser complained about. */
export class Person {
  /** Uncaught errors, errors on the console, answers of a broken server. */
  readonly complaints: string[] = [];
  /** Names of all scripts and styles that were loaded. */
  readonly downloads: string[] = [];

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {}

  static async at(
    browser: Browser,
    { name, address, onPhone, locale = 'en-GB' }: PersonOptions,
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: address,
      locale,
      reducedMotion: 'reduce',
      ...(onPhone ? phone : { viewport: { width: 1280, height: 900 } }),
    });
    context.setDefaultTimeout(patience);
    const person = new Person(name, context, await context.newPage(), address);
    person.listen();
    return person;
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    this.page.on('console', (message) => {
      // Chromium repeats every answer that is no success; those of the server are judged below.
      if (message.type() !== 'error' || /Failed to load resource/.test(message.text())) return;
      this.complaints.push(`console: ${message.text().slice(0, 500)}`);
    });
    this.page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()} of ${response.url()}`);
    });
    this.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/assets/')) this.downloads.push(pathname);
    });
  }

  open(path: string) {
    return this.page.goto(path);
  }

  /** Asks the API as whoever this browser is signed in as. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.context.request.post('/graphql', { data: { query, variables } });
    const answer = (await response.json()) as GraphQLAnswer;
    const refusals = Object.values(answer.data ?? {}).flatMap((field) => field?.errors ?? []);
    const thrown = (answer.errors ?? []).map(({ extensions }) => String(extensions?.code));
    return {
      data: answer.data ?? null,
      codes: [...thrown, ...refusals.map(({ code }) => code)],
      fields: refusals.map(({ field }) => (field ?? []).join('.')),
    };
  }

  /** For people who look into a failure. */
  async describe(): Promise<string> {
    const text = await this.page.locator('body').innerText({ timeout: 5_000 });
    return [this.page.url(), text, ...this.complaints].join('\n\n');
  }
}

interface GraphQLAnswer {
  data?: Record<string, { errors?: { code: string; field?: string[] | null }[] } | null> | null;
  errors?: { extensions?: { code?: string } }[];
}
