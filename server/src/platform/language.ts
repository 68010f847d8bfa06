import { registerEnumType } from 'type-graphql';

export const Language = { EN: 'EN', FR: 'FR', NL: 'NL', DE: 'DE' } as const;
export type Language = keyof typeof Language;

registerEnumType(Language, {
  name: 'Language',
  description: 'The languages that Portico speaks.',
  valuesConfig: {
    EN: { description: 'English' },
    FR: { description: 'French' },
    NL: { description: 'Dutch' },
    DE: { description: 'German' },
  },
});
