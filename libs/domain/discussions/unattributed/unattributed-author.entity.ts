import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Post } from '../post.entity.js';

/**
 * Who wrote an unattributed post. No other row of any table says so, and nothing but `UnattributedAuthors` reads this one.
 * It has no time of its own: the day stands on the post.
 */
@Entity('unattributed_author')
@Index('unattributed_author_voice', ['threadId', 'personId'])
export class UnattributedAuthor {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unattributed_author_pk' })
  postId!: string;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'unattributed_author_post_fk' })
  post?: Relation<Post>;

  @Column({ type: 'uuid' })
  threadId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'unattributed_author_person_fk' })
  person?: Relation<Person>;

  /** The number this person goes by in this thread. */
  @Column({ type: 'integer' })
  voice!: number;

  @Column({ type: 'boolean' })
  isOpening!: boolean;

  /** Whether others have heard of it: what makes telling them safe to repeat. */
  @Column({ type: 'boolean', default: false })
  isTold!: boolean;
}
