import { homeName, type Home, type Path, type Template } from './content';

export interface AccessRestoredData {
  home: Home;
  path: Path;
}

/** Tells a buyer who had been active that a home is open to her again. */
export const accessRestored: Template<AccessRestoredData> = {
  EN: ({ home, path }, { companyName }) => ({
    subject: `Your access is back: ${homeName(home)}`,
    heading: 'Good to have you back',
    before: [
      `${companyName} has restored your access to the portal. Everything is as you left it.`,
      'Log in with the password you already have.',
    ],
    homes: [home],
    button: { label: 'Log in', path },
    after: [],
    reason: `You receive this e-mail because ${companyName} has given you access to its customer portal.`,
  }),
  FR: ({ home, path }, { companyName }) => ({
    subject: `Votre accès est rétabli\u00a0: ${homeName(home)}`,
    heading: 'Heureux de vous revoir',
    before: [
      `${companyName} a rétabli votre accès au portail. Vous retrouvez tout comme vous l’aviez laissé.`,
      'Connectez-vous avec le mot de passe que vous avez déjà.',
    ],
    homes: [home],
    button: { label: 'Me connecter', path },
    after: [],
    reason: `Vous recevez cet e-mail parce que ${companyName} vous a donné accès à son portail clients.`,
  }),
  NL: ({ home, path }, { companyName }) => ({
    subject: `Uw toegang is hersteld: ${homeName(home)}`,
    heading: 'Fijn dat u er weer bent',
    before: [
      `${companyName} heeft uw toegang tot het portaal hersteld. U vindt alles terug zoals u het achterliet.`,
      'Log in met het wachtwoord dat u al hebt.',
    ],
    homes: [home],
    button: { label: 'Inloggen', path },
    after: [],
    reason: `U ontvangt deze e-mail omdat ${companyName} u toegang heeft gegeven tot het klantenportaal.`,
  }),
  DE: ({ home, path }, { companyName }) => ({
    subject: `Ihr Zugang ist wieder da: ${homeName(home)}`,
    heading: 'Schön, dass Sie wieder da sind',
    before: [
      `${companyName} hat Ihren Zugang zum Portal wiederhergestellt. Sie finden alles so vor, wie Sie es verlassen haben.`,
      'Melden Sie sich mit Ihrem bisherigen Passwort an.',
    ],
    homes: [home],
    button: { label: 'Anmelden', path },
    after: [],
    reason: `Sie erhalten diese E-Mail, weil ${companyName} Ihnen Zugang zum Kundenportal gegeben hat.`,
  }),
};
