import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Community } from './community.entity.js';

/** How many posts a community had in a week. */
@Entity('community_week')
export class CommunityWeek {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'community_week_pkey' })
  communityId!: string;

  /** The Monday it begins with, in UTC. */
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'community_week_pkey' })
  week!: string;

  @Column({ type: 'int', default: 0 })
  posts!: number;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_week_of' })
  community!: Community;
}
