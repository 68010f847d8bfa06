import { TeamRole } from '../../features/team/team-member.entity';
import type { Address } from '../../platform/address';
import { Language } from '../../platform/language';
import type { PortraitName } from './drawings/portraits';

/** The one password of everybody in the demo. */
export const demoPassword = 'riverside-doorstep';

interface Person {
  firstName: string;
  lastName: string;
  language: Language;
  phone: string | null;
  /** Days ago that the team added her. */
  added: number;
  portrait?: PortraitName;
}

export interface Colleague extends Person {
  email: string;
  role: TeamRole;
  jobTitle: string;
  /** Days ago that she was last here. */
  seen: number;
}

/** `.example` belongs to nobody: no mail of the demo can reach a stranger. */
export const colleagues = {
  emma: {
    firstName: 'Emma',
    lastName: 'Hartley',
    email: 'emma@oever.example',
    language: Language.EN,
    phone: '+32 9 555 01 10',
    role: TeamRole.OWNER,
    jobTitle: 'Managing director',
    portrait: 'copper',
    added: 620,
    seen: 1,
  },
  nele: {
    firstName: 'Nele',
    lastName: 'Vandaele',
    email: 'nele@oever.example',
    language: Language.NL,
    phone: '+32 9 555 01 11',
    role: TeamRole.OWNER,
    jobTitle: 'Architect',
    portrait: 'silver',
    added: 618,
    seen: 2,
  },
  daniel: {
    firstName: 'Daniel',
    lastName: 'Okafor',
    email: 'daniel@oever.example',
    language: Language.EN,
    phone: '+32 9 555 01 12',
    role: TeamRole.ADMINISTRATOR,
    jobTitle: 'Project manager',
    portrait: 'bearded',
    added: 540,
    seen: 1,
  },
  amina: {
    firstName: 'Amina',
    lastName: 'Benali',
    email: 'amina@oever.example',
    language: Language.FR,
    phone: '+32 9 555 01 13',
    role: TeamRole.ADMINISTRATOR,
    jobTitle: 'Customer care',
    portrait: 'curly',
    added: 410,
    seen: 1,
  },
} satisfies Record<string, Colleague>;

/** Was invited on the day of the filling and has not answered yet. */
export const newColleague = {
  firstName: 'Jonas',
  lastName: 'Weber',
  email: 'jonas@oever.example',
  language: Language.DE,
  phone: null,
  role: TeamRole.ADMINISTRATOR,
  jobTitle: 'Site manager',
};

export interface Outsider extends Person {
  kind: 'customer' | 'lead' | 'partner';
  email: string | null;
  address: Address | null;
  notes?: string;
  /** Days ago that she chose her password; without it she has none. */
  accepted?: number;
  seen?: number;
  /** Has not looked around yet: the short tour waits for her. */
  new?: true;
}

const address = (line: string, postalCode: string, city: string, country = 'BE'): Address => {
  const [, street = line, houseNumber = null, box = null] = /^(.+?) (\d+)(?: box (\S+))?$/.exec(line) ?? [];
  return { street, houseNumber, box, postalCode, city, country };
};

type Known = Omit<Outsider, 'kind' | 'address'>;
const customer = <P extends Omit<Outsider, 'kind'>>(person: P) => ({ kind: 'customer' as const, ...person });
const lead = <P extends Known>(person: P) => ({ kind: 'lead' as const, address: null, ...person });
const partner = <P extends Known>(person: P) => ({ kind: 'partner' as const, address: null, ...person });

