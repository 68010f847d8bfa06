import type { Language } from '../../language';
import type { MailBrand } from '../brand';

/** A path within the portal; the public address is put before it, so that no mail can lead elsewhere. */
export type Path = `/${string}`;

export interface Recipient {
  firstName: string;
  lastName: string;
}

export interface Home {
  /** As the buyer knows it; in a project of a single home the same as the project. */
  unit: string;
  project: string;
}
export type Homes = readonly [Home, ...Home[]];

/** What a mail says, as plain text: the layout alone makes markup of it, and escapes. */
export interface MailContent {
  subject: string;
  heading: string;
  before: readonly string[];
  homes?: readonly Home[];
  button?: { label: string; path: Path };
  after: readonly string[];
  /** Why this person receives it. */
  reason: string;
}

/** One mail in all its languages, sent by one company. */
export type Template<Data> = Record<Language, (data: Data, sender: MailBrand) => MailContent>;

export const homeName = ({ unit, project }: Home): string =>
  unit === project ? unit : `${unit}, ${project}`;

/** The first home's name, and how many more there are. */
export const homesInShort = ([first, ...others]: Homes): string =>
  others.length === 0 ? homeName(first) : `${homeName(first)} (+${others.length})`;
