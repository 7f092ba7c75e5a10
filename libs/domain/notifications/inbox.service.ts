import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf } from '#platform/graphql';
import { Mailer } from '#platform/mail';
import { type RoomMessage, Rooms } from '#platform/realtime';
import {
  ADD_NOTICES,
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
  subjectKind:
    'thread' | 'session' | 'position' | 'group' | 'community' | 'petition' | 'organisation' | 'introduction' | 'offer' | 'saved-search';
  subjectId: string;
  path: string;
  changes?: NotificationChange[];
  /** The post of a thread that it is about. */
  position?: number;
}

/** A notice with the event that it comes of. */
export interface EventNotice extends Notice {
  eventId: string;
}

type Told = Pick<Notice, 'kind' | 'personId'>;

/** A row of the inbox, with the title of what it is about as it is now. */
export type InboxRow = Pick<
  Notification,
  'id' | 'kind' | 'reason' | 'path' | 'changes' | 'count' | 'createdAt' | 'readAt' | 'communityId' | 'actorId'
> & {
  subject: string;
};

/** How many people one transaction tells. */
const TOLD_AT_ONCE = 100;

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
    await this.tellAll(notices.map((notice) => ({ eventId, ...notice })));
  }

  /** The same for what comes of many events. */
  async tellAll(notices: EventNotice[]): Promise<void> {
    // Always in the same order, so that two events with the same people wait for each other instead of locking each other out.
    const ordered = notices
      // What one does oneself is no news.
      .filter((notice) => notice.actorId !== notice.personId)
      .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
    for (let from = 0; from < ordered.length; from += TOLD_AT_ONCE) await this.tellSome(ordered.slice(from, from + TOLD_AT_ONCE));
  }

  /** In one transaction: a popular thread would otherwise cost a commit for each of its readers. */
  private async tellSome(notices: EventNotice[]): Promise<void> {
    const channels = await this.channelsOf(notices);
    const wanted = notices.filter((notice) => channels(notice) !== NotificationChannel.NONE);
    await this.database.transaction(async (tx) => {
      const told = new Set<string>();
      for (const some of apart(wanted)) {
        for (const notice of await this.add(tx, some)) {
          told.add(notice.personId);
          // The reminder's mail is peer-learning's own.
          const isMailed = channels(notice) === NotificationChannel.INBOX_AND_MAIL && notice.kind !== NotificationKind.SESSION_REMINDER;
          if (isMailed) await this.mail(tx, notice.personId, notice.id);
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
    const notice = { kind, personId };
    return (await this.channelsOf([notice]))(notice) === NotificationChannel.INBOX_AND_MAIL;
  }

  async languageOf(personId: string): Promise<string> {
    const [person] = await this.database.dataSource.query<{ language: string }[]>('select language from person where id = $1', [personId]);
    return person?.language ?? 'en';
  }

  /** How far each kind may come to each person. */
  private async channelsOf(notices: Told[]): Promise<(notice: Told) => NotificationChannel> {
    const values = [[...new Set(notices.map(({ kind }) => kind))], [...new Set(notices.map(({ personId }) => personId))]];
    const rows = notices.length > 0 ? await this.database.read<Told & { channel: NotificationChannel }>(CHANNELS, values) : [];
    const chosen = new Map(rows.map(({ kind, personId, channel }) => [`${kind} ${personId}`, channel]));
    return ({ kind, personId }) => chosen.get(`${kind} ${personId}`) ?? DEFAULT_CHANNEL[kind];
  }

  /** Those to whom it was news: who was told of this event before, by a run that crashed, is not told again. */
  private async add(tx: Tx, notices: EventNotice[]): Promise<(Told & { id: string })[]> {
    const threads = notices.filter(({ subjectKind }) => subjectKind === 'thread');
    if (threads.length > 0) {
      const values = [threads.map(({ personId }) => personId), threads.map(({ kind }) => kind), threads.map(({ path }) => path)];
      await this.database.run(tx, SETTLE_SEEN, values);
    }
    return this.database.run(tx, ADD_NOTICES, [JSON.stringify(notices), this.clock.now()]);
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

/** Parts in which nobody is told twice about the same thing: one statement can add to a row only once. */
function apart(notices: EventNotice[]): EventNotice[][] {
  const parts: EventNotice[][] = [];
  for (const [, same] of Map.groupBy(notices, ({ personId, kind, path }) => `${personId} ${kind} ${path}`))
    for (const [index, notice] of same.entries()) (parts[index] ??= []).push(notice);
  return parts;
}
