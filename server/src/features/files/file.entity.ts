import { registerEnumType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, TenantEntity, moment } from '../../platform/database/tenant-entity';

export enum FilePurpose {
  COMPANY_LOGO = 'COMPANY_LOGO',
  LOGIN_IMAGE = 'LOGIN_IMAGE',
  PROJECT_IMAGE = 'PROJECT_IMAGE',
  PROFILE_PICTURE = 'PROFILE_PICTURE',
  UNIT_PLAN = 'UNIT_PLAN',
}

registerEnumType(FilePurpose, {
  name: 'FilePurpose',
  description: 'What an uploaded file is for; decides who may upload it, its limits and who may see it.',
  valuesConfig: {
    COMPANY_LOGO: { description: 'The company’s logo: on the sign-in page, in the menu and in mails.' },
    LOGIN_IMAGE: { description: 'The picture behind the sign-in page.' },
    PROJECT_IMAGE: { description: 'The picture of a project.' },
    PROFILE_PICTURE: { description: 'The face of a person.' },
    UNIT_PLAN: { description: 'The plan of a unit.' },
  },
});

/**
 * A stored picture. Between its upload and the command that takes it, it is its uploader's alone; from then on it is
 * seen by whoever sees the object that points at it. The bytes lie in the storage, one WebP for each width.
 */
@Entity('files')
@Index(['companyId', 'uploadedById'])
export class File extends TenantEntity {
  @Column('text')
  purpose!: FilePurpose;

  /** As its uploader called it, for downloads. */
  @Column('text')
  name!: string;

  @Column('text')
  mime!: string;

  /** Of all widths together. */
  @Column('int')
  bytes!: number;

  @Column('text')
  sha256!: string;

  /** Where the largest width lies. */
  @Column('text')
  storageKey!: string;

  @Column('int')
  width!: number;

  @Column('int')
  height!: number;

  /** The widths that are stored, the smallest first. */
  @Column('int', { array: true })
  widths!: number[];

  /** Who may use it; nobody's any more once a command has taken it. */
  @BelongsTo('Identity', 'CASCADE')
  @Column('uuid', { nullable: true })
  uploadedById!: string | null;

  /** When a command took it; null again when it was replaced, and then it is deleted. */
  @Column({ ...moment, nullable: true })
  attachedAt!: string | null;
}
