import { Injectable } from '@nestjs/common';
import { pictureIds } from '#content';
import { Communities, communityPolicy, ConfidentialityLevel, Fees, Groups, mayRead, Visibility } from '#domain/communities';
import type { Person } from '#domain/people';
import { type Actor, allowedActions, authorize, type Batch, inOrderOf } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, pageOf, uuid } from '#platform/graphql';
import { type Limit, Limits } from '#platform/limits';
import { Rooms } from '#platform/realtime';
import { Files } from '#platform/storage';
import { author } from './authors.queries.js';
import { LevelOutOfPlace, NotForThreads, TooOpenForCommunity } from './discussions.errors.js';
import { placeRoom, threadLineTold, threadRoom, threadTold } from './discussions.rooms.js';
import { beginsAs, opensAs } from './kinds/fits-kind.js';
import { firstPhaseOf, ThreadKind } from './kinds/thread-kind.js';
import { Mentions } from './mentions.service.js';
import { Thread, ThreadAction } from './thread.entity.js';
import { threadPolicy } from './thread.policy.js';
import type { CloseThreadInput, EditThreadInput, StartThreadInput, ThreadsArgs } from './threads.inputs.js';
import * as sql from './threads.queries.js';
import type { ReadThread, ThreadRow } from './threads.queries.js';
import { UnattributedAuthors } from './unattributed/unattributed-authors.service.js';

const USUAL_PAGE = 20;
const cursorOf = (thread: Thread): string => encodeCursor(thread.lastPostAt.toISOString(), thread.id);

/** Unattributed threads begin elsewhere, and off the record there are none. */
const FOR_NAMED_THREADS = [ConfidentialityLevel.PUBLIC, ConfidentialityLevel.COMMUNITY, ConfidentialityLevel.GROUP];

/** A person who starts more conversations than this is a program. */
const STARTS: Limit = { purpose: 'start-thread', tries: 20, seconds: 3600 };

