import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf } from '#platform/graphql';
import { Mailer } from '#platform/mail';
import { type RoomMessage, Rooms } from '#platform/realtime';
import {
  ADD_NOTICE,
  CHANNELS,
  INBOX,
  MARK_READ,
  SETTLE_SEEN,
  SET_CHANNEL,
  STOP_MAILS,
  TELL_COUNTS,
  UNREAD_COUNT,
} from './inbox.queries.js';
import { merged } from './merged-changes.js';
import type { Notification, NotificationChange } from './notification.entity.js';
import { DEFAULT_CHANNEL, NotificationChannel, NotificationKind, type NotificationReason } from './notification.enums.js';
import { NOTICE_MAIL } from './notice-mail.js';

/** What an event means to one person. */
export interface Notice {
  personId: string;
  kind: NotificationKind;
  reason: NotificationReason;
  communityId: string | null;
  actorId: string | null;
  subjectKind: 'thread' | 'session' | 'position' | 'community';
  subjectId: string;
  path: string;
  changes?: NotificationChange[];
  /** The post of a thread that it is about. */
  position?: number;
}

/** A row of the inbox, with the title of what it is about as it is now. */
export type InboxRow = Pick<
  Notification,
  'id' | 'kind' | 'reason' | 'path' | 'changes' | 'count' | 'createdAt' | 'readAt' | 'communityId' | 'actorId'
> & {
  subject: string;
};

/** How many people one transaction tells. */
const TOLD_AT_ONCE = 25;

