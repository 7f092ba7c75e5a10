import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Post } from './post.entity.js';

/** That a post speaks to a member by name. Only members of the community are kept, so a mention reaches no one who may not read it. */
@Entity('post_mention')
@Index('post_mention_person', ['personId'])
export class PostMention {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_mention_pk' })
  postId!: string;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_mention_post_fk' })
  post?: Relation<Post>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_mention_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'post_mention_person_fk' })
  person?: Relation<Person>;
}
