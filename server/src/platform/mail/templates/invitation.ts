import { duration } from '../formats';
import { homesInShort, type Homes, type Path, type Template } from './content';

export interface InvitationData {
  homes: Homes;
  path: Path;
  validMinutes: number;
}

/** Asks a buyer to choose a password and log in. */
export const invitation: Template<InvitationData> = {
  EN: ({ homes, path, validMinutes }, { companyName }) => ({
    subject: `Your personal portal is ready: ${homesInShort(homes)}`,
    heading: 'Welcome to your home',
    before: [
      `${companyName} has prepared a personal portal for you. Everything about your home comes together there, from the first plans to the keys.`,
      'Choose a secure password and log in. It takes a minute.',
    ],
    homes,
    button: { label: 'Choose your password', path },
    after: [
      `This link is meant for you alone. It works once and is valid for ${duration('EN', validMinutes)}. If it has expired, just ask us for a new one.`,
    ],
    reason: `You receive this e-mail because ${companyName} has given you access to its customer portal.`,
  }),
  FR: ({ homes, path, validMinutes }, { companyName }) => ({
    subject: `Votre portail personnel est prêt\u00a0: ${homesInShort(homes)}`,
    heading: 'Bienvenue chez vous',
    before: [
      `${companyName} a préparé pour vous un portail personnel. Vous y retrouvez tout ce qui concerne votre logement, des premiers plans jusqu’à la remise des clés.`,
      'Choisissez un mot de passe sûr et connectez-vous. Cela prend une minute.',
    ],
    homes,
    button: { label: 'Choisir mon mot de passe', path },
    after: [
      `Ce lien vous est personnel. Il ne fonctionne qu’une fois et reste valable ${duration('FR', validMinutes)}. S’il a expiré, demandez-nous simplement un nouveau lien.`,
    ],
    reason: `Vous recevez cet e-mail parce que ${companyName} vous a donné accès à son portail clients.`,
  }),
  NL: ({ homes, path, validMinutes }, { companyName }) => ({
    subject: `Uw persoonlijke portaal staat klaar: ${homesInShort(homes)}`,
    heading: 'Welkom thuis',
    before: [
      `${companyName} heeft een persoonlijk portaal voor u klaargezet. Alles over uw woning komt er samen, van de eerste plannen tot de sleutels.`,
      'Kies een veilig wachtwoord en log in. Het duurt maar een minuut.',
    ],
    homes,
    button: { label: 'Kies uw wachtwoord', path },
    after: [
      `Deze link is alleen voor u bestemd. Hij werkt één keer en blijft ${duration('NL', validMinutes)} geldig. Is de link verlopen? Vraag ons gerust een nieuwe.`,
    ],
    reason: `U ontvangt deze e-mail omdat ${companyName} u toegang heeft gegeven tot het klantenportaal.`,
  }),
  DE: ({ homes, path, validMinutes }, { companyName }) => ({
    subject: `Ihr persönliches Portal ist bereit: ${homesInShort(homes)}`,
    heading: 'Willkommen in Ihrem Zuhause',
    before: [
      `${companyName} hat für Sie ein persönliches Portal eingerichtet. Dort finden Sie alles rund um Ihr Zuhause, von den ersten Plänen bis zur Schlüsselübergabe.`,
      'Wählen Sie ein sicheres Passwort und melden Sie sich an. Das dauert nur eine Minute.',
    ],
    homes,
    button: { label: 'Passwort wählen', path },
    after: [
      `Dieser Link ist nur für Sie bestimmt. Er funktioniert einmal und ist ${duration('DE', validMinutes)} gültig. Ist er abgelaufen, senden wir Ihnen auf Wunsch gern einen neuen.`,
    ],
    reason: `Sie erhalten diese E-Mail, weil ${companyName} Ihnen Zugang zum Kundenportal gegeben hat.`,
  }),
};
