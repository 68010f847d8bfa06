import 'reflect-metadata';
import { aCompany, type TestCompany, theProduct } from '../../test/world';
import { Space, SpaceKind } from '../features/projects/space.entity';
import { Unit } from '../features/projects/unit.entity';
import { SaleState } from '../features/projects/unit.enums';
import { LeadStage, UnitLead } from '../features/sales/unit-lead.entity';
import { Batch } from '../platform/database/batch';
import { RequestContext } from '../platform/request-context';
import { rehearse } from './rehearsal';

const HOME = `query ($id: ID!) {
  company { id logo { id } }
  viewer { id homes { id project { id name image { id } } } }
  unit(id: $id) {
    id number surface soldAt viewerCanEdit
    project { id name address { city } image { id url } }
    plan { id }
    location { id name unit { id } parent { id } project { id name } }
    spaces { id name saleState unit { id number } price { amount } }
    buyers { id isPrimary invitedAt actions contact { id name email lastSeenAt } unit { id number project { id } } }
    leads { id stage contact { id name } unit { id } }
  }
}`;

/** What of it needs nothing that only another answer tells. */
const PAGE = `query ($id: ID!) {
  company { id logo { id } }
  unit(id: $id) {
    id number viewerCanEdit
    project { id name image { id url } }
    location { id name }
    spaces { id saleState unit { id number } }
    buyers { id actions contact { id name } unit { id number project { id } } }
  }
}`;

async function aHomeWithPeople(builder: TestCompany) {
  const project = await builder.aProject();
  const building = await builder.aBuilding({ projectId: project.id });
  const unit = await builder.aUnit({ parentId: building.id, saleState: SaleState.SOLD });
  const neighbours = await builder.aUnit({ parentId: building.id, saleState: SaleState.SOLD });
  const lead = await builder.aLead();
  await builder.write(async (tx) => {
    await tx.update(Unit, unit.id, { surface: '85.50' });
    const space = { projectId: project.id, unitId: unit.id, kind: SpaceKind.PARKING, currency: 'EUR' };
    await tx.insert(Space, { ...space, name: 'P1', priceMinor: 1_250_000 });
    await tx.insert(Space, { ...space, name: 'P0', priceMinor: null });
    await tx.insert(UnitLead, { unitId: unit.id, contactId: lead.id, stage: LeadStage.LOST });
  });
  return {
    unit,
    people: {
      owner: await builder.anOwner(),
      colleague: await builder.anAdministrator({ projects: [project] }),
      stranger: await builder.anAdministrator(),
      buyer: await builder.aBuyer(unit),
      'second buyer': await builder.aBuyer(unit),
      neighbour: await builder.aBuyer(neighbours),
    },
  };
}

afterEach(() => jest.restoreAllMocks());

test('what is read ahead is what is read when it is asked for, whoever asks', async () => {
  const { unit, people } = await aHomeWithPeople(await aCompany());
  for (const [who, person] of Object.entries(people)) {
    const ahead = await person.ask(HOME, { id: unit.id });
    const spy = jest.spyOn(RequestContext.prototype, 'expects').mockImplementation(() => undefined);
    const asked = await person.ask(HOME, { id: unit.id });
    spy.mockRestore();
    expect({ who, ...ahead }).toEqual({ who, ...asked });
  }
});

test('what a page asks of a home is asked of the database at once', async () => {
  const { unit, people } = await aHomeWithPeople(await aCompany());
  await people.buyer.ask(PAGE, { id: unit.id });
  const submit = jest.spyOn(Batch.prototype, 'submit');
  await people.buyer.ask(PAGE, { id: unit.id });
  // One for who asks, one for what is asked.
  expect(submit).toHaveBeenCalledTimes(2);
});

test('another company’s home, and the neighbour’s, is read ahead by nobody', async () => {
  const { people } = await aHomeWithPeople(await aCompany());
  const theirs = await aHomeWithPeople(await aCompany());
  for (const person of Object.values(people)) {
    expect(await person.ask(HOME, { id: theirs.unit.id })).toMatchObject({
      data: { unit: null },
      codes: ['NOT_FOUND'],
    });
  }
  const { unit } = await aHomeWithPeople(people.owner.company);
  expect(await people.buyer.ask(HOME, { id: unit.id })).toMatchObject({ codes: ['NOT_FOUND'] });
});

test('a resolver tells what it loads by itself, once', async () => {
  const loads = rehearse((await theProduct()).schema);
  expect(loads.get('Unit.project')).toMatchObject({ key: 'projectId' });
  expect(loads.get('Unit.buyers')).toMatchObject({ key: 'id' });
  expect(loads.get('UnitBuyer.actions')).toMatchObject({ key: null });
  expect(loads.has('Unit.number')).toBe(false);
});
