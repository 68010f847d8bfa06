import sharp from 'sharp';
import { FilePurpose } from '../../features/files/file.entity';
import { keptPicture } from '../../features/files/picture';
import { storeKept, storePicture } from '../../features/files/store-picture';
import type { RequestContext } from '../../platform/request-context';
import { doorway } from './drawings/doorway';
import { logo } from './drawings/logo';
import { plans, type PlanName } from './drawings/plan';
import { portraits, type PortraitName } from './drawings/portraits';
import { residence } from './drawings/residence';
import type { Drawing } from './drawings/shapes';
import { villa } from './drawings/villa';

export interface DemoPictures {
  logo: string;
  loginImage: string;
  residence: string;
  villa: string;
  portraits: Record<PortraitName, string>;
  /** A file of its own for every unit: whoever replaces a plan deletes it. */
  plans: Record<string, string>;
}

const draw = ({ svg, width }: Drawing, wide = width): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * wide) / width })
    .png({ compressionLevel: 1 })
    .toBuffer();

/** Draws the pictures and keeps them the way uploads are kept: where nothing comes to use them, they go after a day. */
export async function storePictures(
  ctx: RequestContext,
  planOf: Record<string, PlanName>,
): Promise<DemoPictures> {
  const store = async (purpose: FilePurpose, name: string, picture: Promise<Buffer>) =>
    (await storePicture(ctx, { purpose, name: `${name}.png`, bytes: await picture })).id;
  return {
    logo: await store(FilePurpose.COMPANY_LOGO, 'logo', draw(logo, 960)),
    loginImage: await store(FilePurpose.LOGIN_IMAGE, 'doorway', draw(doorway, 1600)),
    residence: await store(FilePurpose.PROJECT_IMAGE, 'de-meander', draw(residence, 1600)),
    villa: await store(FilePurpose.PROJECT_IMAGE, 'villa-linde', draw(villa, 1600)),
    portraits: await forEach(portraits, (portrait, name) =>
      store(FilePurpose.PROFILE_PICTURE, name, draw(portrait)),
    ),
    plans: await storePlans(ctx, planOf),
  };
}

async function storePlans(
  ctx: RequestContext,
  planOf: Record<string, PlanName>,
): Promise<Record<string, string>> {
  const drawn = await forEach(plans, async (plan) =>
    keptPicture(await draw(plan, 1280), FilePurpose.UNIT_PLAN),
  );
  return forEach(planOf, async (plan, number) => {
    const named = { purpose: FilePurpose.UNIT_PLAN, name: `plan-${number}.png` };
    return (await storeKept(ctx, drawn[plan], named)).id;
  });
}

/** One after the other: a big picture in the making takes much memory. */
async function forEach<Name extends string, From, To>(
  all: Record<Name, From>,
  make: (each: From, name: Name) => Promise<To>,
): Promise<Record<Name, To>> {
  const made: [string, To][] = [];
  for (const [name, each] of Object.entries<From>(all)) made.push([name, await make(each, name as Name)]);
  return Object.fromEntries(made) as Record<Name, To>;
}
