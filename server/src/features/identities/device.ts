/** The first that matches names it: many browsers also call themselves by the name of another. */
const browsers: [string, RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bVersion\/.*\bSafari\//],
];

const systems: [string, RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

const firstOf = (names: [string, RegExp][], text: string) =>
  names.find(([, pattern]) => pattern.test(text))?.[0];

/** What a user agent says about the device, in names that are the same in every language: `Firefox · Linux`. */
export function deviceOf(userAgent: string | null): string {
  const text = userAgent ?? '';
  const known = [firstOf(browsers, text), firstOf(systems, text)].filter(Boolean);
  // A program that is no browser says its own name first, such as `curl/8.5.0`.
  return known.join(' · ') || /^[\w.-]{1,40}/.exec(text)?.[0] || '–';
}
