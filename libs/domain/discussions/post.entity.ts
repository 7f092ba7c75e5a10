import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import type { RichTextDocument } from '#content';
import { Person } from '#domain/people';
import { Connection, DateTimeScalar, RichTextScalar } from '#platform/graphql';
import { ClinicPhase } from './kinds/thread-kind.js';
import { Reaction, type ReactionCounts } from './reaction.js';
import { Thread } from './thread.entity.js';

/** What a viewer may do to a post; from the policy. */
export enum PostAction {
  READ = 'READ',
  EDIT = 'EDIT',
  REMOVE = 'REMOVE',
  RESTORE = 'RESTORE',
  REACT = 'REACT',
}
registerEnumType(PostAction, {
  name: 'PostAction',
  description: 'What one may do to a post.',
  valuesMap: {
    READ: { description: 'Read it.' },
    EDIT: { description: 'Rewrite it; the earlier text stays in its history.' },
    REMOVE: { description: 'Take it away; its place stays.' },
    RESTORE: { description: 'Bring it back.' },
    REACT: { description: 'Say thanks, agree, and so on.' },
  },
});

@ObjectType({ description: 'The post that a reply answers, in short.' })
export class PostReference {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => Int, { description: 'Its place in the thread.' })
  position!: number;
  @Field(() => Person, { nullable: true, description: 'Who wrote it; null when it is unattributed.' })
  author!: Person | null;
  @Field(() => Int, { nullable: true, description: 'The number of its unattributed voice in the thread; null when its author is named.' })
  voice!: number | null;
  @Field(() => String, { description: 'How it begins; empty when it was removed.' })
  excerpt!: string;
}

/** One contribution to a thread. Its renderings are made once, when it is written. */
@Entity('post')
@Unique('post_place', ['threadId', 'position'])
@Index('post_reply_to', ['replyToId'], { where: 'reply_to_id is not null' })
@Check('post_voice', '(author_id is null) = (voice is not null)')
@ObjectType({ description: 'One contribution to a thread.' })
export class Post {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'post_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  @Field(() => ID, { description: 'The thread it belongs to.' })
  threadId!: string;

  @ManyToOne(() => Thread, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'post_thread_fk' })
  thread?: Relation<Thread>;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the thread, without gaps; 1 is the opening post.' })
  position!: number;

  /** Null when it is unattributed: who wrote it stands in one table only, see `unattributed/`. */
  @Column({ type: 'uuid', nullable: true })
  authorId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'post_author_fk' })
  @Field(() => Person, { nullable: true, description: 'Who wrote it; null when it is unattributed.' })
  author?: Relation<Person> | null;

  @Column({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Of an unattributed post, the number that its author goes by in this thread; null when the author is named.',
  })
  voice!: number | null;

  /** The source; `html`, `text` and `excerpt` are made of it when it is written. */
  @Column({ type: 'jsonb' })
  @Field(() => RichTextScalar, { description: 'Its source text; empty when it was removed.' })
  body!: RichTextDocument;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What it says, as HTML that is safe to show; empty when it was removed.' })
  html!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text' })
  excerpt!: string;

  @Column({ type: 'uuid', nullable: true })
  replyToId!: string | null;

  @ManyToOne(() => Post, { onDelete: 'SET NULL', nullable: true })
  @JoinColumn({ name: 'reply_to_id', foreignKeyConstraintName: 'post_reply_to_fk' })
  repliedPost?: Relation<Post> | null;

  /** In which phase of a case clinic it was said. */
  @Column({ type: 'text', nullable: true })
  @Field(() => ClinicPhase, { nullable: true, description: 'In which phase of a case clinic it was said.' })
  phase!: ClinicPhase | null;

  /** Kept: how many people reacted with each kind. */
  @Column({ type: 'jsonb', default: {} })
  reactionCounts!: ReactionCounts;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When it was written; of an unattributed post only the day.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last rewritten; of an unattributed post only the day.' })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  removedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  removedById!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'removed_by_id', foreignKeyConstraintName: 'post_removed_by_fk' })
  removedBy?: Relation<Person> | null;

  @Field(() => PostReference, { nullable: true, description: 'The post it answers.' })
  replyTo?: PostReference | null;

  @Field(() => [Reaction], { description: 'How others answered without words, in a fixed order.' })
  reactions?: Reaction[];

  @Field(() => [PostAction], { description: 'What the viewer may do.' })
  viewerCan?: PostAction[];

  @Field(() => Boolean, { description: 'Whether it was removed; its place stays.' })
  get isRemoved(): boolean {
    return this.removedAt !== null;
  }
}

/** A page of posts. */
export const PostConnection = Connection('Post', () => Post);
