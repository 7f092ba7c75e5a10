import { Injectable } from '@nestjs/common';
import { Communities, ConfidentialityLevel, Visibility } from '#domain/communities';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { author } from '../authors.queries.js';
import { threadRoom } from '../discussions.rooms.js';
import type { Thread } from '../thread.entity.js';
import { threadPolicy } from '../thread.policy.js';
import type { ReadThread } from '../threads.queries.js';
import { Threads } from '../threads.service.js';
import { dayOf } from '../unattributed/day-of.js';
import { UnattributedAuthors } from '../unattributed/unattributed-authors.service.js';
import { AudienceAsk } from './audience-consent.entity.js';
import { AskedAlready, NoLongerAsked, NotWider } from './audience.errors.js';
import type { AnswerAudienceInput, AskForAudienceInput, CancelAudienceInput, NarrowThreadInput } from './audience.inputs.js';
import * as sql from './audience.queries.js';
import { AudienceRequest, type AudienceState } from './audience-request.entity.js';

/** How far each level reaches: a raised audience is a wider one. */
const WIDTH: Partial<Record<ConfidentialityLevel, number>> = { GROUP: 0, UNATTRIBUTED: 1, COMMUNITY: 1, PUBLIC: 2 };

/**
 * Others read what one wrote only where one agreed. A thread is opened to more people once all who wrote in it, by name or as a voice without one, have
 * said yes; any of them takes that back, and the thread is again for those whom it was for. Voices are asked where only they see it, and answer as voices.
 */
