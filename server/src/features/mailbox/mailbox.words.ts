import type { Language } from '../../platform/language';

export interface Words {
  title: string;
  /** Why the mails are here and not on their way. */
  note: string;
  refresh: string;
  emptyTitle: string;
  empty: string;
  choose: string;
  mails: string;
  back: string;
  to: string;
  view: string;
  mail: string;
  text: string;
  alone: string;
  frame(subject: string): string;
  newest(count: number): string;
}

export const words: Record<Language, Words> = {
  EN: {
    title: 'Demo mailbox',
    note: 'No mail server is configured. Mails land here instead of with their recipients.',
    refresh: 'Refresh',
    emptyTitle: 'No mail yet',
    empty: 'Grant a customer access, or add a colleague to the team: the invitation appears here.',
    choose: 'Choose a mail to read it.',
    mails: 'Mails',
    back: 'All mails',
    to: 'To',
    view: 'View',
    mail: 'Mail',
    text: 'Text',
    alone: 'Open alone',
    frame: (subject) => `The mail “${subject}”`,
    newest: (count) => `The newest ${count} are shown.`,
  },
  FR: {
    title: 'Boîte mail de démonstration',
    note: 'Aucun serveur de messagerie n’est configuré. Les e-mails arrivent ici plutôt que chez leurs destinataires.',
    refresh: 'Actualiser',
    emptyTitle: 'Aucun e-mail pour l’instant',
    empty: 'Donnez accès à un client ou ajoutez un collègue à l’équipe\u00a0: l’invitation apparaîtra ici.',
    choose: 'Choisissez un e-mail pour le lire.',
    mails: 'E-mails',
    back: 'Tous les e-mails',
    to: 'À',
    view: 'Affichage',
    mail: 'E-mail',
    text: 'Texte',
    alone: 'Ouvrir seul',
    frame: (subject) => `L’e-mail «\u00a0${subject}\u00a0»`,
    newest: (count) => `Les ${count} plus récents sont affichés.`,
  },
  NL: {
    title: 'Demo-mailbox',
    note: 'Er is geen mailserver ingesteld. E-mails komen hier terecht in plaats van bij de ontvangers.',
    refresh: 'Vernieuwen',
    emptyTitle: 'Nog geen e-mail',
    empty: 'Geef een klant toegang of voeg een collega aan het team toe: de uitnodiging verschijnt hier.',
    choose: 'Kies een e-mail om hem te lezen.',
    mails: 'E-mails',
    back: 'Alle e-mails',
    to: 'Aan',
    view: 'Weergave',
    mail: 'E-mail',
    text: 'Tekst',
    alone: 'Apart openen',
    frame: (subject) => `De e-mail ‘${subject}’`,
    newest: (count) => `De nieuwste ${count} worden getoond.`,
  },
  DE: {
    title: 'Demo-Postfach',
    note: 'Es ist kein Mailserver eingerichtet. E-Mails landen hier statt bei den Empfängern.',
    refresh: 'Aktualisieren',
    emptyTitle: 'Noch keine E-Mail',
    empty:
      'Geben Sie einem Kunden Zugang oder nehmen Sie jemanden ins Team auf: Die Einladung erscheint hier.',
    choose: 'Wählen Sie eine E-Mail, um sie zu lesen.',
    mails: 'E-Mails',
    back: 'Alle E-Mails',
    to: 'An',
    view: 'Ansicht',
    mail: 'E-Mail',
    text: 'Text',
    alone: 'Einzeln öffnen',
    frame: (subject) => `Die E-Mail „${subject}“`,
    newest: (count) => `Die neuesten ${count} werden angezeigt.`,
  },
};

/** The first language of the reader's list that Portico speaks. */
export function readerLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toUpperCase());
  return wanted.find((tag): tag is Language => Object.hasOwn(words, tag)) ?? 'EN';
}
