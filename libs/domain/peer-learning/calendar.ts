import ICAL from 'ical.js';

/** REQUEST and CANCEL travel by mail and change an entry; PUBLISH is a file or a feed. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** One session as one person's calendar shows it. */
export interface CalendarEntry {
  sessionId: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  updatedAt: Date;
  title: string;
  description: string | null;
  location: string | null;
  url: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/** Who is asked by mail, and in whose name: a calendar takes a REQUEST only from an organiser to an attendee. */
export interface CalendarParties {
  organiser: { name: string; email: string };
  attendee: { name: string; email: string };
}

/** Never changes, whatever the site is called: by it calendars know that it is the same entry. */
export const calendarUid = (sessionId: string): string => `session-${sessionId}@throughline`;

/** Calendars wrongly show control characters or refuse the file; line breaks and tabs are meant. */
const clean = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
const utc = (date: Date): ICAL.Time => ICAL.Time.fromJSDate(date, true);

/** An iCalendar text (RFC 5545). Times are UTC instants: a zone's rules are applied here, once, and not by each calendar anew. */
export function calendarFile(
  entries: CalendarEntry[],
  options: { method: CalendarMethod; now: Date; name?: string; parties?: CalendarParties },
): string {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Throughline//Sessions//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', options.method);
  if (options.name) {
    calendar.addPropertyWithValue('x-wr-calname', clean(options.name));
    calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H')).setParameter('value', 'DURATION');
    calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
  }
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, options.now, options.parties));
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: CalendarEntry, now: Date, parties?: CalendarParties): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', calendarUid(entry.sessionId));
  event.addPropertyWithValue('sequence', entry.sequence);
  event.addPropertyWithValue('dtstamp', utc(now));
  event.addPropertyWithValue('last-modified', utc(entry.updatedAt));
  event.addPropertyWithValue('dtstart', utc(entry.startsAt));
  event.addPropertyWithValue('dtend', utc(entry.endsAt));
  event.addPropertyWithValue('summary', clean(entry.title));
  if (entry.description) event.addPropertyWithValue('description', clean(entry.description));
  if (entry.location) event.addPropertyWithValue('location', clean(entry.location));
  event.addPropertyWithValue('url', entry.url);
  event.addPropertyWithValue('status', entry.status);
  event.addPropertyWithValue('transp', entry.status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT');
  if (parties) {
    const organiser = event.addPropertyWithValue('organizer', `mailto:${parties.organiser.email}`);
    organiser.setParameter('cn', parameter(parties.organiser.name));
    const attendee = event.addPropertyWithValue('attendee', `mailto:${parties.attendee.email}`);
    attendee.setParameter('cn', parameter(parties.attendee.name));
    attendee.setParameter('partstat', 'ACCEPTED');
    attendee.setParameter('rsvp', 'FALSE');
  }
  return event;
}

/** Parameters cannot hold quotes or line breaks. */
const parameter = (text: string): string => clean(text).replaceAll(/["\n\t]/g, ' ');
