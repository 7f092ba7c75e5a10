import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Community } from '#domain/communities';

/** Which share a community wishes of something in a mix, in hundredths. */
@Entity('wished_share')
@Check('wished_share_percent', `percent between 1 and 100`)
export class WishedShare {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'wished_share_pkey' })
  communityId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'wished_share_pkey' })
  mix!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'wished_share_pkey' })
  key!: string;

  @Column({ type: 'int' })
  percent!: number;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'wished_share_of_community' })
  community!: Community;
}

/** Whether members see the health of their community, too. */
@Entity('health_sharing')
export class HealthSharing {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'health_sharing_pkey' })
  communityId!: string;

  @Column({ type: 'boolean', default: false })
  isForMembers!: boolean;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'health_sharing_of_community' })
  community!: Community;
}
