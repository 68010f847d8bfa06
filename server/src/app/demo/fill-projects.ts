import { attachFile } from '../../features/files/attach-file';
import { FilePurpose } from '../../features/files/file.entity';
import { Level, LevelType } from '../../features/projects/level.entity';
import { insertUnit } from '../../features/projects/new-unit';
import { ProjectAdministrator } from '../../features/projects/project-administrator.entity';
import { Project, ProjectKind, ProjectState } from '../../features/projects/project.entity';
import { Space } from '../../features/projects/space.entity';
import { Unit } from '../../features/projects/unit.entity';
import { SaleState } from '../../features/projects/unit.enums';
import { uuidv7 } from '../../platform/database/uuid';
import { folded } from '../../platform/folded';
import { minorFromDecimal } from '../../platform/money';
import {
  levelsOfMeander,
  spacesOfMeander,
  spacesOfVilla,
  villa,
  type DemoLevel,
  type DemoUnit,
} from './homes';
import type { ColleagueName } from './people';
import { became, since, type Stage } from './stage';

const currency = 'EUR';
const vatRegime = '21 %';

interface Site {
  name: string;
  kind: ProjectKind;
  description: string;
  street: string;
  houseNumber: string;
  imageId: string;
  /** Days ago that it was created. */
  added: number;
  administrators: ColleagueName[];
  spaces: typeof spacesOfMeander;
}

/** Both projects with all that is in them, still unsold. */
export async function addProjects(stage: Stage): Promise<void> {
  const { residence, villa: villaImage } = stage.pictures;
  const meander = await addProject(stage, {
    name: 'De Meander',
    kind: ProjectKind.MULTI,
    description:
      'Twenty apartments, four houses and a bakery where the river bends: built in brick and timber, heated by the water that flows past.',
    street: 'Meanderkaai',
    houseNumber: '2',
    imageId: residence,
    added: 600,
    administrators: ['daniel', 'amina'],
    spaces: spacesOfMeander,
  });
  await addLevels(stage, meander, levelsOfMeander);
  await addSpaces(stage, meander.id, spacesOfMeander);

  const root = await addProject(stage, {
    name: 'Villa Linde',
    kind: ProjectKind.SINGLE,
    description: 'A long house under one roof, with a gable of larch and a garden among old lime trees.',
    street: 'Lindendreef',
    houseNumber: '14',
    imageId: villaImage,
    added: 310,
    administrators: ['amina'],
    spaces: spacesOfVilla,
  });
  await addUnit(stage, root, villa, 0);
  stage.units['villa'] = stage.units[villa.number]!;
  stage.projectOf['villa'] = root.id;
  await addSpaces(stage, root.id, spacesOfVilla);
}

async function addProject(stage: Stage, site: Site): Promise<Level> {
  const { tx, days } = stage;
  const { name, kind, description, street, houseNumber, imageId, added } = site;
  const id = uuidv7();
  const created = days.ago(added, 9);
  await attachFile(tx, imageId, FilePurpose.PROJECT_IMAGE, 'imageId');
  await tx.insert(Project, {
    id,
    name,
    sortName: folded(name),
    kind,
    state: ProjectState.ACTIVE,
    description,
    address: { street, houseNumber, box: null, postalCode: '9000', city: 'Gent', country: 'BE' },
    imageId,
    ...since(created),
  });
  await stage.record(created, 'project.created', 'emma', {
    object: { type: 'Project', id },
    projectId: id,
    changes: became('kind', null, kind),
  });
  for (const administrator of site.administrators) await assign(stage, id, administrator);
  return tx.insert(Level, {
    id,
    projectId: id,
    parentId: null,
    type: LevelType.PROJECT,
    name,
    path: id,
    position: 0,
  });
}

async function assign(stage: Stage, projectId: string, name: ColleagueName): Promise<void> {
  const { tx, days } = stage;
  const teamMemberId = stage.members[name]!;
  await tx.insert(ProjectAdministrator, { projectId, teamMemberId });
  await stage.record(days.ago(300, 11), 'administrator.assigned', 'emma', {
    object: { type: 'TeamMember', id: teamMemberId },
    projectId,
    changes: became('projectId', null, projectId),
  });
}

async function addLevels(stage: Stage, parent: Level, levels: DemoLevel[]): Promise<void> {
  for (const [position, { type, name, levels: inside = [], units = [] }] of levels.entries()) {
    const id = uuidv7();
    const { projectId } = parent;
    const path = `${parent.path}/${id}`;
    const level = await stage.tx.insert(Level, {
      id,
      projectId,
      parentId: parent.id,
      type,
      name,
      path,
      position,
    });
    await addLevels(stage, level, inside);
    for (const [place, unit] of units.entries()) await addUnit(stage, level, unit, place);
    if (units.length === 0) continue;
    await stage.record(stage.days.ago(598 - position, 10), 'units.added', 'emma', {
      object: { type: 'Project', id: projectId },
      projectId,
      changes: [{ field: 'units', before: null, after: units.map(({ number }) => number).join(', ') }],
    });
  }
}

async function addUnit(stage: Stage, parent: Level, unit: DemoUnit, position: number): Promise<void> {
  const { tx, pictures } = stage;
  const { price, plan, saleState, ...facts } = unit;
  const offered = saleState === SaleState.NOT_FOR_SALE ? saleState : SaleState.AVAILABLE;
  const id = await insertUnit(
    tx,
    parent,
    { ...facts, basePrice: price, saleState: offered, vatRegime },
    { position, currency },
  );
  stage.units[unit.number] = id;
  stage.projectOf[unit.number] = parent.projectId;
  const planId = plan ? pictures.plans[unit.number]! : null;
  if (planId) await attachFile(tx, planId, FilePurpose.UNIT_PLAN, 'planId');
  await tx.update(Unit, id, { planId, ...(saleState === SaleState.IN_OPTION && { saleState }) });
}

async function addSpaces(stage: Stage, projectId: string, spaces: typeof spacesOfMeander): Promise<void> {
  for (const [name, kind, price, of] of spaces) {
    await stage.tx.insert(Space, {
      projectId,
      unitId: of && stage.units[of]!,
      name,
      kind,
      priceMinor: minorFromDecimal(price, currency, 'price'),
      currency,
    });
  }
}
