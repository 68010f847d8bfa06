import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { File, FilePurpose } from '../files/file.entity';

const UPDATE = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) {
  project { image { id alt } } errors { code field reason } } }`;

async function update(who: Someone, id: string, change: object, version = 1) {
  const { data, codes } = await who.ask(UPDATE, { input: { id, version, change } });
  return { codes, ...data?.updateProject };
}

const aPicture = (builder: TestCompany, uploadedById: string | null, purpose = FilePurpose.PROJECT_IMAGE) =>
  builder.write((tx) =>
    tx.insert(File, {
      purpose,
      name: 'site.webp',
      mime: 'image/webp',
      bytes: 10,
      sha256: '0',
      storageKey: 'none',
      width: 1600,
      height: 900,
      widths: [1600],
      uploadedById,
      attachedAt: null,
    }),
  );

describe('the picture', () => {
  test('is taken from the uploads of whoever edits, and replaced', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject();
    const first = await aPicture(builder, owner.identityId);
    const second = await aPicture(builder, owner.identityId);
    expect(await update(owner, project.id, { imageId: first.id })).toMatchObject({
      project: { image: { id: first.id, alt: 'Lindenhof' } },
    });
    expect(await update(owner, project.id, { imageId: second.id }, 2)).toMatchObject({
      project: { image: { id: second.id } },
    });
    expect(await builder.outbox('files.delete')).toHaveLength(1);
    expect(await update(owner, project.id, { imageId: null }, 3)).toMatchObject({ project: { image: null } });
  });

  test('another’s upload is refused at its field', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject();
    const { id } = await aPicture(builder, (await builder.anOwner()).identityId);
    expect(await update(owner, project.id, { imageId: id, name: 'Other' })).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['change', 'imageId'], reason: 'invalid' }],
    });
  });

  test('is seen by the team of the project and by its buyers, and by nobody else', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const unit = await builder.aUnit({ saleState: 'SOLD' });
    const picture = await aPicture(builder, owner.identityId);
    await update(owner, unit.projectId, { imageId: picture.id });
    const IMAGE = 'query ($id: ID!) { project(id: $id) { image { id } } }';
    const people = [
      await builder.anAdministrator({ projects: [{ id: unit.projectId }] }),
      await builder.aBuyer(unit),
      owner,
    ];
    for (const who of people) {
      const { data } = await who.ask(IMAGE, { id: unit.projectId });
      expect(data.project.image).toEqual({ id: picture.id });
    }
    const outsider = await builder.anAdministrator();
    expect(await builder.as(await outsider.viewer()).rows(File)).toEqual([]);
  });
});

describe('the plan of a unit', () => {
  test('is seen by her who bought it, not by her neighbour', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const home = await builder.aUnit({ number: 'A1', saleState: 'SOLD' });
    const neighbour = await builder.aUnit({ projectId: home.projectId, saleState: 'SOLD' });
    const plan = await aPicture(builder, owner.identityId, FilePurpose.UNIT_PLAN);
    const image = await aPicture(builder, owner.identityId);
    const take = (planId: string, version: number) =>
      owner.ask(
        `mutation ($input: UpdateUnitInput!) { updateUnit(input: $input) {
          unit { plan { id alt } } errors { field reason } } }`,
        { input: { id: home.id, version, change: { planId } } },
      );
    expect((await take(image.id, 1)).data.updateUnit).toEqual({
      unit: null,
      errors: [{ field: ['change', 'planId'], reason: 'invalid' }],
    });
    expect((await take(plan.id, 1)).data.updateUnit.unit).toEqual({ plan: { id: plan.id, alt: 'A1' } });
    const buyer = await builder.aBuyer(home);
    const { data } = await buyer.ask('query ($id: ID!) { unit(id: $id) { plan { id } } }', { id: home.id });
    expect(data.unit.plan).toEqual({ id: plan.id });
    const next = await builder.aBuyer(neighbour);
    expect(await builder.as(await next.viewer()).rows(File)).toEqual([]);
  });
});
