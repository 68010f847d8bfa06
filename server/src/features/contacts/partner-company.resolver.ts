import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import { Contact } from './contact.entity';
import { peopleOfPartnerCompany } from './contact.loader';
import { PartnerCompaniesArgs, partnerCompanyLists } from './contact.types';
import { PartnerCompany } from './partner-company.entity';
import { listPartnerCompanies } from './partner-company.service';

@Resolver(() => PartnerCompany)
export class PartnerCompanyResolver {
  @Query(() => partnerCompanyLists.List, {
    nullable: true,
    description: 'The firms that partners work for, by name.',
  })
  partnerCompanies(
    @Args(() => PartnerCompaniesArgs) args: PartnerCompaniesArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PartnerCompany>> {
    return listPartnerCompanies(ctx, args);
  }

  @FieldResolver(() => [Contact], {
    description: 'Those of its people whom the viewer may see, by last name.',
  })
  people(@Root() { id }: PartnerCompany, @Ctx() ctx: RequestContext): Promise<Contact[]> {
    return ctx.load(peopleOfPartnerCompany, id);
  }
}
