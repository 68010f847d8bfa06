import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, Unique } from 'typeorm';
import { VersionedEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';

/** A firm that works with the builder; its people share what is given to the firm. */
@Entity('partner_companies')
@Unique('one_partner_company_of_a_name', ['companyId', 'nameKey'])
@Index(['companyId', 'sortName', 'id'])
@ObjectType({
  implements: Node,
  description: 'A firm that works with the builder, such as an installer or a kitchen maker.',
})
export class PartnerCompany extends VersionedEntity {
  @Field(() => String, { description: 'Its name, unique in whatever case it is written.' })
  @Column('text')
  name!: string;

  /** The name in lower case: what must be unique. */
  @Column('text')
  nameKey!: string;

  /** The name in lower case without accents: what is searched and sorted by. */
  @Column({ type: 'text', collation: 'C' })
  sortName!: string;

  @Field(() => String, { nullable: true, description: 'VAT number, as typed.' })
  @Column('text', { nullable: true })
  vat!: string | null;
}
