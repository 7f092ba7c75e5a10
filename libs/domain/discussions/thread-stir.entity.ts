import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Thread } from './thread.entity.js';

/** Up to which post the community has heard of a thread. What makes telling it safe to repeat, and many posts one message. */
@Entity('thread_stir')
export class ThreadStir {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'thread_stir_pk' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'thread_stir_thread_fk' })
  thread?: Relation<Thread>;

  @Column({ type: 'integer' })
  toldPosition!: number;
}
