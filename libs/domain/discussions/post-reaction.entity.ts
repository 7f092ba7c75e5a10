import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from '#domain/people';
import { Post } from './post.entity.js';
import { ReactionKind } from './reaction.js';

/** That one person reacted to one post in one way. The counts are kept on the post. */
@Entity('post_reaction')
@Check('post_reaction_kind', `kind in ('THANKS', 'AGREE', 'INSIGHT', 'SAME_HERE', 'SUPPORT')`)
export class PostReaction {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_reaction_pk' })
  postId!: string;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_reaction_post_fk' })
  post?: Relation<Post>;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_reaction_pk' })
  personId!: string;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'post_reaction_person_fk' })
  person?: Relation<Person>;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'post_reaction_pk' })
  kind!: ReactionKind;

  @Column({ type: 'timestamptz', precision: 3 })
  reactedAt!: Date;
}
