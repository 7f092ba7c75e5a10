import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { pictureUrl, type Person } from '#domain/people';
import { type Actor, allowedActions, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Jobs } from '#platform/jobs';
import { type Limit, Limits } from '#platform/limits';
import { Rooms } from '#platform/realtime';
import { organises } from '../session.policy.js';
import type { Session } from '../session.entity.js';
import { Sessions } from '../sessions.service.js';
import { type OffRecordAction, OffRecordConversation } from './off-record-conversation.entity.js';
import { OffRecordRemark } from './off-record-remark.entity.js';
import { NotOffTheRecordNow } from './off-record.errors.js';
import type { OpenOffRecordInput, SayOffRecordInput, TakeBackOffRecordInput } from './off-record.inputs.js';
import { erasedAt, GRACE_MS, offRecordPolicy, type OffRecordSubject, stateOf } from './off-record.policy.js';
import * as sql from './off-record.queries.js';

const REMARKS: Limit = { purpose: 'off-record', tries: 120, seconds: 600 };
const ERASE = 'peer-learning.erase-off-record';
const room = (sessionId: string): string => `off-record:${sessionId}`;

/**
 * What is said in a session and nowhere after it. It has tables of its own, so no list, search, export, feed, mail or event can hold it; rooms are told
 * ids alone; and it is read by the clock, so that it is over even where the job that erases it comes late.
 */
@Injectable()
export class OffRecord implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.rooms.define('off-record', async (actor, id) => {
      const session = await this.sessions.get(actor, id).catch(() => null);
      return session !== null && offRecordPolicy.listen(actor, await this.subjectOf(session));
    });
    this.jobs.define(ERASE, () => this.erase(), '*/5 * * * *');
  }

  /** For those who take part; null for everyone else, as if there were none. */
  async of(actor: Actor, session: Session): Promise<OffRecordConversation | null> {
    const subject = await this.subjectOf(session);
    if (!offRecordPolicy.read(actor, subject)) return null;
    const conversation = Object.assign(new OffRecordConversation(), {
      sessionId: session.id,
      state: stateOf(subject),
      opensAt: session.startsAt,
      erasedAt: erasedAt(session),
      readerCount: await this.readerCount(session.id),
      remarks: offRecordPolicy.listen(actor, subject) ? await this.remarks(actor, session) : [],
    });
    conversation.viewerCan = allowedActions(actor, offRecordPolicy, subject).flatMap((action) => ACTIONS[action] ?? []);
    return conversation;
  }

  /** The organisers say before or while it takes place that there is one. */
  async open(actor: Actor, { sessionId, mutationKey }: OpenOffRecordInput): Promise<Session> {
    const session = await this.sessions.get(actor, sessionId);
    const subject = await this.subjectOf(session);
    // Opened by another organiser meanwhile is opened.
    authorize(actor, offRecordPolicy, 'open', { ...subject, isOpened: false });
    await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const [opened] = await this.database.run(tx, sql.OPEN, [sessionId, this.clock.now()]);
        if (opened) await this.rooms.tell(tx, `session:${sessionId}`, 'session-changed', { id: sessionId });
        return { id: sessionId };
      },
      (id) => Promise.resolve({ id }),
    );
    return session;
  }

  async say(actor: Actor, { sessionId, words, mutationKey }: SayOffRecordInput): Promise<Session> {
    await this.limits.countWriting(REMARKS, actor.personId);
    const session = await this.permitted(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const values = [sessionId, actor.personId, mutationKey ?? randomUUID(), words, this.clock.now()];
      const [said] = await this.database.run<{ id: string }>(tx, sql.SAY, values);
      if (said) await this.rooms.tell(tx, room(sessionId), 'said', { id: said.id });
    });
    return session;
  }

  /** Gone at once, for everyone. */
  async takeBack(actor: Actor, { sessionId, remarkId }: TakeBackOffRecordInput): Promise<Session> {
    const session = await this.permitted(actor, sessionId);
    const anyones = organises(actor, this.sessions.subjectOf(session));
    await this.database.transaction(async (tx) => {
      const [gone] = await this.database.run(tx, sql.TAKE_BACK, [sessionId, remarkId, anyones ? null : actor.personId]);
      if (!gone) throw new NotFound();
      await this.rooms.tell(tx, room(sessionId), 'taken-back', { id: remarkId });
    });
    return session;
  }

  /** For good: the rows, what rooms were told, and the space on the disk that held them. */
  async erase(): Promise<void> {
    const [done] = await this.database.read<{ erased: number }>(sql.ERASE, [new Date(this.clock.now().getTime() - GRACE_MS)]);
    if (done?.erased) await this.database.pool.query('vacuum off_record_remark');
  }

  private async permitted(actor: Actor, sessionId: string): Promise<Session> {
    const session = await this.sessions.get(actor, sessionId);
    const subject = await this.subjectOf(session);
    authorize(actor, offRecordPolicy, 'read', subject);
    if (stateOf(subject) !== 'OPEN') throw new NotOffTheRecordNow();
    authorize(actor, offRecordPolicy, 'say', subject);
    return session;
  }

  private async subjectOf(session: Session): Promise<OffRecordSubject> {
    const [row] = await this.database.read(sql.OPENED, [session.id]);
    return { session: this.sessions.subjectOf(session), isOpened: row !== undefined };
  }

  private async readerCount(sessionId: string): Promise<number> {
    const [row] = await this.database.read<{ readers: number }>(sql.READER_COUNT, [sessionId]);
    return row?.readers ?? 0;
  }

  private async remarks(actor: Actor, session: Session): Promise<OffRecordRemark[]> {
    const anyones = organises(actor, this.sessions.subjectOf(session));
    const rows = await this.database.read<RemarkRow>(sql.REMARKS, [session.id]);
    return rows.map(({ id, words, saidAt, personId, ...person }) =>
      Object.assign(new OffRecordRemark(), {
        id,
        words,
        saidAt,
        author: { ...person, id: personId, pictureUrl: pictureUrl(person.pictureFileId) } as Person,
        viewerMayTakeBack: anyones || actor.is(personId),
      }),
    );
  }
}

const ACTIONS: Partial<Record<string, OffRecordAction[]>> = { open: ['OPEN'], say: ['SAY'] };

interface RemarkRow {
  id: string;
  words: string;
  saidAt: Date;
  personId: string;
  name: string;
  headline: string | null;
  pictureFileId: string | null;
  isDemo: boolean;
}