@Injectable()
export class Audience {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly communities: Communities,
    private readonly threads: Threads,
    private readonly unattributed: UnattributedAuthors,
  ) {}

  /** The question that is open or was answered with yes, by thread. */
  readonly currentByThread: Batch<string, AudienceRequest> = async (ids) => {
    const rows = await this.database.read<sql.RequestRow>(sql.CURRENT, [ids]);
    const byThread = new Map(rows.map((row) => [row.thread_id, requestOf(row)]));
    return ids.map((id) => byThread.get(id) ?? null);
  };

  /** All that one is asked or has given, by name and as voices: for oneself alone. */
  async asks(actor: Actor): Promise<AudienceAsk[]> {
    const voices = await this.unattributed.ownVoices(actor);
    const values = [actor.personId, voices.map(({ threadId }) => threadId), voices.map(({ voice }) => voice)];
    const rows = await this.database.read<sql.AskRow>(sql.ASKS, values);
    return rows.map((row) =>
      Object.assign(new AudienceAsk(), {
        id: row.ask_id,
        state: row.ask_state,
        isUnattributed: row.ask_voice !== null,
        title: row.title,
        opened: row.state === 'GIVEN' ? row.post_count : 0,
        request: Object.assign(requestOf(row), { viewerMayCancel: actor.is(row.asked_by_id) }),
      }),
    );
  }

  /** Whoever takes part may ask. Who asks and wrote in it has said yes by asking, as far as they are named. */
  async ask(actor: Actor, input: AskForAudienceInput): Promise<Thread> {
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const thread = await this.threads.get(actor, input.threadId);
        authorize(actor, threadPolicy, 'widen', thread);
        const locked = await this.lock(tx, thread.id);
        const isWider = (WIDTH[input.level] ?? -1) > (WIDTH[locked.level] ?? Infinity) && input.level !== ConfidentialityLevel.UNATTRIBUTED;
        if (!isWider || (input.level === ConfidentialityLevel.PUBLIC && locked.visibility !== Visibility.PUBLIC)) throw new NotWider();
        const values = [thread.id, actor.personId, input.purpose, locked.level, locked.group_id, input.level, this.clock.now()];
        const [asked] = await this.database.run<{ id: string }>(tx, sql.ASK, values);
        if (!asked) throw new AskedAlready();
        await this.goOn(tx, asked.id, locked);
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, input.threadId);
  }

  /** A yes counts until it is taken back; a no ends the question for all. Nobody else learns who gave which. */
  async answer(actor: Actor, input: AnswerAudienceInput): Promise<AudienceAsk[]> {
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        const [ask] = await this.database.run<FoundAsk>(tx, sql.FIND_ASK, [input.askId]);
        if (!ask || !(await this.isOwn(actor, ask))) throw new NotFound();
        const locked = await this.lock(tx, ask.thread_id);
        const request = await this.lockRequest(tx, ask.request_id);
        if (input.consent) {
          if (request.state !== 'ASKED') throw new NoLongerAsked();
          await this.database.run(tx, sql.ANSWER, [ask.id, 'GIVEN']);
          await this.goOn(tx, request.id, locked);
        } else {
          await this.database.run(tx, sql.ANSWER, [ask.id, request.state === 'GIVEN' ? 'WITHDRAWN' : 'REFUSED']);
          await this.end(tx, request, locked, request.state === 'GIVEN' ? 'WITHDRAWN' : 'REFUSED');
        }
        return { id: ask.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.asks(actor);
  }

  /** Who asked takes the question back; once it was answered with yes, that is for its authors. */
  async cancel(actor: Actor, input: CancelAudienceInput): Promise<Thread> {
    const [row] = await this.database.dataSource.manager.findBy(AudienceRequest, { id: input.requestId });
    const thread = row ? await this.threads.find(actor, row.threadId) : null;
    if (!row || !thread) throw new NotFound();
    if (!actor.is(row.askedById)) throw new Forbidden();
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const locked = await this.lock(tx, thread.id);
        const request = await this.lockRequest(tx, row.id);
        if (request.state !== 'ASKED') throw new NoLongerAsked();
        await this.end(tx, request, locked, 'WITHDRAWN');
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, thread.id);
  }

  /** Who started a public thread may always take it back among the members. */
  async narrow(actor: Actor, input: NarrowThreadInput): Promise<Thread> {
    const { sender, key } = this.unattributed.repeatable(actor, input.mutationKey);
    await this.database.once<{ id: string }>(
      sender,
      key,
      async (tx) => {
        const thread = await this.threads.get(actor, input.threadId);
        authorize(actor, threadPolicy, 'narrow', thread);
        const locked = await this.lock(tx, thread.id);
        const [current] = await this.database.run<sql.RequestRow>(tx, sql.CURRENT, [[thread.id]]);
        if (current?.state === 'GIVEN') await this.end(tx, await this.lockRequest(tx, current.id), locked, 'WITHDRAWN');
        else await this.move(tx, locked, ConfidentialityLevel.COMMUNITY, null);
        return { id: thread.id };
      },
      (id) => Promise.resolve({ id }),
    );
    return this.threads.get(actor, input.threadId);
  }

  /** Asks whoever is not asked yet, also those who wrote meanwhile; opens the thread once nobody's yes is missing. */
  private async goOn(tx: Tx, requestId: string, locked: sql.LockedRow): Promise<void> {
    const request = await this.lockRequest(tx, requestId);
    const people = await this.database.run<{ id: string }>(tx, sql.ASK_AUTHORS, [requestId, locked.id, request.asked_by_id]);
    const told = { requestId, threadId: locked.id, communityId: locked.community_id, askedById: request.asked_by_id };
    if (people.length > 0) {
      await this.events.publish(tx, 'discussions.audience-asked', { ...told, personIds: people.map(({ id }) => id) });
    }
    const [{ missing } = { missing: 1 }] = await this.database.run<{ missing: number }>(tx, sql.MISSING, [requestId]);
    if (missing > 0) return this.tellThread(tx, locked.id);
    await this.database.run(tx, sql.DECIDE, [requestId, 'GIVEN', dayOf(this.clock.now())]);
    await this.events.publish(tx, 'discussions.audience-decided', told);
    await this.move(tx, locked, request.to_level, null);
  }

  /** The question is over; what was open because of it is not any more. */
  private async end(tx: Tx, request: sql.RequestRow, locked: sql.LockedRow, state: AudienceState): Promise<void> {
    if (request.state !== 'ASKED' && request.state !== 'GIVEN') throw new NoLongerAsked();
    await this.database.run(tx, sql.DECIDE, [request.id, state, dayOf(this.clock.now())]);
    const told = { requestId: request.id, threadId: locked.id, communityId: locked.community_id, askedById: request.asked_by_id };
    await this.events.publish(tx, 'discussions.audience-decided', told);
    if (request.state === 'GIVEN') await this.move(tx, locked, await this.levelBefore(tx, request), request.from_group_id);
    else await this.tellThread(tx, locked.id);
  }

  /** Where people spoke with their names meanwhile, it cannot be a thread without names again. */
  private async levelBefore(
    tx: Tx,
    { thread_id: id, from_level: level, from_group_id: groupId }: sql.RequestRow,
  ): Promise<ConfidentialityLevel> {
    if (level !== ConfidentialityLevel.UNATTRIBUTED) return level;
    const [row] = await this.database.run<{ named: boolean }>(tx, sql.ANYONE_NAMED, [id]);
    if (!row?.named) return level;
    return groupId === null ? ConfidentialityLevel.COMMUNITY : ConfidentialityLevel.GROUP;
  }

  private async move(tx: Tx, locked: sql.LockedRow, level: ConfidentialityLevel, groupId: string | null): Promise<void> {
    await this.database.run(tx, sql.SET_LEVEL, [locked.id, level, groupId]);
    if ((locked.group_id === null) !== (groupId === null))
      await this.communities.bump(tx, locked.community_id, 'threads', groupId === null ? 1 : -1);
    await this.tellThread(tx, locked.id);
    // Whoever may not read it any more hears no more of it, before this is answered.
    if ((WIDTH[level] ?? 0) < (WIDTH[locked.level] ?? 0)) this.database.afterCommit(tx, () => this.rooms.recheckAll());
  }

  /** Its readers look again: what stands in it depends on who looks. */
  private tellThread(tx: Tx, id: string): Promise<void> {
    return this.rooms.tell(tx, threadRoom(id), 'thread-changed', { __typename: 'Thread', id });
  }

  private async isOwn(actor: Actor, ask: FoundAsk): Promise<boolean> {
    if (ask.voice === null) return actor.is(ask.person_id);
    return (await this.unattributed.ownVoices(actor)).some(({ threadId, voice }) => threadId === ask.thread_id && voice === ask.voice);
  }

  private async lock(tx: Tx, threadId: string): Promise<sql.LockedRow> {
    const [row] = await this.database.run<sql.LockedRow>(tx, sql.LOCK_THREAD, [threadId]);
    if (!row) throw new NotFound();
    return row;
  }

  private async lockRequest(tx: Tx, id: string): Promise<sql.RequestRow> {
    const [row] = await this.database.run<sql.RequestRow>(tx, sql.LOCK_REQUEST, [id]);
    if (!row) throw new NotFound();
    return row;
  }
}

/** Shown to those who take part where the thread is: others learn of no questions. */
export const mayKnow = (actor: Actor, thread: ReadThread): boolean =>
  threadPolicy.read(actor, thread) && actor.isMemberOf(thread.communityId);

interface FoundAsk {
  id: string;
  request_id: string;
  person_id: string | null;
  voice: number | null;
  thread_id: string;
}

function requestOf(row: sql.RequestRow): AudienceRequest {
  return Object.assign(new AudienceRequest(), {
    id: row.id,
    threadId: row.thread_id,
    askedById: row.asked_by_id,
    purpose: row.purpose,
    fromLevel: row.from_level,
    fromGroupId: row.from_group_id,
    toLevel: row.to_level,
    state: row.state,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    askedCount: row.asked_count,
    givenCount: row.given_count,
    askedBy: author(row.by_id, row.by_name, row.by_headline, row.by_picture, row.by_is_demo),
    viewerMayCancel: false,
  });
}
