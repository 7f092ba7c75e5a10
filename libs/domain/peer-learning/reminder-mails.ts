import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '#domain/people';
import { Authentication } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { formatSpan, type Reader, translate } from '#platform/i18n';
import { type MailBlock, type MailContent, Mailer } from '#platform/mail';
import { Calendars } from './calendars.service.js';
import { type PlannedReminder, REMINDER_MAIL } from './reminders.service.js';
import type { Session } from './session.entity.js';
import { sessionPolicy } from './session.policy.js';
import { Sessions } from './sessions.service.js';

/** Writes the reminder when it leaves: what it says, and whether it is still right to say it, is how things stand then. */
@Injectable()
export class ReminderMails implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly sessions: Sessions,
    private readonly calendars: Calendars,
    private readonly people: People,
    private readonly authentication: Authentication,
  ) {}

  onModuleInit(): void {
    this.mailer.define<PlannedReminder & { personId: string }>(REMINDER_MAIL, (params, { language }) => this.compose(params, language));
  }

  private async compose(
    { sessionId, personId, startsAt }: PlannedReminder & { personId: string },
    language: string,
  ): Promise<MailContent | null> {
    const actor = await this.authentication.actorByPerson(personId);
    const [person] = await this.people.peopleByIds([personId]);
    const session = await this.sessions.get(actor, sessionId).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (!person || !session || session.state !== 'SCHEDULED' || session.startsAt.toISOString() !== startsAt) return null;
    // Who left the community since is not told any more.
    if (session.viewerSeat?.state !== 'TAKEN' || !sessionPolicy.seeLink(actor, this.sessions.subjectOf(session))) return null;
    const calendar = await this.calendars.mail(sessionId, personId);
    const text = (key: 'subject' | 'reason') => translate(language, `sessionReminder.${key}`);
    const blocks = blocksOf(session, this.calendars.pageUrl(sessionId), { language, timeZone: person.timeZone });
    return { subject: text('subject'), blocks, reason: text('reason'), ...(calendar ? { calendar } : {}) };
  }
}

/** The time in the reader's own zone; the subject tells nothing, the title stands inside. What a group says stays in it. */
function blocksOf(session: Session, url: string, reader: Reader): MailBlock[] {
  const text = (key: 'heading' | 'when' | 'where' | 'open' | 'giveUp') => translate(reader.language, `sessionReminder.${key}`);
  const isConfided = session.groupId !== null;
  return [
    { kind: 'heading', text: text('heading') },
    { kind: 'paragraph', text: isConfided ? translate(reader.language, 'groupSession.title') : session.title },
    {
      kind: 'facts',
      facts: [
        { name: text('when'), value: formatSpan(session.startsAt, session.endsAt, reader) },
        ...(isConfided ? [] : [{ name: text('where'), value: [session.place, session.link].filter(Boolean).join(' · ') }]),
      ],
    },
    { kind: 'button', text: text('open'), url },
    { kind: 'note', text: text('giveUp') },
  ];
}
