import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { Connection, DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import type { SeatHolding } from './seat-holding.entity.js';

/** A seat of an organisation in a community. It belongs to the organisation; people come and go, the seat and its history stay. */
@Entity('community_seat')
@Check('community_seat_over', 'ended_at is null or holder_id is null and offered_to_id is null')
@Index('community_seat_listed', ['communityId', 'organisationId'])
@Index('community_seat_organisation', ['organisationId'])
@Index('community_seat_once', ['holderId', 'communityId', 'organisationId'], { unique: true })
@Index('community_seat_offered', ['offeredToId'], { where: 'offered_to_id is not null' })
@ObjectType({ description: 'A seat of an organisation in a community: people come and go, the seat stays.' })
export class CommunitySeat {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'community_seat_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid' })
  organisationId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'community_seat_community' })
  inCommunity?: Relation<Community>;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'community_seat_organisation_fk' })
  ofOrganisation?: Relation<Organisation>;

  @Field(() => String, { nullable: true, description: 'What it is for: a role, a theme, a country.' })
  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Field(() => Boolean, { description: 'Whether who holds it answers for the organisation here: endorses positions in its name.' })
  @Column({ type: 'boolean', default: false })
  hasMandate!: boolean;

  @Column({ type: 'uuid', nullable: true })
  holderId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'holder_id', foreignKeyConstraintName: 'community_seat_holder_fk' })
  heldBy?: Relation<Person> | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  heldSince!: Date | null;

  /** Kept for this person until they take it. */
  @Column({ type: 'uuid', nullable: true })
  offeredToId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'offered_to_id', foreignKeyConstraintName: 'community_seat_offered_to_fk' })
  offered?: Relation<Person> | null;

  @Column({ type: 'uuid', nullable: true })
  grantedById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'granted_by_id', foreignKeyConstraintName: 'community_seat_granted_by_fk' })
  granted?: Relation<Person> | null;

  @Field(() => DateTimeScalar, { description: 'Since when the organisation has it.' })
  @Column({ type: 'timestamptz', precision: 3 })
  grantedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken or given back; null while the organisation has it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  // What a read brought along; undefined where it did not.
  holder?: Person | null;
  holdings?: SeatHolding[];
}

/** A page of seats. */
export const CommunitySeatConnection = Connection('CommunitySeat', () => CommunitySeat);
