import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { RichTextDocument } from '#content';
import { DateTimeScalar, RichTextScalar } from '#platform/graphql';
import { Post } from './post.entity.js';

/** What a post said before it was rewritten: nothing is changed unseen. */
@Entity('post_revision')
@Index('post_revision_post', ['postId', 'writtenAt'])
@ObjectType({ description: 'What a post said before it was rewritten.' })
export class PostRevision {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'post_revision_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  postId!: string;

  @ManyToOne(() => Post, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'post_revision_post_fk' })
  post?: Relation<Post>;

  @Column({ type: 'jsonb' })
  @Field(() => RichTextScalar, { description: 'Its text.' })
  body!: RichTextDocument;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'Its text as HTML that is safe to show.' })
  html!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When this text was written.' })
  writtenAt!: Date;
}
