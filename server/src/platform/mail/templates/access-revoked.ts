import { homeName, type Home, type Template } from './content';

export interface AccessRevokedData {
  home: Home;
}

/** Tells a buyer that a home is no longer open to her; sent only where the team asks for it. */
export const accessRevoked: Template<AccessRevokedData> = {
  EN: ({ home }, { companyName }) => ({
    subject: `Your access has ended: ${homeName(home)}`,
    heading: 'Your access has ended',
    before: [`${companyName} has ended your access to the pages of this home in the customer portal.`],
    homes: [home],
    after: ['If you have questions about this, or think it is a mistake, please contact us.'],
    reason: `You receive this e-mail because you had access to the customer portal of ${companyName}.`,
  }),
  FR: ({ home }, { companyName }) => ({
    subject: `Votre accès a pris fin\u00a0: ${homeName(home)}`,
    heading: 'Votre accès a pris fin',
    before: [`${companyName} a mis fin à votre accès aux pages de ce logement dans le portail clients.`],
    homes: [home],
    after: ['Si vous avez des questions à ce sujet, ou s’il s’agit d’une erreur, contactez-nous.'],
    reason: `Vous recevez cet e-mail parce que ${companyName} vous avait donné accès à son portail clients.`,
  }),
  NL: ({ home }, { companyName }) => ({
    subject: `Uw toegang is beëindigd: ${homeName(home)}`,
    heading: 'Uw toegang is beëindigd',
    before: [
      `${companyName} heeft uw toegang tot de pagina’s van deze woning in het klantenportaal beëindigd.`,
    ],
    homes: [home],
    after: ['Hebt u hier vragen over, of denkt u dat het een vergissing is? Neem dan contact met ons op.'],
    reason: `U ontvangt deze e-mail omdat u toegang had tot het klantenportaal van ${companyName}.`,
  }),
  DE: ({ home }, { companyName }) => ({
    subject: `Ihr Zugang wurde beendet: ${homeName(home)}`,
    heading: 'Ihr Zugang wurde beendet',
    before: [`${companyName} hat Ihren Zugang zu den Seiten dieses Zuhauses im Kundenportal beendet.`],
    homes: [home],
    after: ['Wenn Sie Fragen dazu haben oder es für ein Versehen halten, wenden Sie sich bitte an uns.'],
    reason: `Sie erhalten diese E-Mail, weil Sie Zugang zum Kundenportal von ${companyName} hatten.`,
  }),
};
