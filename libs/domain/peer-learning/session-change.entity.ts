import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '#domain/people';
import { DateTimeScalar } from '#platform/graphql';
import { Session } from './session.entity.js';

/** One field of a session that changed. Instants are ISO 8601 in UTC; the link is never written here, only that it changed. */
@Entity('session_change')
@Index('session_change_newest', ['sessionId', 'changedAt', 'id'])
@Index('session_change_changed_by', ['changedById'])
@ObjectType({ description: 'What changed, from what to what.' })
export class SessionChange {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'session_change_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  sessionId!: string;

  @ManyToOne(() => Session, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'session_change_session_fk' })
  session?: Session;

  @Field(() => String, {
    description:
      'title, description, startsAt, timeZone, durationMinutes, place, link, seats, host or state. startsAt is an ISO instant; of a link only the fact is told.',
  })
  @Column({ type: 'text' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was.' })
  @Column({ type: 'text', nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is now.' })
  @Column({ type: 'text', nullable: true })
  after!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Column({ type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'uuid' })
  changedById!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'changed_by_id', foreignKeyConstraintName: 'session_change_changed_by_fk' })
  changedBy?: Person;
}
