import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '#domain/people';
import { Authentication } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { type MailBlock, type MailContent, Mailer } from '#platform/mail';
import { Calendars } from './calendars.service.js';
import { type PlannedReminder, REMINDER_MAIL } from './reminders.service.js';
import { reminderTextsIn } from './reminder-texts.js';
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

  private async compose({ sessionId, personId, startsAt }: PlannedReminder & { personId: string }, language: string): Promise<MailContent | null> {
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
    const texts = reminderTextsIn(language);
    const blocks = blocksOf(session, this.calendars.pageUrl(sessionId), language, person.timeZone);
    return { subject: texts.subject, blocks, reason: texts.reason, ...(calendar ? { calendar } : {}) };
  }
}

function blocksOf(session: Session, url: string, language: string, timeZone: string): MailBlock[] {
  const texts = reminderTextsIn(language);
  const format: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  const when = new Intl.DateTimeFormat(language, { ...format, timeZone }).format(session.startsAt);
  const where = [session.place, session.link].filter(Boolean).join(' · ');
  return [
    { kind: 'heading', text: texts.heading },
    { kind: 'paragraph', text: session.title },
    {
      kind: 'facts',
      facts: [
        { name: texts.when, value: when },
        { name: texts.length, value: texts.minutes.replace('{minutes}', String(session.durationMinutes)) },
        { name: texts.where, value: where },
      ],
    },
    { kind: 'button', text: texts.open, url },
    { kind: 'note', text: texts.giveUp },
  ];
}
