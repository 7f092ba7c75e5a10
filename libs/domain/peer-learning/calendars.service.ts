import { Injectable } from '@nestjs/common';
import { People } from '#domain/people';
import { type Actor, Authentication, hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Statement } from '#platform/database';
import { translate } from '#platform/i18n';
import { type CalendarEntry, calendarFile, type CalendarMethod } from './calendar.js';
import { Session } from './session.entity.js';
import { sessionPolicy } from './session.policy.js';
import { SESSION, SESSIONS_OF_CALENDAR, sessionOf } from './sessions.queries.js';
import { Sessions } from './sessions.service.js';

const OWNER: Statement = {
  name: 'calendar-feeds.owner',
  text: `with feed as (select id, person_id from calendar_feed where token_hash = $1),
              noted as (update calendar_feed f set last_fetched_at = $2 from feed
                         where f.id = feed.id and (f.last_fetched_at is null or f.last_fetched_at < $2::timestamptz - interval '1 minute'))
         select person_id as "personId" from feed`,
};

/** A calendar text that goes with a mail. */
export interface CalendarMail {
  method: 'REQUEST' | 'CANCEL';
  text: string;
}

/** Sessions as calendars read them: a file, a feed, an entry in a mail. Each is written for one reader, with what that reader may see now. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly authentication: Authentication,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  fileUrl(sessionId: string): string {
    return `${this.config.baseUrl}/calendar/sessions/${sessionId}.ics`;
  }

  feedUrl(token: string): string {
    return `${this.config.baseUrl}/calendar/feed/${token}.ics`;
  }

  /** Where people read of a session. */
  pageUrl(sessionId: string): string {
    return `${this.config.baseUrl}/s/${sessionId}`;
  }

  /** One session. @throws NotFound when it is not there or not readable */
  async file(actor: Actor, sessionId: string): Promise<string> {
    const session = await this.sessions.get(actor, sessionId);
    const status = session.viewerSeat?.state === 'WAITING' ? 'TENTATIVE' : 'CONFIRMED';
    return calendarFile([this.entry(actor, session, status)], { method: 'PUBLISH', now: this.clock.now() });
  }

  /** What the holder of the secret reads, with the rights they have at this moment; null when the feed is unknown or revoked. */
  async feed(token: string): Promise<string | null> {
    const now = this.clock.now();
    const [feed] = await this.database.read<{ personId: string }>(OWNER, [hashToken(token), now]);
    if (!feed) return null;
    const actor = await this.authentication.actorByPerson(feed.personId);
    if (!actor.isSignedIn) return null;
    const rows = await this.database.read<Record<string, unknown>>(SESSIONS_OF_CALENDAR, [
      actor.personId,
      actor.communityIds,
      now,
      actor.groupIds,
    ]);
    const entries = rows
      .map(sessionOf)
      .filter((session) => sessionPolicy.read(actor, this.sessions.subjectOf(session)))
      // A title alone for what one has not chosen: feeds end up with companies that read calendars.
      .map((session) =>
        this.entry(actor, session, session.viewerSeat?.state === 'TAKEN' ? 'CONFIRMED' : 'TENTATIVE', session.viewerSeat !== null),
      );
    return calendarFile(entries, { method: 'PUBLISH', now, name: 'Throughline' });
  }

  /**
   * The entry of a session for one person's calendar, to go with a mail: it updates the entry that is there, or takes it away when the session was
   * cancelled or the person has no seat any more. Null when the person may not read the session.
   */
  async mail(sessionId: string, personId: string): Promise<CalendarMail | null> {
    const actor = await this.authentication.actorByPerson(personId);
    const [person] = await this.people.peopleByIds([personId]);
    const [row] = await this.database.read<Record<string, unknown>>(SESSION, [personId, sessionId]);
    const session = row && sessionOf(row);
    if (!person || !session || !sessionPolicy.read(actor, this.sessions.subjectOf(session))) return null;
    const comes = session.state === 'SCHEDULED' && session.viewerSeat !== null;
    const method: CalendarMethod = comes ? 'REQUEST' : 'CANCEL';
    const status = !comes ? 'CANCELLED' : session.viewerSeat?.state === 'TAKEN' ? 'CONFIRMED' : 'TENTATIVE';
    const parties = { organiser: senderOf(this.config.mailFrom), attendee: { name: person.name, email: person.email } };
    return { method, text: calendarFile([this.entry(actor, session, status)], { method, now: this.clock.now(), parties }) };
  }

  /** Of a session of a group the time and a neutral title alone: calendars are read by companies, and over shoulders. */
  private entry(actor: Actor, session: Session, status: CalendarEntry['status'], isFull = true): CalendarEntry {
    const entry = this.fullEntry(actor, session, status, isFull && session.groupId === null);
    return session.groupId === null ? entry : { ...entry, title: translate(actor.language, 'groupSession.title'), location: null };
  }

  private fullEntry(actor: Actor, session: Session, status: CalendarEntry['status'], isFull: boolean): CalendarEntry {
    const link = sessionPolicy.seeLink(actor, this.sessions.subjectOf(session)) ? session.link : null;
    const { id: sessionId, sequence, startsAt, endsAt, updatedAt, title, place } = session;
    const url = this.pageUrl(sessionId);
    const lines = isFull ? [session.need?.statement, session.description, session.cancelReason, link, url] : [url];
    return {
      sessionId,
      sequence,
      startsAt,
      endsAt,
      updatedAt,
      title,
      url,
      description: lines.filter(Boolean).join('\n\n'),
      location: place ?? link,
      status: session.state === 'CANCELLED' ? 'CANCELLED' : status,
    };
  }
}

/** `Throughline <hello@example.org>` in its parts. */
function senderOf(mailFrom: string): { name: string; email: string } {
  const parts = mailFrom.match(/^(.*?)\s*<([^<>]+)>$/);
  return parts?.[2] ? { name: (parts[1] ?? '').replaceAll('"', '') || parts[2], email: parts[2] } : { name: mailFrom, email: mailFrom };
}
