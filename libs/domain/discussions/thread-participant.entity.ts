import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Thread } from './thread.entity.js';

/** That a person has written in a thread, how often and when last. */
@Entity('thread_participant')
export class ThreadParticipant {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_participant_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'thread_participant_thread_fk' })
  thread?: Relation<Thread>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_participant_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'thread_participant_person_fk' })
  person?: Relation<Person>;

  @Column({ type: 'integer' })
  postCount!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  lastPostAt!: Date;
}
