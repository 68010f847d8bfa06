import type { Language } from '../../language';
import type { Recipient } from './content';

interface Phrases {
  greeting(recipient: Recipient): string;
  /** Above the bare link. */
  addressBelow: string;
  questions: string;
}

/** What every mail says alike. */
export const phrases: Record<Language, Phrases> = {
  EN: {
    greeting: ({ firstName }) => `Hello ${firstName},`,
    addressBelow: 'Does the button not work? Copy this address into your browser:',
    questions: 'Questions? We are glad to help.',
  },
  FR: {
    greeting: ({ firstName }) => `Bonjour ${firstName},`,
    addressBelow: 'Le bouton ne fonctionne pas\u00a0? Copiez cette adresse dans votre navigateur\u00a0:',
    questions: 'Une question\u00a0? Nous vous aidons volontiers.',
  },
  NL: {
    greeting: ({ firstName }) => `Beste ${firstName},`,
    addressBelow: 'Werkt de knop niet? Kopieer dit adres naar uw browser:',
    questions: 'Vragen? We helpen u graag.',
  },
  DE: {
    greeting: ({ firstName, lastName }) => `Guten Tag ${firstName} ${lastName},`,
    addressBelow: 'Funktioniert die Schaltfläche nicht? Kopieren Sie diese Adresse in Ihren Browser:',
    questions: 'Fragen? Wir helfen Ihnen gern.',
  },
};
