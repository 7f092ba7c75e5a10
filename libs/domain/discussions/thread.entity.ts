import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Community, ConfidentialityLevel, Group } from '#domain/communities';
import { Person } from '#domain/people';
import { Connection, DateTimeScalar } from '#platform/graphql';
import { ThreadIsClosed, ThreadIsOpen } from './discussions.errors.js';
import { ClinicPhase, ThreadKind } from './kinds/thread-kind.js';

/** What a viewer may do to a thread; from the policy. */
export enum ThreadAction {
  READ = 'READ',
  REPLY = 'REPLY',
  EDIT = 'EDIT',
  CLOSE = 'CLOSE',
  REOPEN = 'REOPEN',
  WIDEN = 'WIDEN',
  NARROW = 'NARROW',
  ADMIT_GUEST = 'ADMIT_GUEST',
  MARK_ANSWER = 'MARK_ANSWER',
  MOVE_CLINIC = 'MOVE_CLINIC',
  ECHO = 'ECHO',
  CONFIRM = 'CONFIRM',
  KEEP_SUMMARY = 'KEEP_SUMMARY',
}
registerEnumType(ThreadAction, {
  name: 'ThreadAction',
  description: 'What one may do to a thread.',
  valuesMap: {
    READ: { description: 'Open it.' },
    REPLY: { description: 'Add a post.' },
    EDIT: { description: 'Change its title.' },
    CLOSE: { description: 'End the conversation; it stays readable.' },
    REOPEN: { description: 'Let it go on.' },
    WIDEN: { description: 'Ask those who wrote in it whether more people may read it.' },
    NARROW: { description: 'Take it back from the public.' },
    ADMIT_GUEST: { description: 'Invite a guest observer.' },
    MARK_ANSWER: { description: 'Say which reply answers the question.' },
    MOVE_CLINIC: { description: 'Move the case clinic to another phase.' },
    ECHO: { description: 'Say that one sees what the signal tells, too.' },
    CONFIRM: { description: 'Confirm that one has read the announcement.' },
    KEEP_SUMMARY: { description: 'Keep the summary on top of it.' },
  },
});

/** A conversation in a community. Its counters are kept by the statements that add posts, so that no list ever counts. */
@Entity('thread')
@Index('thread_title_trigrams', { synchronize: false })
@Check('thread_level', `level in ('PUBLIC', 'COMMUNITY', 'GROUP', 'UNATTRIBUTED')`)
@Check('thread_group_level', `level = 'UNATTRIBUTED' or (level = 'GROUP') = (group_id is not null)`)
@Index('thread_newest', { synchronize: false })
@Index('thread_newest_public', { synchronize: false })
@Index('thread_newest_group', { synchronize: false })
@Index('thread_newest_kind', { synchronize: false })
@Check('thread_kind', `kind in ('DISCUSSION', 'QUESTION', 'CASE_CLINIC', 'EXPERIENCE', 'SIGNAL', 'ANNOUNCEMENT')`)
@Check('thread_phase', `(kind = 'CASE_CLINIC') = (phase is not null)`)
@ObjectType({ description: 'A conversation in a community or in one of its groups.' })
export class Thread {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'thread_pk' })
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Column({ type: 'uuid' })
  communityId!: string;

  @ManyToOne(() => Community, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'community_id', foreignKeyConstraintName: 'thread_community_fk' })
  community?: Relation<Community>;

  /** The group it belongs to for good; null where it belongs to the whole community. */
  @Column({ type: 'uuid', nullable: true })
  groupId!: string | null;

  @ManyToOne(() => Group, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'thread_group_fk' })
  group?: Relation<Group> | null;

  @Column({ type: 'text' })
  @Field(() => String, { description: 'What it is about, in a line.' })
  title!: string;

  @Column({ type: 'text' })
  @Field(() => ConfidentialityLevel, { description: 'Who may read it.' })
  level!: ConfidentialityLevel;

  @Column({ type: 'text', default: ThreadKind.DISCUSSION })
  @Field(() => ThreadKind, { description: 'What it is for.' })
  kind!: ThreadKind;

  @Column({ type: 'text', nullable: true })
  @Field(() => ClinicPhase, { nullable: true, description: 'Where a case clinic is; null for all others.' })
  phase!: ClinicPhase | null;

  /** Without a key to `post`, which has one to here: a post is never deleted but with its thread. */
  @Column({ type: 'uuid', nullable: true })
  answerPostId!: string | null;

  /** Null when it was started unattributed. */
  @Column({ type: 'uuid', nullable: true })
  authorId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'thread_author_fk' })
  @Field(() => Person, { nullable: true, description: 'Who started it; null when it was started unattributed.' })
  author?: Relation<Person> | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When it was started; of an unattributed thread only the day.' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTimeScalar, { description: 'When the last post was written; of an unattributed one only the day.' })
  lastPostAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  lastPostById!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'last_post_by_id', foreignKeyConstraintName: 'thread_last_post_by_fk' })
  @Field(() => Person, { nullable: true, description: 'Who wrote the last post; null when it is unattributed.' })
  lastPostBy?: Relation<Person> | null;

  /** Kept; also the position of the last post, because positions have no gaps. */
  @Column({ type: 'integer' })
  postCount!: number;

  @Column({ type: 'integer' })
  @Field(() => Int, { description: 'How many voices have written in it; who writes both with and without a name counts as two.' })
  participantCount!: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  /** Kept: the version of its summary; 0 while there is none. */
  @Column({ type: 'integer', default: 0 })
  summaryVersion!: number;

  /** The version of the summary that the viewer saw last. */
  seenSummary?: number | null;

  @Field(() => Int, { description: 'Posts the viewer has not read.' })
  unreadCount?: number;

  @Field(() => Int, { nullable: true, description: 'Position of the first post the viewer has not read; null when all is read.' })
  firstUnreadPosition?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the viewer was last here.' })
  lastReadAt?: Date | null;

  @Field(() => Boolean, { description: 'Whether the viewer hears of new posts.' })
  isFollowed?: boolean;

  @Field(() => [ThreadAction], { description: 'What the viewer may do.' })
  viewerCan?: ThreadAction[];

  @Field(() => Int, { description: 'Replies, the opening post not counted.' })
  get replyCount(): number {
    return this.postCount - 1;
  }

  @Field(() => Boolean, { description: 'Whether it is a question of which a reply is marked as the answer.' })
  get isAnswered(): boolean {
    return this.answerPostId !== null;
  }

  @Field(() => Boolean, { description: 'Whether the conversation has ended.' })
  get isClosed(): boolean {
    return this.closedAt !== null;
  }

  /** What the viewer has not read, once the posts up to this position are. */
  readUpTo(position: number, at: Date | null): void {
    this.unreadCount = Math.max(0, this.postCount - position);
    this.firstUnreadPosition = this.unreadCount > 0 ? position + 1 : null;
    this.lastReadAt = at;
  }

  /** A better title for what goes on. */
  rename(title: string): void {
    if (this.closedAt) throw new ThreadIsClosed();
    this.title = title;
  }

  /** Ends the conversation but keeps it readable. */
  close(now: Date): void {
    if (this.closedAt) throw new ThreadIsClosed();
    this.closedAt = now;
  }

  /** Lets the conversation go on. */
  reopen(): void {
    if (!this.closedAt) throw new ThreadIsOpen();
    this.closedAt = null;
  }
}

/** A page of threads. */
export const ThreadConnection = Connection('Thread', () => Thread);
