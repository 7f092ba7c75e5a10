import { Injectable } from '@nestjs/common';
import { pictureIds } from '#content';
import { Audit } from '#platform/audit';
import { FeeUnpaid, MembershipRole, reaches } from '#domain/communities';
import { type Actor, allowedActions, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { type Page, uuid } from '#platform/graphql';
import { type Limit, Limits } from '#platform/limits';
import { Rooms } from '#platform/realtime';
import { Files } from '#platform/storage';
import { ConfidentialityLevel } from '#domain/communities';
import { NotInThisThread, PostIsRemoved, PostIsThere, ThreadIsClosed } from './discussions.errors.js';
import { type PostNews, postTold, reactionsTold, threadRoom } from './discussions.rooms.js';
import { Mentions } from './mentions.service.js';
import { Post, PostAction } from './post.entity.js';
import { PostRevision } from './post-revision.entity.js';
import { postPolicy } from './post.policy.js';
import type { EditPostInput, PostsArgs, ReactInput, RemovePostInput, ReplyInput } from './posts.inputs.js';
import { pageOfPosts, rangeOf } from './post-pages.js';
import * as sql from './posts.queries.js';
import type { AuthorRow, FactsRow, FeeRow, PostRow, ReadPost, RepliedRow } from './posts.queries.js';
import { threadPolicy } from './thread.policy.js';
import type { ReadThread } from './threads.queries.js';
import { dayOf } from './unattributed/day-of.js';
import { UnattributedAuthors } from './unattributed/unattributed-authors.service.js';
import { NobodyIsNamedHere } from './unattributed/unattributed.errors.js';

/** Nobody says more than one thing every ten seconds for long. */
const REPLIES: Limit = { purpose: 'reply', tries: 60, seconds: 600 };

/** What people say in a thread. */
@Injectable()
export class Posts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly mentions: Mentions,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly unattributed: UnattributedAuthors,
  ) {}

  /** A page of a thread that the actor was allowed to read: from an end, beside a cursor, or around a position. */
  async list(actor: Actor, thread: ReadThread, args: PostsArgs): Promise<Page<Post>> {
    const range = rangeOf(args, thread.postCount);
    // One more than asked for says whether there is a next page, also when posts came since the thread was read.
    const rows = await this.database.read<PostRow>(sql.PAGE, [actor.personIdOrNull, thread.id, range.from, range.to + 1]);
    const posts = rows.map((row) => sql.postOf(row, thread));
    return pageOfPosts(await this.seenBy(actor, posts), range);
  }

  /** Some posts of a thread that the actor was allowed to read, by position. */
  async chosen(actor: Actor, thread: ReadThread, ids: string[]): Promise<Post[]> {
    const rows = await this.database.read<PostRow>(sql.CHOSEN, [actor.personIdOrNull, thread.id, ids]);
    return this.seenBy(
      actor,
      rows.map((row) => sql.postOf(row, thread)),
    );
  }

  /** @throws NotFound when it is not there or not readable */
  async get(actor: Actor, postId: string): Promise<ReadPost> {
    const [row] = await this.database.read<PostRow & FactsRow>(sql.GET, [actor.personIdOrNull, uuid(postId)]);
    return this.readable(actor, row);
  }

  async reply(actor: Actor, input: ReplyInput): Promise<Post> {
    await this.limits.countWriting(REPLIES, actor.personId);
    return this.database.once<ReadPost>(
      actor,
      input.mutationKey,
      async (tx) => {
        const [before] = await this.database.run<BeforeReplyRow>(tx, sql.BEFORE_REPLY, [
          actor.personId,
          input.threadId,
          input.replyToId ?? null,
          this.clock.now(),
        ]);
        const thread = before && sql.factsOf(before);
        authorize(actor, threadPolicy, 'read', thread);
        if (!before) throw new NotFound();
        if (thread.closedAt) throw new ThreadIsClosed();
        authorize(actor, threadPolicy, 'reply', thread);
        if (before.fee_stops) throw new FeeUnpaid();
        if (thread.level === ConfidentialityLevel.UNATTRIBUTED) throw new NobodyIsNamedHere();
        if (input.replyToId && before.replied_post_id === null) throw new NotInThisThread();

        const text = await this.mentions.compose(tx, input.body, thread, actor.personId);
        const values = [text.body, text.html, text.text, text.excerpt, before.replied_post_id, text.mentionedIds];
        const [added] = await this.database.run<AddedRow>(tx, sql.REPLY, [input.threadId, actor.personId, this.clock.now(), ...values]);
        if (!added) throw new ThreadIsClosed();
        await this.files.attach(tx, actor, pictureIds(text.body), { purpose: 'content', audience: threadRoom(input.threadId) });
        const post = sql.postOf({ ...before, ...added, ...UNTOUCHED, thread_id: input.threadId, body: text.body, html: text.html }, thread);
        const news = {
          ...told(post),
          position: post.position,
          mentionedIds: text.mentionedIds,
          replyToAuthorId: post.replyTo?.author?.id ?? null,
        };
        const room = threadRoom(post.threadId);
        const line = { room, kind: 'post-added', payload: postTold(post) };
        await this.events.publishAndTell(tx, 'discussions.post-added', news, line, post.id);
        const [seen = post] = await this.seenBy(actor, [post]);
        return seen;
      },
      (id) => this.get(actor, id),
    );
  }

  async edit(actor: Actor, input: EditPostInput): Promise<Post> {
    return this.change(actor, input, 'post-edited', async (tx, post) => {
      if (post.removedAt) throw new PostIsRemoved();
      if (post.thread.closedAt) throw new ThreadIsClosed();
      authorize(actor, postPolicy, 'edit', post);
      const text =
        post.authorId === null
          ? { ...this.mentions.composeUnnamed(input.body), mentionedIds: [] }
          : await this.mentions.compose(tx, input.body, post.thread, post.authorId);
      const values = [post.id, text.body, text.html, text.text, text.excerpt, text.mentionedIds, this.momentFor(post)];
      const [edited] = await this.database.run<{ newly_mentioned: string[] }>(tx, sql.EDIT, values);
      if (!edited) throw new PostIsRemoved();
      await this.files.attach(tx, actor, pictureIds(text.body), { purpose: 'content', audience: threadRoom(post.threadId) });
      await this.events.publish(tx, 'discussions.post-edited', { ...told(post), newlyMentionedIds: edited.newly_mentioned });
    });
  }

  /** Its place stays, so that the conversation around it keeps its sense. */
  async remove(actor: Actor, input: RemovePostInput): Promise<Post> {
    return this.change(actor, input, 'post-removed', async (tx, post) => {
      if (post.removedAt) throw new PostIsRemoved();
      authorize(actor, postPolicy, 'remove', post);
      const byId = post.isViewers ? null : actor.personId;
      const [removed] = await this.database.run(tx, sql.REMOVE, [post.id, byId, this.momentFor(post)]);
      if (!removed) throw new PostIsRemoved();
      await this.noteForOthers(tx, actor, 'discussions.post-removed', post);
      await this.events.publish(tx, 'discussions.post-removed', { ...told(post), byId });
    });
  }

  /** The undo of a removal. */
  async restore(actor: Actor, input: RemovePostInput): Promise<Post> {
    return this.change(actor, input, 'post-restored', async (tx, post) => {
      if (!post.removedAt) throw new PostIsThere();
      authorize(actor, postPolicy, 'restore', post);
      const [restored] = await this.database.run(tx, sql.RESTORE, [post.id]);
      if (!restored) throw new PostIsThere();
      await this.noteForOthers(tx, actor, 'discussions.post-restored', post);
      await this.events.publish(tx, 'discussions.post-restored', { ...told(post), byId: post.isViewers ? null : actor.personId });
    });
  }

  /** Given twice counts once; taken back without having been given changes nothing. */
  async react(actor: Actor, input: ReactInput): Promise<Post> {
    const { id } = await this.database.once<{ id: string }>(
      actor,
      input.mutationKey,
      async (tx) => {
        const post = await this.getIn(tx, actor, input.postId);
        if (post.removedAt) throw new PostIsRemoved();
        authorize(actor, postPolicy, 'react', post);
        const values = [post.id, actor.personId, input.kind];
        const [changed] = input.on
          ? await this.database.run<CountsRow>(tx, sql.REACT, [...values, this.clock.now()])
          : await this.database.run<CountsRow>(tx, sql.UNREACT, values);
        if (changed)
          await this.rooms.tell(tx, threadRoom(post.threadId), 'reactions-changed', reactionsTold(post, changed.reaction_counts));
        return { id: post.id };
      },
      async (earlier) => ({ id: earlier }),
    );
    return this.get(actor, id);
  }

  /** Base rows by id, unfiltered: for listeners above that decide themselves who hears of them. */
  readonly postsByIds: Batch<string, Post> = async (ids) => {
    const posts = await this.database.dataSource.manager
      .createQueryBuilder(Post, 'post')
      .whereInIds([...ids])
      .getMany();
    return inOrderOf(ids, posts);
  };

  /** What posts said before, latest first; of removed posts nothing. */
  readonly revisionsByPost: Batch<string, PostRevision[]> = async (ids) => {
    const revisions = await this.database.dataSource.manager
      .createQueryBuilder(PostRevision, 'revision')
      .innerJoin('revision.post', 'post', 'post.removed_at is null')
      .where('revision.post_id = any(:ids)', { ids: [...ids] })
      .orderBy('revision.written_at', 'DESC')
      .getMany();
    const byPost = Map.groupBy(revisions, (revision) => revision.postId);
    return ids.map((id) => byPost.get(id) ?? []);
  };

  /** Audits what a facilitator does to another's words. Of one's own nothing is noted: it would tell who wrote them. */
  private async noteForOthers(tx: Tx, actor: Actor, act: 'discussions.post-removed' | 'discussions.post-restored', post: ReadPost) {
    const { communityId, groupId } = post.thread;
    // A community's audit is read by its coordinators: of what happens in a group it says nothing.
    if (groupId !== null) return;
    if (actor.is(post.authorId) || post.isViewers || !reaches(actor.roleIn(communityId), MembershipRole.FACILITATOR)) return;
    await this.audit.note(tx, actor, act, { communityId, subject: { kind: 'post', id: post.id }, details: { threadId: post.threadId } });
  }

  /** Changes a post once and tells those who have its thread open. */
  private async change(
    actor: Actor,
    input: RemovePostInput,
    news: PostNews,
    act: (tx: Tx, post: ReadPost) => Promise<void>,
  ): Promise<Post> {
    // Whether it is the actor's own unattributed one is not known yet, so no change leaves a row that ties post and person.
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    const { id } = await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        await act(tx, await this.getIn(tx, actor, input.postId));
        const post = await this.getIn(tx, actor, input.postId);
        await this.rooms.tell(tx, threadRoom(post.threadId), news, postTold(post));
        return { id: post.id };
      },
      async (earlier) => ({ id: earlier }),
    );
    return this.get(actor, id);
  }

  private async getIn(tx: Tx, actor: Actor, postId: string): Promise<ReadPost> {
    const [row] = await this.database.run<PostRow & FactsRow>(tx, sql.GET, [actor.personIdOrNull, postId]);
    return this.readable(actor, row);
  }

  /** Of an unattributed post only the day is kept. */
  private momentFor(post: ReadPost): Date {
    const now = this.clock.now();
    return post.voice === null ? now : dayOf(now);
  }

  private async readable(actor: Actor, row: (PostRow & FactsRow) | undefined): Promise<ReadPost> {
    const post = row && sql.postOf(row, sql.factsOf(row));
    authorize(actor, postPolicy, 'read', post);
    await this.seenBy(actor, [post]);
    return post;
  }

  private async seenBy(actor: Actor, posts: ReadPost[]): Promise<ReadPost[]> {
    await this.unattributed.markOwnPosts(actor, posts);
    for (const post of posts) post.viewerCan = allowedActions(actor, postPolicy, post).map((action) => ACTIONS[action]);
    return posts;
  }
}

/** What every event about a post tells. */
const told = (post: ReadPost) => ({
  threadId: post.threadId,
  postId: post.id,
  communityId: post.thread.communityId,
  authorId: post.authorId,
});

const ACTIONS = {
  read: PostAction.READ,
  edit: PostAction.EDIT,
  remove: PostAction.REMOVE,
  restore: PostAction.RESTORE,
  react: PostAction.REACT,
} as const;

const UNTOUCHED = { voice: null, edited_at: null, removed_at: null, removed_by_id: null, reaction_counts: {}, own_reactions: null };

type BeforeReplyRow = FactsRow & AuthorRow & RepliedRow & FeeRow;
type AddedRow = Pick<PostRow, 'id' | 'position' | 'created_at' | 'phase'>;
type CountsRow = Pick<PostRow, 'reaction_counts'>;
