import { buildASTSchema, extendSchema, parse, printSchema, type GraphQLObjectType } from 'graphql';
import { features } from '../src/app/features';
import { createSchema } from '../src/app/schema';
import { Contact } from '../src/features/contacts/contact.entity';
import { Level } from '../src/features/projects/level.entity';
import { raw } from '../src/platform/database/sql';
import { open } from '../src/platform/permissions';
import type { RequestContext } from '../src/platform/request-context';
import { sees, visibilityFrom, type Visibility } from '../src/platform/visibility';
import { Attack } from './attack/attack';
import { operationsOf } from './attack/documents';
import { asTheirOwner, mark, readLedger } from './attack/ledger';
import { Canaries } from './attack/canaries';
import { firstSeed, report, told, twoCompanies } from './attack/two-companies';
import { theProduct } from './world';

const wanted = Number(process.env['ATTACK_REQUESTS'] ?? 0);

test('A1 A2 A3 A4 A5 A6 A7 A8 A9 B13 B14 whoever asks for what is somebody else’s, in whatever place and form, is shown, told and changes nothing', async () => {
  const { schema } = await theProduct();
  let requests = 0;
  for (let seed = firstSeed; seed === firstSeed || requests < wanted; seed += 1) {
    const attack = new Attack({ ...(await twoCompanies(seed)), schema, seed });
    // For cursors: what else comes up is looked at in attack-crawl.test.ts.
    await attack.crawl(1);
    await attack.foreign({ formsEach: wanted ? 5 : 3 });
    await attack.close();
    requests += attack.requests;
    report(`seed ${seed}`, { ...attack, requests });
    expect({ seed, breaches: told(attack.breaches) }).toEqual({ seed, breaches: [] });
  }
  expect(requests).toBeGreaterThan(14_000);
}, 3_600_000);

describe('the attack itself', () => {
  const planted = async ({
    visibility = [] as Visibility[],
    permissions = {},
    change = undefined as ((mutations: GraphQLObjectType) => void) | undefined,
  }) => {
    const { platform } = await theProduct();
    const stated = features.flatMap((feature) => feature.visibility ?? []);
    const schema = createSchema(
      features.map((feature) =>
        feature.name === 'contacts'
          ? {
              ...feature,
              permissions: {
                ...feature.permissions,
                Contact: { ...feature.permissions['Contact'], ...permissions },
              },
            }
          : feature,
      ),
    );
    change?.(schema.getMutationType()!);
    const visibilityOf = visibilityFrom([...stated, ...visibility]);
    return new Attack({
      ...(await twoCompanies(9)),
      schema,
      seed: 9,
      platform: { ...platform, visibilityOf },
    });
  };
  const why = ({ breaches }: Attack) => breaches.map((breach) => breach.why).join('\n');

  test('sees that a reason shows a person too many, by her id and by how many there are', async () => {
    const everybody = sees(Contact, 'planted', () => raw('TRUE'));
    const attack = await planted({ visibility: [everybody] });
    await attack.crawl(2, { operations: (name) => name === 'contacts' });
    expect(why(attack)).toMatch(/Query\.contacts\.totalCount counts \d+, and should \d+/);
    await attack.foreign({
      formsEach: 1,
      askers: ({ name }) => name === 'the customer',
      operations: (name) => name === 'contact',
    });
    await attack.close();
    expect(why(attack)).toMatch(/shows xq\w+qx: contacts\.last_name/);
  });

  test('sees that a field is shown to whom it is not for', async () => {
    const attack = await planted({ permissions: { notes: open } });
    await attack.crawl(1, { operations: (name) => name === 'contact' });
    await attack.close();
    expect(why(attack)).toMatch(/shows xq\w+qx: contacts\.notes/);
  });

  test('sees that a command changes what is somebody else’s, though it answers nothing', async () => {
    const attack = await planted({
      change: (mutations) => {
        mutations.getFields()['renameLevel']!.resolve = async (_root, { input }, ctx: RequestContext) => {
          await ctx.asSystem().inTransaction((tx) => tx.update(Level, input.id, { name: input.name }));
          return null;
        };
      },
    });
    const isCustomer = ({ name }: { name: string }) => name === 'the customer';
    await attack.foreign({ formsEach: 1, askers: isCustomer, operations: (name) => name === 'renameLevel' });
    await attack.close();
    expect(why(attack)).toMatch(/changed levels of the own company/);
  });

  test('B13 asks what a new argument means, and how many a new number counts', async () => {
    const { schema } = await theProduct();
    const plain = buildASTSchema(parse(printSchema(schema)), { assumeValidSDL: true });
    const extended = (sdl: string) => () =>
      operationsOf(extendSchema(plain, parse(sdl), { assumeValidSDL: true }));
    expect(extended('extend type Query { neighbours(of: ID!): [Unit!]! }')).toThrow(
      /Nobody has said what the ID Query\.neighbours\.of stands for\. State it in server\/test\/attack\/meanings\.ts/,
    );
    expect(extended('extend input UpdateUnitInput { heirId: ID }')).toThrow(/UpdateUnitInput\.heirId/);
    expect(extended('extend type Query { units(ids: [Unknown!]!): Int } scalar Unknown')).not.toThrow();
  });

  test('marks a column that is new, and wants a row of a table that is', async () => {
    const { companies } = await twoCompanies(8);
    const { company } = companies[0]!;
    await asTheirOwner(company, (client) => client.query('ALTER TABLE projects ADD COLUMN motto text'));
    try {
      await mark(company, new Canaries('motto'));
      const { places } = await readLedger([company]);
      expect([...places.values()].flat().some(({ column }) => column === 'motto')).toBe(true);
    } finally {
      await asTheirOwner(company, (client) => client.query('ALTER TABLE projects DROP COLUMN motto'));
    }
    await asTheirOwner(company, (client) => client.query('CREATE TABLE dreams (company_id uuid, id uuid)'));
    try {
      await expect(mark(company, new Canaries('dreams'))).rejects.toThrow(/no row in dreams/);
    } finally {
      await asTheirOwner(company, (client) => client.query('DROP TABLE dreams'));
    }
  });
});
