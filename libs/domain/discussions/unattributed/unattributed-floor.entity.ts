import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Community } from '#domain/communities';

/** How many people must be able to write in a community before anyone may do so unattributed, where its coordinators chose. */
@Entity('unattributed_floor')
@Check('unattributed_floor_people', 'people between 5 and 500')
export class UnattributedFloorChoice {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unattributed_floor_pk' })
  communityId!: string;

  @OneToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'unattributed_floor_community_fk' })
  community?: Relation<Community>;

  @Column({ type: 'integer' })
  people!: number;
}
