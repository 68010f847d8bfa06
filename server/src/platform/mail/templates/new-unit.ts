import { homesInShort, type Homes, type Path, type Template } from './content';

export interface NewUnitData {
  homes: Homes;
  path: Path;
}

/** Tells a buyer who already has a password that one more home is there. */
export const newUnit: Template<NewUnitData> = {
  EN: ({ homes, path }, { companyName }) => ({
    subject: `Now in your portal: ${homesInShort(homes)}`,
    heading: homes.length > 1 ? 'New homes in your portal' : 'A new home in your portal',
    before: [
      homes.length > 1
        ? `${companyName} has added ${homes.length} homes to your portal, beside the one you already have.`
        : `${companyName} has added a home to your portal, beside the one you already have.`,
      'Log in as usual, your password stays the same.',
    ],
    homes,
    button: { label: 'Open my portal', path },
    after: [],
    reason: `You receive this e-mail because ${companyName} has given you access to its customer portal.`,
  }),
  FR: ({ homes, path }, { companyName }) => ({
    subject: `Nouveau dans votre portail\u00a0: ${homesInShort(homes)}`,
    heading:
      homes.length > 1
        ? 'De nouveaux logements dans votre portail'
        : 'Un nouveau logement dans votre portail',
    before: [
      homes.length > 1
        ? `${companyName} a ajouté ${homes.length} logements à votre portail, à côté de celui que vous avez déjà.`
        : `${companyName} a ajouté un logement à votre portail, à côté de celui que vous avez déjà.`,
      'Connectez-vous comme d’habitude, votre mot de passe reste le même.',
    ],
    homes,
    button: { label: 'Ouvrir mon portail', path },
    after: [],
    reason: `Vous recevez cet e-mail parce que ${companyName} vous a donné accès à son portail clients.`,
  }),
  NL: ({ homes, path }, { companyName }) => ({
    subject: `Nieuw in uw portaal: ${homesInShort(homes)}`,
    heading: homes.length > 1 ? 'Nieuwe woningen in uw portaal' : 'Een nieuwe woning in uw portaal',
    before: [
      homes.length > 1
        ? `${companyName} heeft ${homes.length} woningen aan uw portaal toegevoegd, naast de woning die u al had.`
        : `${companyName} heeft een woning aan uw portaal toegevoegd, naast de woning die u al had.`,
      'Log in zoals u gewend bent, uw wachtwoord blijft hetzelfde.',
    ],
    homes,
    button: { label: 'Naar mijn portaal', path },
    after: [],
    reason: `U ontvangt deze e-mail omdat ${companyName} u toegang heeft gegeven tot het klantenportaal.`,
  }),
  DE: ({ homes, path }, { companyName }) => ({
    subject: `Neu in Ihrem Portal: ${homesInShort(homes)}`,
    heading: homes.length > 1 ? 'Neue Objekte in Ihrem Portal' : 'Ein neues Zuhause in Ihrem Portal',
    before: [
      homes.length > 1
        ? `${companyName} hat Ihrem Portal ${homes.length} weitere Objekte hinzugefügt, neben dem, das Sie schon haben.`
        : `${companyName} hat Ihrem Portal ein weiteres Zuhause hinzugefügt, neben dem, das Sie schon haben.`,
      'Melden Sie sich wie gewohnt an, Ihr Passwort bleibt dasselbe.',
    ],
    homes,
    button: { label: 'Mein Portal öffnen', path },
    after: [],
    reason: `Sie erhalten diese E-Mail, weil ${companyName} Ihnen Zugang zum Kundenportal gegeben hat.`,
  }),
};
