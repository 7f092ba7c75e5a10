import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Community, Group, type Visibility } from '#domain/communities';
import { Need } from '#domain/needs';
import { Organisation, Person } from '#domain/people';
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from '#platform/graphql';
import type { Seat } from './seat.entity.js';
import { SessionState } from './session.states.js';

export const SessionKind = {
  PEER_LEARNING: 'PEER_LEARNING',
  WORKSHOP: 'WORKSHOP',
  TRAINING: 'TRAINING',
  STUDY_VISIT: 'STUDY_VISIT',
  WEBINAR: 'WEBINAR',
  CONFERENCE: 'CONFERENCE',
  ROUND_TABLE: 'ROUND_TABLE',
} as const;
export type SessionKind = keyof typeof SessionKind;

registerEnumType(SessionKind, {
  name: 'SessionKind',
  description: 'How people learn in a session.',
  valuesMap: {
    PEER_LEARNING: { description: 'Practitioners help each other with cases of their own.' },
    WORKSHOP: { description: 'Making something together.' },
    TRAINING: { description: 'Learning a skill from those who have it.' },
    STUDY_VISIT: { description: 'Going to see how others do it.' },
    WEBINAR: { description: 'A talk with questions, online.' },
    CONFERENCE: { description: 'A larger meeting with several parts.' },
    ROUND_TABLE: { description: 'A conversation among invited sides.' },
  },
});
registerEnumType(SessionState, {
  name: 'SessionState',
  description: 'Whether a session takes place.',
  valuesMap: {
    SCHEDULED: { description: 'It takes place, or took place.' },
    CANCELLED: { description: 'It was called off, with a reason.' },
  },
});

/** A meeting to learn from each other. Local start and zone are what was agreed; the instants follow from them. */
@Entity('session')
@Index('session_title_trigrams', { synchronize: false })
@Index('session_calendar', ['communityId', 'startsAt', 'id'])
@Index('session_calendar_group', { synchronize: false })
@Index('session_need', ['needId'])
@Index('session_host', ['hostId'])
@Index('session_scheduled_by', ['scheduledById'])
@Check('session_seats_kept', 'seats between 1 and 10000 and taken_seats between 0 and seats and waiting_count >= 0')
@Check('session_time', `ends_at > starts_at and local_start ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$'`)
@Check('session_state', `state = 'SCHEDULED' and cancel_reason is null or state = 'CANCELLED' and cancel_reason is not null`)
@ObjectType({ description: 'A meeting to learn from each other, answering a need.' })
export class Session {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'session_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'session_community_fk' })
  community?: Community;

  /** The group it belongs to for good; null where it belongs to the whole community. */
  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @ManyToOne(() => Group, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'session_group_fk' })
  group?: Group | null;

  @Column({ type: 'uuid' })
  needId!: string;

  @ManyToOne(() => Need)
  @JoinColumn({ name: 'need_id', foreignKeyConstraintName: 'session_need_fk' })
  need?: Need;

  @Column({ type: 'uuid', nullable: true })
  hostId!: string | null;

  @ManyToOne(() => Organisation, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'host_id', foreignKeyConstraintName: 'session_host_fk' })
  host?: Organisation | null;

  @Column({ type: 'uuid' })
  scheduledById!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'scheduled_by_id', foreignKeyConstraintName: 'session_scheduled_by_fk' })
  scheduledBy?: Person;

  @Field(() => String, { description: 'What it is about, in one line.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => SessionKind, { description: 'How people learn in it.' })
  @Column({ type: 'text' })
  kind!: SessionKind;

  @Field(() => String, { nullable: true, description: 'More about it, plain text.' })
  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Where one meets.' })
  @Column({ type: 'text', nullable: true })
  place!: string | null;

  /** Shown by a resolver that asks the policy. */
  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Field(() => LocalDateTimeScalar, {
    description: 'Wall clock in the session’s own zone: what was agreed. An hour that comes twice when clocks go back means the first.',
  })
  @Column({ type: 'text' })
  localStart!: string;

  @Field(() => TimeZoneScalar, { description: 'The zone of the wall clock.' })
  @Column({ type: 'text' })
  timeZone!: string;

  @Field(() => Int, { description: 'How long it takes, in minutes.' })
  @Column({ type: 'integer' })
  durationMinutes!: number;

  @Field(() => DateTimeScalar, { description: 'The instant it starts.' })
  @Column({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The instant it ends.' })
  @Column({ type: 'timestamptz' })
  endsAt!: Date;

  @Field(() => Int, { description: 'How many can take part.' })
  @Column({ type: 'integer' })
  seats!: number;

  @Field(() => Int, { description: 'How many seats are taken.' })
  @Column({ type: 'integer', default: 0 })
  takenSeats!: number;

  @Field(() => Int, { description: 'How many wait for a seat.' })
  @Column({ type: 'integer', default: 0 })
  waitingCount!: number;

  @Field(() => SessionState, { description: 'Whether it takes place.' })
  @Column({ type: 'text', default: 'SCHEDULED' })
  state!: SessionState;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  @Column({ type: 'text', nullable: true })
  cancelReason!: string | null;

  /** Rises with every change, so that calendars know which word is the last. */
  @Column({ type: 'integer', default: 0 })
  sequence!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;

  /** Read along with the session for the one who asks; not a column. */
  viewerSeat!: Seat | null;

  /** Read along with the session, for the policy; not a column. */
  visibility!: Visibility;
}