export const outsiders = {
  olivia: customer({
    firstName: 'Olivia',
    lastName: 'Bennett',
    email: 'olivia@mail.example',
    language: Language.EN,
    phone: '+44 7700 900142',
    address: address('Coupure Links 42 box 3', '9000', 'Gent'),
    notes: 'Moves into the villa; the apartment is for her mother.',
    portrait: 'fringed',
    added: 300,
    accepted: 286,
    seen: 1,
  }),
  thomas: customer({
    firstName: 'Thomas',
    lastName: 'Lambert',
    email: 'thomas@mail.example',
    language: Language.FR,
    phone: '+32 2 555 01 31',
    address: address('Rue des Tanneurs 17', '1000', 'Bruxelles'),
    added: 402,
    accepted: 380,
    seen: 3,
  }),
  camille: customer({
    firstName: 'Camille',
    lastName: 'Dubois',
    email: 'camille@mail.example',
    language: Language.FR,
    phone: '+32 2 555 01 32',
    address: address('Rue des Tanneurs 17', '1000', 'Bruxelles'),
    added: 402,
    accepted: 377,
    seen: 6,
    new: true,
  }),
  joris: customer({
    firstName: 'Joris',
    lastName: 'Wouters',
    email: 'joris@mail.example',
    language: Language.NL,
    phone: '+32 9 555 01 33',
    address: address('Meanderkaai 2 box 002', '9000', 'Gent'),
    added: 450,
    accepted: 431,
    seen: 9,
  }),
  ingrid: customer({
    firstName: 'Ingrid',
    lastName: 'Hoffmann',
    email: 'ingrid@mail.example',
    language: Language.DE,
    phone: '+32 87 55 01 34',
    address: address('Gospertstraße 8', '4700', 'Eupen'),
    added: 430,
    accepted: 415,
    seen: 14,
  }),
  willem: customer({
    firstName: 'Willem',
    lastName: 'De Smet',
    email: 'willem@mail.example',
    language: Language.NL,
    phone: '+32 9 555 01 35',
    address: address('Kortrijksesteenweg 118', '9830', 'Sint-Martens-Latem'),
    added: 24,
  }),
  godelieve: customer({
    firstName: 'Godelieve',
    lastName: 'Maes',
    email: null,
    language: Language.NL,
    phone: '+32 9 555 01 36',
    address: address('Molenstraat 5', '9820', 'Merelbeke'),
    notes: 'Prefers the telephone; her son will give us an e-mail address.',
    added: 12,
  }),
  anna: customer({
    firstName: 'Anna',
    lastName: 'Schneider',
    email: 'anna@mail.example',
    language: Language.DE,
    phone: '+49 30 23125 142',
    address: address('Lindenallee 23', '52066', 'Aachen', 'DE'),
    added: 18,
  }),
  marc: customer({
    firstName: 'Marc',
    lastName: 'Lefèvre',
    email: 'marc@mail.example',
    language: Language.FR,
    phone: '+32 81 55 01 37',
    address: address('Avenue de la Citadelle 61', '5000', 'Namur'),
    notes: 'Sells his apartment on; waiting for the deed of the new owner.',
    added: 340,
    accepted: 322,
    seen: 30,
  }),
  julie: lead({
    firstName: 'Julie',
    lastName: 'Marchal',
    email: 'julie@mail.example',
    language: Language.FR,
    phone: '+32 4 555 01 38',
    added: 20,
  }),
  stefan: lead({
    firstName: 'Stefan',
    lastName: 'Klein',
    email: 'stefan@mail.example',
    language: Language.DE,
    phone: '+49 30 23125 143',
    added: 33,
  }),
  grace: partner({
    firstName: 'Grace',
    lastName: 'Sullivan',
    email: 'grace@atelier-noord.example',
    language: Language.EN,
    phone: '+32 9 555 01 40',
    portrait: 'knotted',
    added: 260,
    accepted: 255,
    seen: 2,
  }),
  bart: partner({
    firstName: 'Bart',
    lastName: 'De Wit',
    email: 'bart@atelier-noord.example',
    language: Language.NL,
    phone: '+32 9 555 01 41',
    added: 260,
  }),
} satisfies Record<string, Outsider>;

export const firm = { name: 'Atelier Noord Kitchens', vat: 'BE 0999.999.922' };

export type ColleagueName = keyof typeof colleagues;
export type OutsiderName = keyof typeof outsiders;
