import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Communities, communityPolicy, ConfidentialityLevel, Fees, FeeUnpaid, Groups, type Place } from '#domain/communities';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { type Limit, Limits } from '#platform/limits';
import { Rooms } from '#platform/realtime';
import { NotInThisThread, ThreadIsClosed } from '../discussions.errors.js';
import { placeRoom, postNamed, threadRoom } from '../discussions.rooms.js';
import { beginsAs, opensAs } from '../kinds/fits-kind.js';
import { firstPhaseOf, ThreadKind } from '../kinds/thread-kind.js';
import { Mentions } from '../mentions.service.js';
import type { Post } from '../post.entity.js';
import type { ReplyInput } from '../posts.inputs.js';
import { BEFORE_REPLY, type FactsRow, factsOf, type FeeRow, type RepliedRow } from '../posts.queries.js';
import { Posts } from '../posts.service.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import type { StartThreadInput } from '../threads.inputs.js';
import { Threads } from '../threads.service.js';
import { UnattributedAuthors } from './unattributed-authors.service.js';
import { UnattributedFloor } from './unattributed-floor.service.js';
import * as sql from './unattributed.queries.js';
import { dayOf } from './day-of.js';

/** Counted in memory alone: no row says who was busy when. */
const UNNAMED: Limit = { purpose: 'unattributed', tries: 30, seconds: 600 };

/** Others hear of it after a while, each time another one, so that the moment does not tell who was at the keyboard. */
const HEARD_AFTER = { leastSeconds: 120, mostSeconds: 600 };
const RELEASE = 'discussions.release-unattributed';

/** What the job knows: nobody. */
interface Released extends Place {
  threadId: string;
  postId: string;
  position: number;
  /** Of an opening post: what its thread is for. */
  kind?: ThreadKind;
}

/** Contributions without a name: said to all who may read the thread, tied to their author in one table only. */
@Injectable()
export class UnattributedPosts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly fees: Fees,
    private readonly mentions: Mentions,
    private readonly authors: UnattributedAuthors,
    private readonly floor: UnattributedFloor,
    private readonly posts: Posts,
    private readonly threads: Threads,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Released>(RELEASE, (released) => this.release(released));
  }

  async reply(actor: Actor, input: ReplyInput): Promise<Post> {
    await this.limits.countWriting(UNNAMED, actor.personId);
    const { sender, key } = this.authors.repeatable(actor, input.mutationKey);
    const { id } = await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        const [before] = await this.database.run<FactsRow & RepliedRow & FeeRow>(tx, BEFORE_REPLY, [
          actor.personId,
          input.threadId,
          input.replyToId ?? null,
          this.clock.now(),
        ]);
        const thread = before && factsOf(before);
        authorize(actor, threadPolicy, 'read', thread);
        if (!before) throw new NotFound();
        if (thread.closedAt) throw new ThreadIsClosed();
        authorize(actor, threadPolicy, 'reply', thread);
        if (before.fee_stops) throw new FeeUnpaid();
        if (input.replyToId && before.replied_post_id === null) throw new NotInThisThread();
        const text = this.mentions.composeUnnamed(input.body);

        await this.floor.hold(tx, thread, 'toReply');
        await this.database.run(tx, sql.LOCK_THREAD, [input.threadId]);
        const { voice, isNew } = await this.authors.voiceIn(tx, input.threadId, actor);
        const words = [text.body, text.html, text.text, text.excerpt];
        const values = [input.threadId, dayOf(this.clock.now()), ...words, before.replied_post_id, voice, isNew];
        const [added] = await this.database.run<{ id: string; position: number }>(tx, sql.REPLY_UNNAMED, values);
        if (!added) throw new ThreadIsClosed();
        await this.authors.keep(tx, { id: added.id, threadId: input.threadId, voice, isOpening: false }, actor);
        await this.database.run(tx, sql.DROP_DRAFT, [actor.personId, `thread:${input.threadId}`]);
        const { communityId, groupId } = thread;
        await this.releaseLater(tx, { threadId: input.threadId, postId: added.id, communityId, groupId, position: added.position });
        return { id: added.id };
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.posts.get(actor, id);
  }

  /** A thread in which nobody is named. */
  async start(actor: Actor, input: StartThreadInput): Promise<Thread> {
    await this.limits.countWriting(UNNAMED, actor.personId);
    const community = await this.communities.get(actor, input.communityId);
    authorize(actor, communityPolicy, 'startThread', community);
    await this.fees.mustMayPost(actor, community.id);
    const place = { communityId: community.id, groupId: input.groupId ?? null };
    if (place.groupId !== null) await this.groups.openFor(actor, community.id, place.groupId, 'startThread');
    const kind = input.kind ?? ThreadKind.DISCUSSION;
    beginsAs(actor, place, kind, ConfidentialityLevel.UNATTRIBUTED);
    const text = this.mentions.composeUnnamed(input.body);
    opensAs(kind, text);
    const { sender, key } = this.authors.repeatable(actor, input.mutationKey);
    const { id } = await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        await this.floor.hold(tx, place, 'toStart');
        const now = this.clock.now();
        const voice = this.authors.firstVoice(actor, community.id, now);
        const words = [text.body, text.html, text.text, text.excerpt];
        const values = [community.id, input.title, dayOf(now), ...words, voice, place.groupId, kind, firstPhaseOf(kind)];
        const [started] = await this.database.run<{ id: string; post_id: string }>(tx, sql.START_UNNAMED, values);
        if (!started) throw new Error('a thread was not stored');
        await this.authors.keep(tx, { id: started.post_id, threadId: started.id, voice, isOpening: true }, actor);
        await this.database.run(tx, sql.DROP_DRAFT, [
          actor.personId,
          place.groupId === null ? `community:${community.id}` : `group:${place.groupId}`,
        ]);
        if (place.groupId === null) await this.communities.bump(tx, community.id, 'threads', 1);
        await this.releaseLater(tx, { threadId: started.id, postId: started.post_id, ...place, position: 1, kind });
        return { id: started.id };
      },
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.threads.get(actor, id);
  }

  private async releaseLater(tx: Tx, released: Released): Promise<void> {
    const seconds = randomInt(HEARD_AFTER.leastSeconds, HEARD_AFTER.mostSeconds);
    await this.jobs.send(tx, RELEASE, released, { startAfter: new Date(Date.now() + seconds * 1000) });
  }

  /** Now readers, followers and the community hear of it: with ids alone. */
  private async release({ threadId, postId, communityId, groupId, position, kind = ThreadKind.DISCUSSION }: Released): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.authors.tellOnce(tx, postId))) return;
      const told = { threadId, postId, communityId, authorId: null, mentionedIds: [] };
      if (position === 1) {
        await this.events.publish(tx, 'discussions.thread-started', { ...told, kind });
        await this.rooms.tell(tx, placeRoom({ communityId, groupId }), 'thread-started', {
          __typename: 'Thread',
          id: threadId,
          communityId,
        });
        return;
      }
      await this.events.publishAndTell(
        tx,
        'discussions.post-added',
        { ...told, position, replyToAuthorId: null },
        { room: threadRoom(threadId), kind: 'post-added', payload: postNamed({ id: postId, threadId, position }) },
        postId,
      );
    });
  }
}

/** What a thread without names is called among the levels. */
export const isUnnamed = (level: ConfidentialityLevel | null | undefined): boolean => level === ConfidentialityLevel.UNATTRIBUTED;
