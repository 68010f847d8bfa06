import { dateAndTime } from '../formats';
import type { Path, Template } from './content';

export interface PasswordChangedData {
  /** ISO moment. */
  changedAt: string;
  /** The page on which a new password is requested. */
  path: Path;
}

/** Says that the password is another one now, so that a stranger's change does not go unnoticed. */
export const passwordChanged: Template<PasswordChangedData> = {
  EN: ({ changedAt, path }, { companyName, timeZone }) => ({
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    before: [
      `The password of your account at ${companyName} was changed on ${dateAndTime('EN', changedAt, timeZone)}. All other devices were signed out.`,
      'If that was you, everything is fine. If not, choose a new password at once and tell us.',
    ],
    button: { label: 'That was not me', path },
    after: [],
    reason: `You receive this e-mail because it concerns the security of your account at ${companyName}.`,
  }),
  FR: ({ changedAt, path }, { companyName, timeZone }) => ({
    subject: 'Votre mot de passe a été modifié',
    heading: 'Votre mot de passe a été modifié',
    before: [
      `Le mot de passe de votre compte chez ${companyName} a été modifié le ${dateAndTime('FR', changedAt, timeZone)}. Tous les autres appareils ont été déconnectés.`,
      'Si c’était vous, tout va bien. Sinon, choisissez tout de suite un nouveau mot de passe et prévenez-nous.',
    ],
    button: { label: 'Ce n’était pas moi', path },
    after: [],
    reason: `Vous recevez cet e-mail parce qu’il concerne la sécurité de votre compte chez ${companyName}.`,
  }),
  NL: ({ changedAt, path }, { companyName, timeZone }) => ({
    subject: 'Uw wachtwoord is gewijzigd',
    heading: 'Uw wachtwoord is gewijzigd',
    before: [
      `Het wachtwoord van uw account bij ${companyName} is gewijzigd op ${dateAndTime('NL', changedAt, timeZone)}. Alle andere apparaten zijn afgemeld.`,
      'Was u dit zelf, dan is alles in orde. Zo niet, kies dan meteen een nieuw wachtwoord en laat het ons weten.',
    ],
    button: { label: 'Dit was ik niet', path },
    after: [],
    reason: `U ontvangt deze e-mail omdat het om de veiligheid van uw account bij ${companyName} gaat.`,
  }),
  DE: ({ changedAt, path }, { companyName, timeZone }) => ({
    subject: 'Ihr Passwort wurde geändert',
    heading: 'Ihr Passwort wurde geändert',
    before: [
      `Das Passwort Ihres Kontos bei ${companyName} wurde am ${dateAndTime('DE', changedAt, timeZone)} geändert. Alle anderen Geräte wurden abgemeldet.`,
      'Wenn Sie das waren, ist alles in Ordnung. Wenn nicht, wählen Sie bitte sofort ein neues Passwort und geben Sie uns Bescheid.',
    ],
    button: { label: 'Das war ich nicht', path },
    after: [],
    reason: `Sie erhalten diese E-Mail, weil sie die Sicherheit Ihres Kontos bei ${companyName} betrifft.`,
  }),
};
