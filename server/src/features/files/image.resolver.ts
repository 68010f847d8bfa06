import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Image, imagePath } from './image.types';

@Resolver(() => Image)
export class ImageResolver {
  @FieldResolver(() => String, { description: 'Where it is served, a path below the portal’s own address.' })
  url(
    @Root() image: Image,
    @Arg('width', () => Int, {
      nullable: true,
      description: 'The width in pixels that it will fill; without it, the largest size.',
    })
    width: number | null,
  ): string {
    return imagePath(image, width ?? null);
  }
}
