import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Community } from '../community.entity.js';

export const GuestSubject = { THREAD: 'THREAD', SESSION: 'SESSION' } as const;
export type GuestSubject = keyof typeof GuestSubject;

export const GuestState = { INVITED: 'INVITED', READING: 'READING', ENDED: 'ENDED' } as const;
export type GuestState = keyof typeof GuestState;

registerEnumType(GuestSubject, {
  name: 'GuestSubject',
  description: 'What a guest observer may see.',
  valuesMap: { THREAD: { description: 'One discussion.' }, SESSION: { description: 'One session.' } },
});
registerEnumType(GuestState, {
  name: 'GuestState',
  description: 'How a guest observer stands.',
  valuesMap: {
    INVITED: { description: 'Asked, and has not answered.' },
    READING: { description: 'Reads along.' },
    ENDED: { description: 'Reads no more.' },
  },
});

/** Somebody from outside who sees one thread or one session for a time, and nothing else of the community. Writes nothing and is in nobody's count. */
@Entity('guest')
@Check('guest_subject', `subject in ('THREAD', 'SESSION')`)
@Check('guest_whom', 'person_id is not null or email is not null')
@Index('guest_subject_newest', ['subjectId', 'invitedAt'])
@Index('guest_of_person', ['personId', 'subjectId'], { unique: true, where: 'ended_at is null and person_id is not null' })
@Index('guest_of_address', ['email', 'subjectId'], { unique: true, where: 'ended_at is null and email is not null' })
@Index('guest_community', ['communityId'])
@ObjectType('GuestObserver', { description: 'A guest observer of one discussion or session, as those who belong there see them.' })
export class Guest {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'guest_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'guest_in_community' })
  community?: Relation<Community>;

  @Field(() => GuestSubject, { description: 'What they see.' })
  @Column({ type: 'text' })
  subject!: GuestSubject;

  @Field(() => ID, { description: 'Id of the discussion or session.' })
  @Column({ type: 'uuid' })
  subjectId!: string;

  /** Null until whoever has the address says yes. */
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'guest_person' })
  guestPerson?: Relation<Person> | null;

  /** Where the invitation went; shown to nobody. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Field(() => String, { description: 'Their name: as they bear it once they read, as the inviter wrote it before.' })
  @Column({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The organisation they come from, as the inviter wrote it.' })
  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'uuid' })
  invitedById!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'invited_by_id', foreignKeyConstraintName: 'guest_invited_by' })
  inviter?: Relation<Person>;

  @Field(() => DateTimeScalar, { description: 'When they were invited.' })
  @Column({ type: 'timestamptz', precision: 3 })
  invitedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when they see it.' })
  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;

  @Field(() => Int, { description: 'They see what is written after this post; 0 in a session.' })
  @Column({ type: 'integer' })
  afterPosition!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when they read along.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => GuestState, { description: 'How it stands.' })
  state!: GuestState;

  @Field(() => Person, { nullable: true, description: 'Who it is, once they read along.' })
  person!: Person | null;

  @Field(() => Person, { description: 'Who let them in.' })
  invitedBy!: Person;

  @Field(() => Boolean, { description: 'Whether the viewer may end it.' })
  viewerMayEnd!: boolean;
}

@ObjectType({ description: 'Where one is invited as a guest observer, or reads along: for oneself alone.' })
export class GuestPlace {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => GuestSubject, { description: 'What one may see.' })
  subject!: GuestSubject;
  @Field(() => ID, { description: 'Id of the discussion or session.' })
  subjectId!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'The community it belongs to.' })
  communityName!: string;
  @Field(() => String, { description: 'The organisation one is shown with.' })
  organisation!: string;
  @Field(() => GuestState, { description: 'How it stands.' })
  state!: GuestState;
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: Date;
  @Field(() => Person, { description: 'Who invites.' })
  invitedBy!: Person;
}
