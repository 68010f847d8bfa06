import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { Company, Theme } from './company.entity';
import { ownCompany } from './company.loader';

@Resolver(() => Company)
export class CompanyResolver {
  @Query(() => Company, {
    nullable: true,
    description: 'The company at this address; also for strangers, who see it on the sign-in page.',
  })
  company(@Ctx() ctx: RequestContext): Promise<Company> {
    return ownCompany(ctx);
  }

  @FieldResolver(() => Theme, { description: 'Its colours and typeface.' })
  theme(@Root() { primary, accent, font }: Company): Theme {
    return { primary, accent, font };
  }

  @FieldResolver(() => Image, { nullable: true, description: 'Its logo; without one its name is shown.' })
  logo(@Root() { logoId, name }: Company, @Ctx() ctx: RequestContext): Promise<Image | null> {
    return imageOf(ctx, logoId, name);
  }

  @FieldResolver(() => Image, {
    nullable: true,
    description: 'The picture behind the sign-in page; it only decorates.',
  })
  loginImage(@Root() { loginImageId }: Company, @Ctx() ctx: RequestContext): Promise<Image | null> {
    return imageOf(ctx, loginImageId, '');
  }
}
