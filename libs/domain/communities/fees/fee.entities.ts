import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { Connection, DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { Membership } from '../membership.entity.js';
import { FeeBlocks, FeeState } from './fee.enums.js';

/** What a community does about unpaid fees; without a row, nothing. */
@Entity('fee_rule')
@Check('fee_rule_blocks', `blocks in ('NOTHING', 'NEW_POSTS')`)
@Check('fee_rule_grace', 'grace_days between 14 and 365')
@ObjectType({ description: 'What a community does about unpaid fees.' })
export class FeeRule {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'fee_rule_pkey' })
  communityId!: string;

  @Field(() => FeeBlocks, { description: 'What an unpaid fee keeps one from.' })
  @Column({ type: 'text' })
  blocks!: FeeBlocks;

  @Field(() => Int, { description: 'How many days one has before that, 14 to 365.' })
  @Column({ type: 'int' })
  graceDays!: number;

  /** The grace period also runs from here: a new rule stops nobody at once. */
  @Column({ type: 'date' })
  since!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'fee_rule_of_community' })
  community!: Community;
}

/** The note of a fee for a period: of a member, or of an organisation that takes part. It goes with the membership, or with the organisation's part. */
@Entity('fee')
@Check('fee_payer', '(membership_id is null) <> (organisation_id is null)')
@Check('fee_state', `state in ('NOT_ASKED', 'UNPAID', 'PAID', 'WAIVED')`)
@Check('fee_unpaid_since', `(state = 'UNPAID') = (unpaid_since is not null)`)
@Unique('fee_of_member', ['membershipId', 'period'])
@Unique('fee_of_organisation', ['communityId', 'organisationId', 'period'])
@Index('fee_period', ['communityId', 'period'])
@ObjectType({ description: 'A note of a fee for a period.' })
export class Fee {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'fee_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @Column({ type: 'uuid', nullable: true })
  membershipId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Field(() => String, { description: 'For which time: a year, a quarter, a project.' })
  @Column({ type: 'text' })
  period!: string;

  @Field(() => FeeState, { description: 'How it stands.' })
  @Column({ type: 'text' })
  state!: FeeState;

  @Field(() => String, { nullable: true, description: 'How much, like 120.00.' })
  @Column({ type: 'numeric', precision: 12, scale: 2, nullable: true })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: 'In which currency, like EUR.' })
  @Column({ type: 'text', nullable: true })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'The day by which it is asked for, like 2026-12-31.' })
  @Column({ type: 'date', nullable: true })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say; those concerned read it, too.' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'date', nullable: true })
  unpaidSince!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was noted.' })
  @Column({ type: 'timestamptz', precision: 3 })
  notedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  notedById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'From which day on it keeps from new posts, like 2026-12-31; null where it keeps from nothing.',
  })
  stopsOn?: string | null;

  @Field(() => Boolean, { description: 'Whether it keeps from new posts now.' })
  isStopping?: boolean;

  @Field(() => String, { nullable: true, description: 'The organisation that owes it, where it is one.' })
  organisationName?: string | null;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'fee_in_community' })
  community!: Community;

  @ManyToOne(() => Membership, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'membership_id', foreignKeyConstraintName: 'fee_of_membership' })
  membership!: Membership | null;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'fee_owed_by_organisation' })
  organisation!: Organisation | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'noted_by_id', foreignKeyConstraintName: 'fee_noted_by' })
  notedBy!: Person | null;
}

@ObjectType({ description: 'Somebody who may owe a fee, and what is noted for a period.' })
export class FeeLine {
  @Field(() => ID, { description: 'Its id: of whom, and for which time.' })
  id!: string;

  @Field(() => ID, { description: 'The id of the membership or of the organisation.' })
  payerId!: string;

  @Field(() => String, { description: 'The name of the person or of the organisation.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'For which organisation the person is here.' })
  organisationName!: string | null;

  @Field(() => Fee, { nullable: true, description: 'What is noted; null where nothing is.' })
  fee!: Fee | null;

  sortName!: string;
}

/** A page of those who may owe a fee. */
export const FeeLineConnection = Connection('FeeLine', () => FeeLine);
