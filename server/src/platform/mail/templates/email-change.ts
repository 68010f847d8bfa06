import { duration } from '../formats';
import type { Path, Template } from './content';

export interface EmailChangeConfirmData {
  newAddress: string;
  path: Path;
  validMinutes: number;
}

export interface EmailChangeNoticeData {
  newAddress: string;
  /** Where the old address has to agree as well; null where it is only told. */
  confirm: { path: Path; validMinutes: number } | null;
}

/** To the new address: proves that it can be read by whoever asked. */
export const emailChangeConfirm: Template<EmailChangeConfirmData> = {
  EN: ({ newAddress, path, validMinutes }, { companyName }) => ({
    subject: 'Confirm your new e-mail address',
    heading: 'Is this your new address?',
    before: [
      `You want to use ${newAddress} for your account at ${companyName}. Please confirm that it is yours.`,
    ],
    button: { label: 'Confirm this address', path },
    after: [
      `This link works once and is valid for ${duration('EN', validMinutes)}. Until then your old address stays in use.`,
      'It was not you? Then you need not do anything.',
    ],
    reason: `You receive this e-mail because this address was entered for an account at ${companyName}.`,
  }),
  FR: ({ newAddress, path, validMinutes }, { companyName }) => ({
    subject: 'Confirmez votre nouvelle adresse e-mail',
    heading: 'Est-ce votre nouvelle adresse\u00a0?',
    before: [
      `Vous souhaitez utiliser ${newAddress} pour votre compte chez ${companyName}. Merci de confirmer que cette adresse est la vôtre.`,
    ],
    button: { label: 'Confirmer cette adresse', path },
    after: [
      `Ce lien ne fonctionne qu’une fois et reste valable ${duration('FR', validMinutes)}. D’ici là, votre ancienne adresse reste en usage.`,
      'Ce n’était pas vous\u00a0? Vous n’avez rien à faire.',
    ],
    reason: `Vous recevez cet e-mail parce que cette adresse a été indiquée pour un compte chez ${companyName}.`,
  }),
  NL: ({ newAddress, path, validMinutes }, { companyName }) => ({
    subject: 'Bevestig uw nieuwe e-mailadres',
    heading: 'Is dit uw nieuwe adres?',
    before: [
      `U wilt ${newAddress} gebruiken voor uw account bij ${companyName}. Bevestig dat dit adres van u is.`,
    ],
    button: { label: 'Bevestig dit adres', path },
    after: [
      `Deze link werkt één keer en blijft ${duration('NL', validMinutes)} geldig. Tot dan blijft uw oude adres in gebruik.`,
      'Was u dit niet? Dan hoeft u niets te doen.',
    ],
    reason: `U ontvangt deze e-mail omdat dit adres is ingevuld voor een account bij ${companyName}.`,
  }),
  DE: ({ newAddress, path, validMinutes }, { companyName }) => ({
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    heading: 'Ist das Ihre neue Adresse?',
    before: [
      `Sie möchten ${newAddress} für Ihr Konto bei ${companyName} verwenden. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört.`,
    ],
    button: { label: 'Adresse bestätigen', path },
    after: [
      `Dieser Link funktioniert einmal und ist ${duration('DE', validMinutes)} gültig. Bis dahin gilt Ihre alte Adresse.`,
      'Sie waren das nicht? Dann müssen Sie nichts tun.',
    ],
    reason: `Sie erhalten diese E-Mail, weil diese Adresse für ein Konto bei ${companyName} angegeben wurde.`,
  }),
};

/** To the old address: nobody loses an account without hearing of it. */
export const emailChangeNotice: Template<EmailChangeNoticeData> = {
  EN: ({ newAddress, confirm }, { companyName }) => ({
    subject: 'Your e-mail address is about to change',
    heading: 'A new address for your account',
    before: [
      `Somebody, probably you, wants to replace this address by ${newAddress} for the account at ${companyName}.`,
      confirm
        ? 'The change needs your consent from this address too.'
        : 'The change takes effect once the new address is confirmed. You need not do anything.',
    ],
    ...(confirm && { button: { label: 'Agree to the change', path: confirm.path } }),
    after: [
      ...(confirm ? [`This link works once and is valid for ${duration('EN', confirm.validMinutes)}.`] : []),
      'It was not you? Change your password and tell us at once.',
    ],
    reason: `You receive this e-mail because it concerns the security of your account at ${companyName}.`,
  }),
  FR: ({ newAddress, confirm }, { companyName }) => ({
    subject: 'Votre adresse e-mail va changer',
    heading: 'Une nouvelle adresse pour votre compte',
    before: [
      `Quelqu’un, sans doute vous, souhaite remplacer cette adresse par ${newAddress} pour le compte chez ${companyName}.`,
      confirm
        ? 'Ce changement demande aussi votre accord depuis cette adresse.'
        : 'Le changement prend effet dès que la nouvelle adresse est confirmée. Vous n’avez rien à faire.',
    ],
    ...(confirm && { button: { label: 'Accepter le changement', path: confirm.path } }),
    after: [
      ...(confirm
        ? [`Ce lien ne fonctionne qu’une fois et reste valable ${duration('FR', confirm.validMinutes)}.`]
        : []),
      'Ce n’était pas vous\u00a0? Changez votre mot de passe et prévenez-nous tout de suite.',
    ],
    reason: `Vous recevez cet e-mail parce qu’il concerne la sécurité de votre compte chez ${companyName}.`,
  }),
  NL: ({ newAddress, confirm }, { companyName }) => ({
    subject: 'Uw e-mailadres wordt gewijzigd',
    heading: 'Een nieuw adres voor uw account',
    before: [
      `Iemand, waarschijnlijk uzelf, wil dit adres vervangen door ${newAddress} voor het account bij ${companyName}.`,
      confirm
        ? 'Voor deze wijziging is ook uw akkoord vanaf dit adres nodig.'
        : 'De wijziging gaat in zodra het nieuwe adres is bevestigd. U hoeft niets te doen.',
    ],
    ...(confirm && { button: { label: 'Akkoord met de wijziging', path: confirm.path } }),
    after: [
      ...(confirm
        ? [`Deze link werkt één keer en blijft ${duration('NL', confirm.validMinutes)} geldig.`]
        : []),
      'Was u dit niet? Wijzig dan uw wachtwoord en laat het ons meteen weten.',
    ],
    reason: `U ontvangt deze e-mail omdat het om de veiligheid van uw account bij ${companyName} gaat.`,
  }),
  DE: ({ newAddress, confirm }, { companyName }) => ({
    subject: 'Ihre E-Mail-Adresse soll geändert werden',
    heading: 'Eine neue Adresse für Ihr Konto',
    before: [
      `Jemand, vermutlich Sie selbst, möchte diese Adresse für das Konto bei ${companyName} durch ${newAddress} ersetzen.`,
      confirm
        ? 'Für die Änderung brauchen wir auch Ihre Zustimmung von dieser Adresse aus.'
        : 'Die Änderung gilt, sobald die neue Adresse bestätigt ist. Sie müssen nichts tun.',
    ],
    ...(confirm && { button: { label: 'Der Änderung zustimmen', path: confirm.path } }),
    after: [
      ...(confirm
        ? [`Dieser Link funktioniert einmal und ist ${duration('DE', confirm.validMinutes)} gültig.`]
        : []),
      'Sie waren das nicht? Dann ändern Sie bitte Ihr Passwort und geben Sie uns sofort Bescheid.',
    ],
    reason: `Sie erhalten diese E-Mail, weil sie die Sicherheit Ihres Kontos bei ${companyName} betrifft.`,
  }),
};
