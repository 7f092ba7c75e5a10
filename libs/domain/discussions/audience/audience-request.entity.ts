import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ConfidentialityLevel } from '#domain/communities';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Thread } from '../thread.entity.js';

export const AudienceState = { ASKED: 'ASKED', GIVEN: 'GIVEN', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const;
export type AudienceState = keyof typeof AudienceState;

registerEnumType(AudienceState, {
  name: 'AudienceState',
  description: 'How a question to the authors of a thread stands, or the answer of one of them.',
  valuesMap: {
    ASKED: { description: 'Not all have answered.' },
    GIVEN: { description: 'Consent is given.' },
    REFUSED: { description: 'Consent is refused.' },
    WITHDRAWN: { description: 'What was given or asked was taken back.' },
  },
});

/** The question to all who wrote in a thread whether others may read it, for a purpose. Kept also when it is over: consent is a record. */
@Entity('audience_request')
@Check('audience_request_state', `state in ('ASKED', 'GIVEN', 'REFUSED', 'WITHDRAWN')`)
@Index('audience_request_open', ['threadId'], { unique: true, where: `state in ('ASKED', 'GIVEN')` })
@Index('audience_request_thread', ['threadId', 'askedAt'])
@Index('audience_request_asked_by', ['askedById'])
@ObjectType({ description: 'A question to all who wrote in a thread: may others read it, for this purpose?' })
export class AudienceRequest {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'audience_request_pk' })
  id!: string;

  @Field(() => ID, { description: 'The thread.' })
  @Column({ type: 'uuid' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'audience_request_thread_fk' })
  thread?: Relation<Thread>;

  @Column({ type: 'uuid' })
  askedById!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'asked_by_id', foreignKeyConstraintName: 'audience_request_asked_by_fk' })
  askedByPerson?: Relation<Person>;

  @Field(() => String, { description: 'What for, in words.' })
  @Column({ type: 'text' })
  purpose!: string;

  @Field(() => ConfidentialityLevel, { description: 'Who may read it without the consent.' })
  @Column({ type: 'text' })
  fromLevel!: ConfidentialityLevel;

  /** The group that it comes from, and goes back to. */
  @Column({ type: 'uuid', nullable: true })
  fromGroupId!: string | null;

  @Field(() => ConfidentialityLevel, { description: 'Who may read it with the consent.' })
  @Column({ type: 'text' })
  toLevel!: ConfidentialityLevel;

  @Field(() => AudienceState, { description: 'How it stands.' })
  @Column({ type: 'text' })
  state!: AudienceState;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  /** Only the day: the moment would tell which voice without a name answered last. */
  @Field(() => DateTimeScalar, { nullable: true, description: 'The day on which it was decided.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => Person, { description: 'Who asks.' })
  askedBy!: Person;

  @Field(() => Int, { description: 'How many voices are asked.' })
  askedCount!: number;

  @Field(() => Int, { description: 'How many of them have said yes.' })
  givenCount!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may take the question back.' })
  viewerMayCancel!: boolean;
}
