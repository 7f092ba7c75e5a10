import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Thread } from './thread.entity.js';

/** How far a person has read a thread, and whether they follow it. */
@Entity('thread_reading')
@Index('thread_reading_follower', ['threadId'], { where: 'is_followed' })
export class ThreadReading {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_reading_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'thread_reading_person_fk' })
  person?: Relation<Person>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_reading_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'thread_reading_thread_fk' })
  thread?: Relation<Thread>;

  /** Null: followed or left alone, but never read. It only grows. */
  @Column({ type: 'integer', nullable: true })
  lastReadPosition!: number | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastReadAt!: Date | null;

  /** The version of the thread's summary that they saw last. */
  @Column({ type: 'integer', nullable: true })
  seenSummary!: number | null;

  /** Null: never decided; writing in the thread then decides for following. */
  @Column({ type: 'boolean', nullable: true })
  isFollowed!: boolean | null;
}
