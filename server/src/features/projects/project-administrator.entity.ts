import { Column, Entity, Index, Unique } from 'typeorm';
import { BelongsTo, TenantEntity } from '../../platform/database/tenant-entity';

/** That a team member is put on a project. To owners it says whom buyers can reach, to administrators what they see. */
@Entity('project_administrators')
@Unique('administrator_once_per_project', ['companyId', 'projectId', 'teamMemberId'])
@Index(['companyId', 'teamMemberId', 'projectId'])
export class ProjectAdministrator extends TenantEntity {
  @BelongsTo('Project', 'CASCADE')
  @Column('uuid')
  projectId!: string;

  @BelongsTo('TeamMember', 'CASCADE')
  @Column('uuid')
  teamMemberId!: string;
}
