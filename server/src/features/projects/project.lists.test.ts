import { aCompany, type Answer } from '../../../test/world';
import { ProjectKind } from './project.entity';

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`;
const LIST = `query ($search: String, $kind: ProjectKind, $sort: ProjectSort, $first: Int, $after: String) {
  projects(search: $search, kind: $kind, sort: $sort, first: $first, after: $after) {
    edges { node { name } } pageInfo { hasNextPage endCursor } totalCount } }`;

const names = (answer: { data: Answer['data'] }): string[] =>
  answer.data.projects.edges.map(({ node }: { node: { name: string } }) => node.name);

describe('the list', () => {
  test('is sorted by name without regard to case and accents, or by age', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    for (const name of ['Zilverlinde', 'école', 'Ahorn', 'elm'])
      await owner.ask(CREATE, { input: { name, kind: 'MULTI' } });
    expect(names(await owner.ask(LIST))).toEqual(['Ahorn', 'école', 'elm', 'Zilverlinde']);
    expect(names(await owner.ask(LIST, { sort: 'NAME_DESC' }))).toEqual([
      'Zilverlinde',
      'elm',
      'école',
      'Ahorn',
    ]);
    expect(names(await owner.ask(LIST, { sort: 'OLDEST' }))).toEqual([
      'Zilverlinde',
      'école',
      'Ahorn',
      'elm',
    ]);
    expect(names(await owner.ask(LIST, { sort: 'NEWEST' }))).toEqual([
      'elm',
      'Ahorn',
      'école',
      'Zilverlinde',
    ]);
  });

  test('is searched by words of the name, to the letter', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    for (const name of ['École du Parc', '100 % wood', 'Park view'])
      await owner.ask(CREATE, { input: { name, kind: 'MULTI' } });
    expect(names(await owner.ask(LIST, { search: 'ecole parc' }))).toEqual(['École du Parc']);
    expect(names(await owner.ask(LIST, { search: '%' }))).toEqual(['100 % wood']);
    expect(names(await owner.ask(LIST, { search: "' OR 1=1 --" }))).toEqual([]);
    expect((await owner.ask(LIST, { search: null })).data.projects.totalCount).toBe(3);
  });

  test('is searched by place and postal code as well', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const at = (name: string, city: string, postalCode: string) =>
      owner.ask(CREATE, { input: { name, kind: 'MULTI', address: { city, postalCode, country: 'BE' } } });
    await at('Côté Parc', 'Liège', '4000');
    await at('Lindenhof', 'Eupen', '4700');
    await owner.ask(CREATE, { input: { name: 'Nowhere yet', kind: 'MULTI' } });
    expect(names(await owner.ask(LIST, { search: 'liege' }))).toEqual(['Côté Parc']);
    expect(names(await owner.ask(LIST, { search: 'LIÈGE cote' }))).toEqual(['Côté Parc']);
    expect(names(await owner.ask(LIST, { search: '4700' }))).toEqual(['Lindenhof']);
    expect(names(await owner.ask(LIST, { search: 'liege 4700' }))).toEqual([]);
  });

  test('goes on where a page ended, in either direction, and counts them all', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    for (let made = 0; made < 5; made += 1) await builder.aProject({ name: 'Same name' });
    for (const sort of ['NAME_ASC', 'NAME_DESC', 'NEWEST']) {
      const ids = new Set<string>();
      let after: string | null = null;
      do {
        const { data }: { data: Answer['data'] } = await owner.ask(
          'query ($after: String, $sort: ProjectSort) { projects(first: 2, after: $after, sort: $sort) { edges { node { id } } pageInfo { hasNextPage endCursor } totalCount } }',
          { after, sort },
        );
        expect(data.projects.totalCount).toBe(5);
        data.projects.edges.forEach(({ node }: { node: { id: string } }) => ids.add(node.id));
        after = data.projects.pageInfo.hasNextPage ? data.projects.pageInfo.endCursor : null;
      } while (after);
      expect(ids.size).toBe(5);
    }
  });

  test('is filtered by kind', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    await builder.aProject({ name: 'Home', kind: ProjectKind.SINGLE });
    await builder.aProject({ name: 'Site' });
    expect(names(await owner.ask(LIST, { kind: 'SINGLE' }))).toEqual(['Home']);
    expect(names(await owner.ask(LIST, { kind: 'MULTI' }))).toEqual(['Site']);
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'nonsense' },
    { after: Buffer.from('[1]').toString('base64url') },
  ])('refuses %j', async (page) => {
    const owner = await (await aCompany()).anOwner();
    expect((await owner.ask(LIST, page)).codes).toEqual(['BAD_USER_INPUT']);
  });
});
