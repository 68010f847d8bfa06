import { duration } from '../formats';
import type { Path, Template } from './content';

export interface PasswordResetData {
  path: Path;
  validMinutes: number;
}

/** Lets somebody who forgot the password choose a new one. */
export const passwordReset: Template<PasswordResetData> = {
  EN: ({ path, validMinutes }, { companyName }) => ({
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    before: [`Somebody, probably you, asked for a new password for the customer portal of ${companyName}.`],
    button: { label: 'Choose a new password', path },
    after: [
      `This link works once and is valid for ${duration('EN', validMinutes)}.`,
      'It was not you? Then you need not do anything: your password stays as it is.',
    ],
    reason: `You receive this e-mail because a new password was requested for this address at ${companyName}.`,
  }),
  FR: ({ path, validMinutes }, { companyName }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    heading: 'Choisissez un nouveau mot de passe',
    before: [
      `Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le portail clients ${companyName}.`,
    ],
    button: { label: 'Choisir un nouveau mot de passe', path },
    after: [
      `Ce lien ne fonctionne qu’une fois et reste valable ${duration('FR', validMinutes)}.`,
      'Ce n’était pas vous\u00a0? Vous n’avez rien à faire\u00a0: votre mot de passe reste inchangé.',
    ],
    reason: `Vous recevez cet e-mail parce qu’un nouveau mot de passe a été demandé pour cette adresse chez ${companyName}.`,
  }),
  NL: ({ path, validMinutes }, { companyName }) => ({
    subject: 'Kies een nieuw wachtwoord',
    heading: 'Kies een nieuw wachtwoord',
    before: [
      `Iemand, waarschijnlijk uzelf, heeft een nieuw wachtwoord gevraagd voor het klantenportaal van ${companyName}.`,
    ],
    button: { label: 'Kies een nieuw wachtwoord', path },
    after: [
      `Deze link werkt één keer en blijft ${duration('NL', validMinutes)} geldig.`,
      'Was u dit niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    ],
    reason: `U ontvangt deze e-mail omdat bij ${companyName} een nieuw wachtwoord voor dit adres is gevraagd.`,
  }),
  DE: ({ path, validMinutes }, { companyName }) => ({
    subject: 'Wählen Sie ein neues Passwort',
    heading: 'Wählen Sie ein neues Passwort',
    before: [
      `Jemand, vermutlich Sie selbst, hat ein neues Passwort für das Kundenportal von ${companyName} angefordert.`,
    ],
    button: { label: 'Neues Passwort wählen', path },
    after: [
      `Dieser Link funktioniert einmal und ist ${duration('DE', validMinutes)} gültig.`,
      'Sie waren das nicht? Dann müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
    ],
    reason: `Sie erhalten diese E-Mail, weil bei ${companyName} ein neues Passwort für diese Adresse angefordert wurde.`,
  }),
};
