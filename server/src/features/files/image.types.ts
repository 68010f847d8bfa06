import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import type { File } from './file.entity';
import { imageById } from './file.loader';

@ObjectType({ description: 'A picture. Each of its addresses is served through the permission check.' })
export class Image {
  @Field(() => ID, { description: 'The file behind it, a UUID.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Width in pixels of the largest size that is kept.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Height in pixels of the largest size that is kept.' })
  height!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it shows, in words, for those who do not see it.',
  })
  alt!: string | null;

  widths!: number[];
}

export const imageFrom = ({ id, width, height, widths }: File, alt: string | null): Image => ({
  id,
  width,
  height,
  widths,
  alt,
});

/** The picture that an object points at, with words for it; null where there is none or the viewer may not see it. */
export async function imageOf(
  ctx: RequestContext,
  fileId: string | null,
  alt: string | null,
): Promise<Image | null> {
  const file = fileId ? await ctx.load(imageById, fileId) : null;
  return file && imageFrom(file, alt);
}

/** The smallest kept size that fills a width, else the largest. The address is below the portal's own. */
export function imagePath({ id, widths }: Pick<Image, 'id' | 'widths'>, width: number | null): string {
  const fitting = width === null ? undefined : widths.find((kept) => kept >= width);
  return fitting ? `/files/${id}/${fitting}` : `/files/${id}`;
}
