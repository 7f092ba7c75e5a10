import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';

/** An organisation is invited to hold seats, or asks for them; open until the other side answers. */
@Entity('seat_proposal')
@Check('seat_proposal_seats', 'seats between 1 and 20')
@Index('seat_proposal_open', ['communityId', 'organisationId'], { unique: true, where: 'answered_at is null' })
@Index('seat_proposal_organisation_listed', ['organisationId'])
@ObjectType({ description: 'An organisation is invited to hold seats in a community, or asks for them.' })
export class SeatProposal {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'seat_proposal_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'seat_proposal_community' })
  inCommunity?: Relation<Community>;

  @Column({ type: 'uuid' })
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'seat_proposal_organisation' })
  ofOrganisation?: Relation<Organisation>;

  @Field(() => Boolean, { description: 'Whether the community invites; else the organisation asks.' })
  @Column({ type: 'boolean' })
  isInvitation!: boolean;

  @Field(() => Int, { description: 'How many seats.' })
  @Column({ type: 'int' })
  seats!: number;

  @Field(() => String, { nullable: true, description: 'What they are for.' })
  @Column({ type: 'text', nullable: true })
  purpose!: string | null;

  @Field(() => Boolean, { description: 'Whether they come with a mandate to endorse positions.' })
  @Column({ type: 'boolean' })
  hasMandate!: boolean;

  @Field(() => String, { nullable: true, description: 'What was written to the other side.' })
  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Column({ type: 'uuid' })
  madeById!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'made_by_id', foreignKeyConstraintName: 'seat_proposal_made_by' })
  maker?: Relation<Person>;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  @Column({ type: 'timestamptz', precision: 3 })
  madeAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  answeredById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'seat_proposal_answered_by' })
  answerer?: Relation<Person> | null;

  @Column({ type: 'boolean', nullable: true })
  isAccepted!: boolean | null;
}
