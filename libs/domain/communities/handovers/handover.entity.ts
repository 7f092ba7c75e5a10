import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Conflict } from '#platform/errors';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';
import { MembershipRole } from '../community.enums.js';
import { CommunitySeat } from '../seats/community-seat.entity.js';
import { HandoverState } from './handover.enums.js';

/** A seat or a role passes from one to the next. It outlives the membership of the one who leaves. */
@Entity('handover')
@Check('handover_state', `state in ('BEGUN', 'OFFERED', 'ACCEPTED', 'CLOSED')`)
@Check('handover_role', `role in ('FACILITATOR', 'COORDINATOR')`)
@Check('handover_of', '(seat_id is null) <> (role is null)')
@Index('handover_open_seat', ['seatId'], { unique: true, where: `state in ('BEGUN', 'OFFERED')` })
@Index('handover_open_role', ['communityId', 'fromId'], { unique: true, where: `role is not null and state in ('BEGUN', 'OFFERED')` })
@Index('handover_community_listed', ['communityId', 'begunAt'])
@Index('handover_from_listed', ['fromId'])
@Index('handover_to_listed', ['toId'])
@Index('handover_email', ['toEmail'], { where: 'to_email is not null' })
@ObjectType({ description: 'A seat or a role passes from one to the next.' })
export class Handover {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'handover_pkey' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'handover_community' })
  inCommunity?: Relation<Community>;

  @Column({ type: 'uuid', nullable: true })
  seatId!: string | null;

  @ManyToOne(() => CommunitySeat, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'seat_id', foreignKeyConstraintName: 'handover_seat' })
  ofSeat?: Relation<CommunitySeat> | null;

  @Field(() => MembershipRole, { nullable: true, description: 'The role that passes on; null where it is a seat.' })
  @Column({ type: 'text', nullable: true })
  role!: MembershipRole | null;

  @Field(() => HandoverState, { description: 'Where it stands.' })
  @Column({ type: 'text' })
  state!: HandoverState;

  @Column({ type: 'uuid', nullable: true })
  fromId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'from_id', foreignKeyConstraintName: 'handover_from' })
  predecessor?: Relation<Person> | null;

  @Column({ type: 'uuid', nullable: true })
  toId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'to_id', foreignKeyConstraintName: 'handover_to' })
  successor?: Relation<Person> | null;

  /** Where it was offered by mail; whoever signs in with this address may take over. */
  @Column({ type: 'text', nullable: true })
  toEmail!: string | null;

  @Column({ type: 'uuid', nullable: true })
  offeredById!: string | null;

  @ManyToOne(() => Person, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'offered_by_id', foreignKeyConstraintName: 'handover_offered_by' })
  offerer?: Relation<Person> | null;

  @Field(() => String, { description: 'What the successor should know.' })
  @Column({ type: 'text', default: '' })
  notes!: string;

  @Field(() => Boolean, { description: 'Whether the one who hands over leaves the community with it.' })
  @Column({ type: 'boolean', default: false })
  leaves!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  @Column({ type: 'timestamptz', precision: 3 })
  begunAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the successor took over.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When all was passed on.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  offer(to: { id: string | null; email: string | null }, byId: string): void {
    this.mustBe(HandoverState.BEGUN, HandoverState.OFFERED);
    Object.assign(this, { state: HandoverState.OFFERED, toId: to.id, toEmail: to.email, offeredById: byId });
  }

  accept(personId: string, now: Date): void {
    this.mustBe(HandoverState.BEGUN, HandoverState.OFFERED);
    Object.assign(this, { state: HandoverState.ACCEPTED, toId: personId, toEmail: null, acceptedAt: now });
  }

  close(now: Date): void {
    this.mustBe(HandoverState.ACCEPTED);
    Object.assign(this, { state: HandoverState.CLOSED, closedAt: now });
  }

  private mustBe(...states: HandoverState[]): void {
    if (!states.includes(this.state)) throw new HandoverIsElsewhere();
  }
}

/** Somebody was quicker. */
export class HandoverIsElsewhere extends Conflict {
  constructor() {
    super('This handover has moved on. Load it again to see where it stands.', 'HANDOVER_IS_ELSEWHERE');
  }
}
