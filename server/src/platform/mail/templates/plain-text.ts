import type { Home } from './content';
import type { Letter } from './layout';
import { phrases } from './phrases';

const homeLines = ({ unit, project }: Home): string =>
  unit === project ? `  ${unit}` : `  ${unit}\n  ${project}`;

/** The same letter for readers without HTML; paragraphs are left for the reader to wrap. */
export function plainText({ content, brand, language, recipient, link }: Letter): string {
  const { greeting, questions } = phrases[language];
  const ways = [brand.contactEmail, brand.contactPhone].filter(Boolean);
  return [
    greeting(recipient),
    ...content.before,
    ...(content.homes ?? []).map(homeLines),
    ...(content.button && link ? [`${content.button.label}\n${link}`] : []),
    ...content.after,
    [`-- `, brand.companyName, ...(ways.length ? [questions, ...ways] : []), '', content.reason].join('\n'),
    '',
  ].join('\n\n');
}
