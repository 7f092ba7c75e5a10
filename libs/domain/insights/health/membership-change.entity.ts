import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Community } from '#domain/communities';

/** That somebody came or went, and when; not who. */
@Entity('membership_change')
@Check('membership_change_by', `by in (1, -1)`)
@Index('membership_change_month', ['communityId', 'at'])
export class MembershipChange {
  /** The event it was heard in, so that it counts once. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'membership_change_pkey' })
  eventId!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'smallint' })
  by!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'membership_change_of_community' })
  community!: Community;
}