/** The bell: what came, what was read, and how far each kind may come. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** Tells each person once per event, as far as they want to hear of that kind. */
  async tell(eventId: string, notices: Notice[]): Promise<void> {
    // Always in the same order, so that two events with the same people wait for each other instead of locking each other out.
    const ordered = notices
      // What one does oneself is no news.
      .filter((notice) => notice.actorId !== notice.personId)
      .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
    for (let from = 0; from < ordered.length; from += TOLD_AT_ONCE) await this.tellSome(eventId, ordered.slice(from, from + TOLD_AT_ONCE));
  }

  /** In one transaction: a popular thread would otherwise cost a commit for each of its readers. */
  private async tellSome(eventId: string, notices: Notice[]): Promise<void> {
    const channels = new Map<string, NotificationChannel>();
    for (const [kind, ofKind] of Map.groupBy(notices, (notice) => notice.kind)) {
      const chosen = await this.channelsOf(
        kind,
        ofKind.map((notice) => notice.personId),
      );
      for (const [index, { personId }] of ofKind.entries()) channels.set(`${kind} ${personId}`, chosen[index] ?? DEFAULT_CHANNEL[kind]);
    }
    const channelOf = ({ kind, personId }: Notice) => channels.get(`${kind} ${personId}`) ?? DEFAULT_CHANNEL[kind];
    const wanted = notices.filter((notice) => channelOf(notice) !== NotificationChannel.NONE);
    await this.database.transaction(async (tx) => {
      const told = new Set<string>();
      // The same news for many is one statement.
      for (const [, same] of Map.groupBy(wanted, (notice) => JSON.stringify({ ...notice, personId: '' }))) {
        for (const { id, personId } of await this.add(tx, eventId, same)) {
          told.add(personId);
          const notice = same.find((one) => one.personId === personId);
          // The reminder's mail is peer-learning's own.
          const isMailed =
            notice && channelOf(notice) === NotificationChannel.INBOX_AND_MAIL && notice.kind !== NotificationKind.SESSION_REMINDER;
          if (isMailed) await this.mail(tx, personId, id);
        }
      }
      await this.tellCounts(tx, [...told]);
    });
  }

  async list(actor: Actor, first: number, after: string | undefined, unreadOnly: boolean): Promise<Page<InboxRow>> {
    const [createdAt, id] = decodeCursor(after, ['date', 'uuid']) ?? [null, null];
    const rows = await this.database.read<InboxRow>(INBOX, [actor.personId, createdAt, id, first + 1, unreadOnly]);
    const shown = rows.map((row) => ({ ...row, changes: merged(row.changes) }));
    return pageOf(shown, first, (row) => encodeCursor(row.createdAt.toISOString(), row.id));
  }

  async unreadCount(personId: string): Promise<number> {
    const [row] = await this.database.read<{ unread: number }>(UNREAD_COUNT, [personId]);
    return row?.unread ?? 0;
  }

  /** Ids null: all of them. The number that is left. */
  async markRead(actor: Actor, ids: string[] | null): Promise<number> {
    await this.database.transaction(async (tx) => {
      const read = await this.database.run(tx, MARK_READ, [actor.personId, ids, this.clock.now()]);
      if (read.length > 0) await this.tellCounts(tx, [actor.personId]);
    });
    return this.unreadCount(actor.personId);
  }

  async preferences(personId: string): Promise<{ kind: NotificationKind; channel: NotificationChannel }[]> {
    const rows: { kind: NotificationKind; channel: NotificationChannel }[] = await this.database.dataSource.query(
      'select kind, channel from notification_preference where person_id = $1',
      [personId],
    );
    const chosen = new Map(rows.map((row) => [row.kind, row.channel]));
    return Object.values(NotificationKind).map((kind) => ({ kind, channel: chosen.get(kind) ?? DEFAULT_CHANNEL[kind] }));
  }

  async setPreference(personId: string, kind: NotificationKind, channel: NotificationChannel): Promise<void> {
    await this.database.read(SET_CHANNEL, [personId, kind, channel]);
  }

  /** From a link in a mail. */
  async stopMails(personId: string, kind: NotificationKind): Promise<void> {
    await this.database.read(STOP_MAILS, [personId, kind]);
  }

  /** Whether mails of this kind are wanted. */
  async wantsMail(personId: string, kind: NotificationKind): Promise<boolean> {
    const [channel] = await this.channelsOf(kind, [personId]);
    return channel === NotificationChannel.INBOX_AND_MAIL;
  }

  async languageOf(personId: string): Promise<string> {
    const [person] = await this.database.dataSource.query<{ language: string }[]>('select language from person where id = $1', [personId]);
    return person?.language ?? 'en';
  }

  private async channelsOf(kind: NotificationKind, personIds: string[]): Promise<NotificationChannel[]> {
    const rows = await this.database.read<{ personId: string; channel: NotificationChannel }>(CHANNELS, [kind, personIds]);
    const chosen = new Map(rows.map((row) => [row.personId, row.channel]));
    return personIds.map((personId) => chosen.get(personId) ?? DEFAULT_CHANNEL[kind]);
  }

  /** Those to whom it was news: who was told of this event before, by a run that crashed, is not told again. */
  private async add(tx: Tx, eventId: string, same: Notice[]): Promise<{ id: string; personId: string }[]> {
    const [notice] = same;
    if (!notice) return [];
    const people = [...new Set(same.map(({ personId }) => personId))];
    await this.database.run(tx, SETTLE_SEEN, [people, notice.kind, notice.path]);
    return this.database.run<{ id: string; personId: string }>(tx, ADD_NOTICE, [
      people,
      notice.kind,
      notice.reason,
      notice.communityId,
      notice.actorId,
      notice.subjectKind,
      notice.subjectId,
      notice.path,
      JSON.stringify(notice.changes ?? []),
      eventId,
      this.clock.now(),
      notice.position ?? null,
    ]);
  }

  private async mail(tx: Tx, personId: string, notificationId: string): Promise<void> {
    const [person] = await tx.query<{ email: string; language: string }[]>('select email, language from person where id = $1', [personId]);
    if (person) await this.mailer.send(tx, { kind: NOTICE_MAIL, to: person.email, language: person.language, params: { notificationId } });
  }

  /** Last in the transaction: the rooms' locks order what they hear. */
  private async tellCounts(tx: Tx, personIds: string[]): Promise<void> {
    if (personIds.length === 0) return;
    for (const message of await this.database.run<RoomMessage>(tx, TELL_COUNTS, [personIds])) this.rooms.announce(tx, message);
  }
}
