import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Calendars, REMINDER_MAIL } from '#domain/peer-learning';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { formatInstant, localeOf } from '#platform/i18n';
import { type MailBlock, type MailContent, Mailer } from '#platform/mail';
import { NOTICE_FOR_MAIL } from './inbox.queries.js';
import { Inbox } from './inbox.service.js';
import { merged } from './merged-changes.js';
import { NOTICE_MAIL } from './notice-mail.js';
import type { NotificationChange } from './notification.entity.js';
import { DEFAULT_CHANNEL, NotificationChannel, NotificationKind } from './notification.enums.js';
import { type NoticeTexts, noticeTextsIn } from './notice-texts.js';

interface NoticeRow {
  kind: NotificationKind;
  path: string;
  changes: NotificationChange[];
  groupId: string | null;
  personId: string;
  subjectKind: string;
  subjectId: string;
  communityName: string;
  timeZone: string;
  channel: NotificationChannel | null;
}

/** Writes a notice's mail when it leaves: only while it is unread, wanted, and its receiver still a member. It never quotes what was said. */
@Injectable()
export class NoticeMails implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly config: Config,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.mailer.define<{ notificationId: string }>(NOTICE_MAIL, ({ notificationId }, { language }) =>
      this.compose(notificationId, language),
    );
    this.mailer.review<{ personId: string }>(REMINDER_MAIL, ({ personId }, content) => this.reviewReminder(personId, content));
  }

  /** The address that stops one kind of mail for one person, without signing in. */
  stopUrl(personId: string, kind: NotificationKind): string {
    return `${this.config.baseUrl}/notifications/stop/${personId}/${kind}/${this.signature(personId, kind)}`;
  }

  mayStop(personId: string, kind: string, signature: string): boolean {
    const expected = Buffer.from(this.signature(personId, kind));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private signature(personId: string, kind: string): string {
    return createHmac('sha256', this.config.secret).update(`notifications.stop:${personId}:${kind}`).digest('base64url');
  }

  /** The reminder of a session is peer-learning's mail; whether it is wanted, and how to stop it, is known here. */
  private async reviewReminder(personId: string, content: MailContent): Promise<MailContent | null> {
    if (!(await this.inbox.wantsMail(personId, NotificationKind.SESSION_REMINDER))) return null;
    return { ...content, unsubscribeUrl: this.stopUrl(personId, NotificationKind.SESSION_REMINDER) };
  }

  private async compose(notificationId: string, language: string): Promise<MailContent | null> {
    const [notice] = await this.database.read<NoticeRow>(NOTICE_FOR_MAIL, [notificationId]);
    if (!notice || notice.kind === NotificationKind.SESSION_REMINDER) return null;
    if ((notice.channel ?? DEFAULT_CHANNEL[notice.kind]) !== NotificationChannel.INBOX_AND_MAIL) return null;
    const texts = noticeTextsIn(language);
    const named = (text: string) => text.replace('{community}', () => notice.communityName);
    const calendar = notice.subjectKind === 'session' ? await this.calendars.mail(notice.subjectId, notice.personId) : null;
    return {
      subject: named(texts.subjects[notice.kind]),
      blocks: [
        { kind: 'paragraph', text: named(texts.sentences[notice.kind]) },
        ...factsOf(tellable(notice), texts, language, notice.timeZone),
        { kind: 'button', text: texts.open, url: `${this.config.baseUrl}${notice.path}` },
      ],
      reason: texts.stop,
      unsubscribeUrl: this.stopUrl(notice.personId, notice.kind),
      ...(calendar ? { calendar } : {}),
    };
  }
}

/** Of what happens in a group a mail tells when it is, and nothing that was written. */
const tellable = ({ changes, groupId }: NoticeRow): NotificationChange[] =>
  groupId === null ? changes : changes.filter(({ field }) => ['startsAt', 'timeZone', 'durationMinutes'].includes(field));

function factsOf(changes: NotificationChange[], texts: NoticeTexts, language: string, timeZone: string): MailBlock[] {
  const facts = merged(changes)
    .filter(({ field }) => texts.fields[field])
    .map(({ field, before, after }) => {
      const shown = (value: string | null) => readable(field, value, language, timeZone);
      const change = texts.was.replace('{after}', () => shown(after)).replace('{before}', () => shown(before));
      return { name: texts.fields[field] ?? field, value: field === 'link' ? texts.changed : change };
    });
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

/** Instants in the reader's own zone, lengths with their unit; everything else as it is. */
function readable(field: string, value: string | null, language: string, timeZone: string): string {
  if (value === null) return '–';
  if (field === 'startsAt') return formatInstant(new Date(value), { language, timeZone });
  if (field === 'durationMinutes')
    return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(Number(value));
  return value;
}
