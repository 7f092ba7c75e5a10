import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { RichTextDocument } from '#content';
import { Person } from '#domain/people';
import { DateTimeScalar, RichTextScalar } from '#platform/graphql';
import { Thread } from '../thread.entity.js';

/** The four parts of a summary, in the order in which they are read. */
export const SUMMARY_PARTS = ['agree', 'differ', 'open', 'decided'] as const;

/** One version of what those who lead a conversation keep on top of it. The latest is the summary; none is ever changed. */
@Entity('thread_summary')
@Index('thread_summary_kept_by', ['keptById'])
@ObjectType({ description: 'Where a conversation stands: one version of the summary that is kept on top of it.' })
export class ThreadSummary {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_summary_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'thread_summary_thread_fk' })
  thread?: Relation<Thread>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'thread_summary_pk' })
  @Field(() => Int, { description: 'Its number; 1 is the first.' })
  version!: number;

  @Column({ type: 'jsonb', nullable: true })
  @Field(() => RichTextScalar, { nullable: true, description: 'Where we agree.' })
  agree!: RichTextDocument | null;

  @Column({ type: 'jsonb', nullable: true })
  @Field(() => RichTextScalar, { nullable: true, description: 'Where we differ.' })
  differ!: RichTextDocument | null;

  @Column({ type: 'jsonb', nullable: true })
  @Field(() => RichTextScalar, { nullable: true, description: 'What is still open.' })
  open!: RichTextDocument | null;

  @Column({ type: 'jsonb', nullable: true })
  @Field(() => RichTextScalar, { nullable: true, description: 'What is decided.' })
  decided!: RichTextDocument | null;

  /** Positions of the posts that it links to. */
  @Column({ type: 'integer', array: true })
  @Field(() => [Int], { description: 'Positions of the posts that it rests on.' })
  sources!: number[];

  /** Null in a thread where nobody is named. */
  @Column({ type: 'uuid', nullable: true })
  keptById!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'kept_by_id', foreignKeyConstraintName: 'thread_summary_kept_by_fk' })
  @Field(() => Person, { nullable: true, description: 'Who kept it; null in a thread where nobody is named.' })
  keptBy?: Relation<Person> | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When; in a thread where nobody is named only the day.' })
  keptAt!: Date;
}
