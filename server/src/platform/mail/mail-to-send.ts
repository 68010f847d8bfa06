import type { Language } from '../language';
import type { MailData, MailName } from './render';
import type { Recipient } from './templates/content';

interface Addressed {
  /** Whose mail it is, so that it goes when the person goes. */
  identityId: string;
  to: Recipient & { address: string };
  language: Language;
}

/** What a job wants said to one person: a mail's name with exactly the data of that mail. */
export type MailToSend = {
  [Name in MailName]: Addressed & { template: Name; data: MailData<Name> };
}[MailName];
