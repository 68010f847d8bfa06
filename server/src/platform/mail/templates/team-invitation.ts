import { duration } from '../formats';
import type { Path, Template } from './content';

export interface TeamInvitationData {
  invitedBy: string;
  role: 'OWNER' | 'ADMINISTRATOR';
  path: Path;
  validMinutes: number;
}

/** Asks a new colleague to choose a password and log in. */
export const teamInvitation: Template<TeamInvitationData> = {
  EN: ({ invitedBy, role, path, validMinutes }, { companyName }) => ({
    subject: `${invitedBy} invites you to the team of ${companyName}`,
    heading: 'Welcome to the team',
    before: [
      `${invitedBy} invites you to work in the customer portal of ${companyName}.`,
      {
        OWNER: 'You join as an owner: you see every project and may change everything.',
        ADMINISTRATOR: 'You join as an administrator: you look after the projects that you are put on.',
      }[role],
      'Choose a secure password and log in.',
    ],
    button: { label: 'Choose your password', path },
    after: [
      `This link is meant for you alone. It works once and is valid for ${duration('EN', validMinutes)}. If it has expired, ask ${invitedBy} for a new one.`,
    ],
    reason: `You receive this e-mail because you were added to the team of ${companyName}.`,
  }),
  FR: ({ invitedBy, role, path, validMinutes }, { companyName }) => ({
    subject: `${invitedBy} vous invite à rejoindre l’équipe ${companyName}`,
    heading: 'Bienvenue dans l’équipe',
    before: [
      `${invitedBy} vous invite à travailler dans le portail clients ${companyName}.`,
      {
        OWNER: 'Vous serez propriétaire\u00a0: vous voyez tous les projets et pouvez tout modifier.',
        ADMINISTRATOR: 'Vous serez administrateur\u00a0: vous suivez les projets qui vous sont confiés.',
      }[role],
      'Choisissez un mot de passe sûr et connectez-vous.',
    ],
    button: { label: 'Choisir mon mot de passe', path },
    after: [
      `Ce lien vous est personnel. Il ne fonctionne qu’une fois et reste valable ${duration('FR', validMinutes)}. S’il a expiré, demandez un nouveau lien à ${invitedBy}.`,
    ],
    reason: `Vous recevez cet e-mail parce que ${companyName} vous a donné accès à son espace d’équipe.`,
  }),
  NL: ({ invitedBy, role, path, validMinutes }, { companyName }) => ({
    subject: `${invitedBy} nodigt u uit voor het team van ${companyName}`,
    heading: 'Welkom in het team',
    before: [
      `${invitedBy} nodigt u uit om mee te werken in het klantenportaal van ${companyName}.`,
      {
        OWNER: 'U wordt eigenaar: u ziet elk project en kunt alles wijzigen.',
        ADMINISTRATOR: 'U wordt beheerder: u volgt de projecten op die u worden toegewezen.',
      }[role],
      'Kies een veilig wachtwoord en log in.',
    ],
    button: { label: 'Kies uw wachtwoord', path },
    after: [
      `Deze link is alleen voor u bestemd. Hij werkt één keer en blijft ${duration('NL', validMinutes)} geldig. Is de link verlopen? Vraag ${invitedBy} dan om een nieuwe.`,
    ],
    reason: `U ontvangt deze e-mail omdat u aan het team van ${companyName} bent toegevoegd.`,
  }),
  DE: ({ invitedBy, role, path, validMinutes }, { companyName }) => ({
    subject: `${invitedBy} lädt Sie in das Team von ${companyName} ein`,
    heading: 'Willkommen im Team',
    before: [
      `${invitedBy} lädt Sie ein, im Kundenportal von ${companyName} mitzuarbeiten.`,
      {
        OWNER: 'Ihre Rolle ist Inhaber: Sie sehen alle Projekte und dürfen alles ändern.',
        ADMINISTRATOR: 'Ihre Rolle ist Administrator: Sie betreuen die Projekte, die Ihnen zugewiesen sind.',
      }[role],
      'Wählen Sie ein sicheres Passwort und melden Sie sich an.',
    ],
    button: { label: 'Passwort wählen', path },
    after: [
      `Dieser Link ist nur für Sie bestimmt. Er funktioniert einmal und ist ${duration('DE', validMinutes)} gültig. Ist er abgelaufen, bitten Sie ${invitedBy} um einen neuen.`,
    ],
    reason: `Sie erhalten diese E-Mail, weil Sie in das Team von ${companyName} aufgenommen wurden.`,
  }),
};
