import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';

/** How two communities hang together. */
export enum TieKind {
  PART = 'PART',
  PARTNER = 'PARTNER',
}
registerEnumType(TieKind, {
  name: 'TieKind',
  description: 'How two communities hang together.',
  valuesMap: {
    PART: { description: 'The first is to be a part of the second.' },
    PARTNER: { description: 'They work together as equals.' },
  },
});

/**
 * A tie between two communities, or from one to a project outside. It holds once both sides have agreed; one side alone proposes.
 * A part that was agreed is kept as the community's parent and its tie is gone.
 */
@Entity('community_tie')
@Check('community_tie_kind', `kind in ('PART', 'PARTNER')`)
@Check(
  'community_tie_target',
  `(other_id is null) = (outside_name is not null) and (kind = 'PARTNER' or other_id is not null) and other_id <> community_id`,
)
@Index('community_tie_once', { synchronize: false })
@Index('community_tie_of', ['communityId'])
@Index('community_tie_with', ['otherId'])
@ObjectType({ description: 'A tie between two communities, or from one to a project outside.' })
export class CommunityTie {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'community_tie_pkey' })
  id!: string;

  @Field(() => TieKind, { description: 'What sort of tie.' })
  @Column({ type: 'text' })
  kind!: TieKind;

  /** Of a part: the smaller one. */
  @Column({ type: 'uuid' })
  communityId!: string;

  /** Of a part: the larger one. Null for a project outside. */
  @Column({ type: 'uuid', nullable: true })
  otherId!: string | null;

  /** The community whose coordinators proposed it. */
  @Column({ type: 'uuid' })
  proposedFromId!: string;

  @Column({ type: 'uuid' })
  proposedById!: string;

  @Field(() => String, { nullable: true, description: 'The name of a partner outside the platform.' })
  @Column({ type: 'text', nullable: true })
  outsideName!: string | null;

  @Field(() => String, { nullable: true, description: 'The web address of a partner outside the platform.' })
  @Column({ type: 'text', nullable: true })
  outsideUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'What the two do together.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when both sides agree; null while one of them is asked.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  agreedAt!: Date | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_tie_of_community' })
  community!: Community;
  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id', foreignKeyConstraintName: 'community_tie_with_other' })
  other!: Community | null;
  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposed_from_id', foreignKeyConstraintName: 'community_tie_proposed_from' })
  proposedFrom!: Community;
  @ManyToOne(() => Person)
  @JoinColumn({ name: 'proposed_by_id', foreignKeyConstraintName: 'community_tie_proposed_by' })
  proposedBy!: Person;
}