/** The conversations of a community: their reads, their beginning and their end. */
@Injectable()
export class Threads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly fees: Fees,
    private readonly mentions: Mentions,
    private readonly files: Files,
    private readonly unattributed: UnattributedAuthors,
  ) {}

  /** The newest first, by their last post. @throws NotFound when the community is not readable */
  async list(actor: Actor, { communityId, groupId: asked, kind, first = USUAL_PAGE, after }: ThreadsArgs): Promise<Page<Thread>> {
    const from = decodeCursor(after, ['date', 'uuid']) ?? sql.FROM_NEWEST;
    const groupId = asked ? uuid(asked) : null;
    const scope = groupId !== null ? 'group' : actor.isMemberOf(communityId) ? 'readable' : 'public';
    const inGroups = groupId !== null ? [groupId] : actor.groupIds;
    const kinds = !kind ? 'all' : kind === ThreadKind.DISCUSSION ? 'plain' : 'one';
    const values = [actor.personIdOrNull, uuid(communityId), ...from, inGroups, ...(kinds === 'one' ? [kind] : [])];
    const rows = await this.database.read<ThreadRow>(sql.newest(first + 1, scope, kinds), values);
    const community = rows[0] && { id: rows[0].community_id, visibility: rows[0].visibility };
    if (!community || !mayRead(actor, community, ConfidentialityLevel.PUBLIC, groupId)) throw new NotFound();
    const threads = await this.seenBy(
      actor,
      rows.filter((row) => row.id !== null),
    );
    return pageOf(threads, first, cursorOf, after !== undefined && after !== null);
  }

  /** The newest of all communities that the actor is a member of, for "what is new". */
  async newest(actor: Actor, first: number): Promise<Thread[]> {
    const rows = await this.database.read<ThreadRow>(sql.newestOfMine(first), [actor.personId, actor.groupIds]);
    return this.seenBy(actor, rows);
  }

  /** @throws NotFound when it is not there or not readable */
  async get(actor: Actor, threadId: string): Promise<ReadThread> {
    const thread = await this.find(actor, threadId);
    if (!thread) throw new NotFound();
    return thread;
  }

  /** Null when it is not there or not readable. */
  async find(actor: Actor, threadId: string): Promise<ReadThread | null> {
    const [row] = await this.database.read<ThreadRow>(sql.GET, [actor.personIdOrNull, uuid(threadId)]);
    const [thread] = row ? await this.seenBy(actor, [row]) : [];
    return thread && threadPolicy.read(actor, thread) ? thread : null;
  }

  async start(actor: Actor, input: StartThreadInput): Promise<Thread> {
    await this.limits.countWriting(STARTS, actor.personId);
    const community = await this.communities.get(actor, input.communityId);
    authorize(actor, communityPolicy, 'startThread', community);
    await this.fees.mustMayPost(actor, community.id);
    const place = { communityId: community.id, groupId: input.groupId ?? null };
    if (place.groupId !== null) await this.groups.openFor(actor, community.id, place.groupId, 'startThread');
    const level = input.level ?? (place.groupId === null ? ConfidentialityLevel.COMMUNITY : ConfidentialityLevel.GROUP);
    if (!FOR_NAMED_THREADS.includes(level)) throw new NotForThreads();
    if ((level === ConfidentialityLevel.GROUP) !== (place.groupId !== null)) throw new LevelOutOfPlace();
    if (level === ConfidentialityLevel.PUBLIC && community.visibility !== Visibility.PUBLIC) throw new TooOpenForCommunity();
    const kind = input.kind ?? ThreadKind.DISCUSSION;
    beginsAs(actor, place, kind, level);
    const text = await this.mentions.compose(null, input.body, place, actor.personId);
    opensAs(kind, text);
    const values = [
      community.id,
      input.title,
      level,
      actor.personId,
      this.clock.now(),
      text.body,
      text.html,
      text.text,
      text.excerpt,
      text.mentionedIds,
      place.groupId,
      kind,
      firstPhaseOf(kind),
    ];
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const [started] = await this.database.run<{ id: string; post_id: string }>(tx, sql.START, values);
        if (!started) throw new Error('a thread was not stored');
        await this.files.attach(tx, actor, pictureIds(text.body), { purpose: 'content', audience: threadRoom(started.id) });
        const told = { threadId: started.id, communityId: community.id, authorId: actor.personId };
        if (place.groupId === null) await this.communities.bump(tx, community.id, 'threads', 1);
        await this.events.publish(tx, 'discussions.thread-started', {
          ...told,
          postId: started.post_id,
          mentionedIds: text.mentionedIds,
          kind,
        });
        const [row] = await this.database.run<ThreadRow>(tx, sql.GET, [null, started.id]);
        if (row) await this.rooms.tell(tx, placeRoom(place), 'thread-started', threadLineTold(sql.threadOf(row)));
        return { id: started.id };
      },
      async (earlier) => ({ id: earlier }),
    );
    return this.get(actor, id);
  }

  async rename(actor: Actor, input: EditThreadInput): Promise<Thread> {
    return this.turn(actor, input, 'edit', 'discussions.thread-renamed', (thread) => thread.rename(input.title));
  }

  /** Closing ends the conversation but keeps it readable; its author or a facilitator may reopen it. */
  async close(actor: Actor, input: CloseThreadInput): Promise<Thread> {
    return this.turn(actor, input, 'close', 'discussions.thread-closed', (thread) => thread.close(this.clock.now()));
  }

  async reopen(actor: Actor, input: CloseThreadInput): Promise<Thread> {
    return this.turn(actor, input, 'reopen', 'discussions.thread-reopened', (thread) => thread.reopen());
  }

  /** Base rows by id, unfiltered: for listeners above that decide themselves who hears of them. */
  readonly threadsByIds: Batch<string, Thread> = async (ids) => {
    const threads = await this.database.dataSource.manager
      .createQueryBuilder(Thread, 'thread')
      .whereInIds([...ids])
      .getMany();
    return inOrderOf(ids, threads);
  };

  /** Some of those who wrote in a thread, latest first. */
  readonly participantsByThread: Batch<string, Person[]> = async (threadIds) => {
    const rows = await this.database.read<ParticipantRow>(sql.PARTICIPANTS, [threadIds]);
    const byThread = Map.groupBy(rows, (row) => row.thread_id);
    return threadIds.map((id) =>
      (byThread.get(id) ?? []).map((row) =>
        author(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo),
      ),
    );
  };

  /** Who hears of new posts in a thread; their right to read it is the listener's to check. */
  async followerIds(threadId: string): Promise<string[]> {
    return (await this.database.read<{ person_id: string }>(sql.FOLLOWERS, [threadId])).map((row) => row.person_id);
  }

  /** One move of a thread: the row's lock makes a second one wait and then see the first. */
  private async turn(
    actor: Actor,
    input: CloseThreadInput,
    action: 'edit' | 'close' | 'reopen',
    event: 'discussions.thread-renamed' | 'discussions.thread-closed' | 'discussions.thread-reopened',
    move: (thread: Thread) => void,
  ): Promise<Thread> {
    const write = async (tx: Tx): Promise<Thread> => {
      const thread = await tx.findOne(Thread, {
        where: { id: input.threadId },
        relations: { community: true },
        lock: { mode: 'pessimistic_write', tables: ['thread'] },
      });
      const before = thread?.community ? Object.assign({}, thread, { community: thread.community, isViewers: false }) : null;
      if (before) await this.unattributed.markOwnThreads(actor, [before]);
      authorize(actor, threadPolicy, 'read', before);
      if (!thread) throw new NotFound();
      move(thread);
      authorize(actor, threadPolicy, action, before);
      await tx.update(Thread, { id: thread.id }, { title: thread.title, closedAt: thread.closedAt });
      await this.events.publish(tx, event, {
        threadId: thread.id,
        communityId: thread.communityId,
        byId: before.isViewers ? null : actor.personId,
      });
      await this.rooms.tell(tx, threadRoom(thread.id), 'thread-changed', threadTold(thread));
      return thread;
    };
    // Whether it is the actor's own unattributed one is not known yet, so no turn leaves a row that ties thread and person.
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    const { id } = await this.database.once<{ id: string }>(sender, key, write, async (earlier) => ({ id: earlier }));
    return this.get(actor, id);
  }

  private async seenBy(actor: Actor, rows: ThreadRow[]): Promise<ReadThread[]> {
    const threads = rows.map((row) => sql.threadOf(row));
    await this.unattributed.markOwnThreads(actor, threads);
    for (const thread of threads) thread.viewerCan = allowedActions(actor, threadPolicy, thread).map((action) => ACTIONS[action]);
    return threads;
  }
}

const ACTIONS = {
  read: ThreadAction.READ,
  reply: ThreadAction.REPLY,
  edit: ThreadAction.EDIT,
  close: ThreadAction.CLOSE,
  reopen: ThreadAction.REOPEN,
  widen: ThreadAction.WIDEN,
  narrow: ThreadAction.NARROW,
  admitGuest: ThreadAction.ADMIT_GUEST,
  markAnswer: ThreadAction.MARK_ANSWER,
  moveClinic: ThreadAction.MOVE_CLINIC,
  echo: ThreadAction.ECHO,
  confirm: ThreadAction.CONFIRM,
  keepSummary: ThreadAction.KEEP_SUMMARY,
} as const;

interface ParticipantRow {
  thread_id: string;
  author_id: string;
  author_name: string;
  author_headline: string | null;
  author_picture: string | null;
  author_is_demo: boolean;
}
