import type { Browser } from 'playwright-core';
import type { Database } from './database';
import { Person, type PersonOptions } from './person';
import type { Product } from './product';
import { Story } from './story';

/** Where the story plays: one product, one browser, and the people who came so far. */
export class Scene {
  readonly people: Person[] = [];
  readonly story: Story;
  private readonly gone: Person[] = [];

  constructor(
    readonly product: Product,
    readonly database: Database,
    private readonly browser: Browser,
  ) {
    this.story = new Story(() => this.people, product.log);
  }

  /** Somebody opens a browser of her own. */
  async arrives(options: Omit<PersonOptions, 'address'>): Promise<Person> {
    const person = await Person.at(this.browser, { ...options, address: this.product.address });
    this.people.push(person);
    return person;
  }

  async leaves(person: Person): Promise<void> {
    await person.context.close();
    this.people.splice(this.people.indexOf(person), 1);
    this.gone.push(person);
  }

  async end(): Promise<void> {
    for (const person of this.people) await person.context.close();
  }

  /** What any browser complained about so far. */
  complaints(): string[] {
    return [...this.people, ...this.gone].flatMap(({ name, complaints }) =>
      complaints.map((each) => `${name}: ${each}`),
    );
  }
}
