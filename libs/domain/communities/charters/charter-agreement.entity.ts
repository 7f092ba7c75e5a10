import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '#domain/people';
import { Community } from '../community.entity.js';

/** The version of the charter that a person has agreed to last. Numbers are shown, never who has not. */
@Entity('charter_agreement')
export class CharterAgreement {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'charter_agreement_pkey' })
  communityId!: string;
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'charter_agreement_pkey' })
  personId!: string;
  @Column({ type: 'int' })
  version!: number;
  @Column({ type: 'timestamptz', precision: 3 })
  agreedAt!: Date;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'charter_agreement_in' })
  community!: Community;
  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'charter_agreement_of' })
  person!: Person;
}
