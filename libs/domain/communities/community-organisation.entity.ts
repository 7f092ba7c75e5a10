import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organisation } from '#domain/people';
import { Community } from './community.entity.js';

/** A member organisation: while it has a seat here, or one of its people is a member for it. */
@Entity('community_organisation')
@Index('community_organisation_organisation', ['organisationId'])
export class CommunityOrganisation {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'community_organisation_pkey' })
  communityId!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'community_organisation_pkey' })
  organisationId!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  since!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_organisation_in_community' })
  community!: Community;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'community_organisation_of' })
  organisation!: Organisation;
}
