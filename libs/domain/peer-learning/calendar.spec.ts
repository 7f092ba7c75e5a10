import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEntry, calendarFile, calendarUid } from './calendar.js';
import { startOf } from './local-time.js';

const now = new Date('2026-09-01T08:00:00Z');
const entry: CalendarEntry = {
  sessionId: '11111111-1111-4111-8111-111111111111',
  sequence: 2,
  startsAt: new Date('2026-10-20T13:00:00Z'),
  endsAt: new Date('2026-10-20T14:30:00Z'),
  updatedAt: new Date('2026-08-31T08:00:00Z'),
  title: 'عيادة الأقران: غطاء التربة — soil; cover, notes, and a title so long that its line has to be folded somewhere',
  description: 'Line 1\nJoin: https://x.y/s/1; or not, \\ maybe',
  location: 'Rua Nova 1, 4700 Braga; floor 2',
  url: 'https://example.org/s/11111111-1111-4111-8111-111111111111',
  status: 'CONFIRMED',
};
const parse = (text: string) => new ICAL.Component(ICAL.parse(text) as never[]);
const eventOf = (text: string) => parse(text).getFirstSubcomponent('vevent') as ICAL.Component;
const value = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name)?.toString();

it('says the same to the calendar that reads it', () => {
  const text = calendarFile([entry], { method: 'PUBLISH', now });
  const event = eventOf(text);
  expect(
    Object.fromEntries(
      ['uid', 'sequence', 'summary', 'description', 'location', 'url', 'status', 'transp'].map((name) => [name, value(event, name)]),
    ),
  ).toEqual({
    uid: 'session-11111111-1111-4111-8111-111111111111@throughline',
    sequence: '2',
    summary: entry.title,
    description: entry.description,
    location: entry.location,
    url: entry.url,
    status: 'CONFIRMED',
    transp: 'OPAQUE',
  });
  expect(value(event, 'dtstart')).toBe('2026-10-20T13:00:00Z');
  expect(value(event, 'dtend')).toBe('2026-10-20T14:30:00Z');
  expect(value(event, 'dtstamp')).toBe('2026-09-01T08:00:00Z');
  expect(text).toContain('\r\nDTSTART:20261020T130000Z\r\n');
  expect(value(parse(text), 'method')).toBe('PUBLISH');
});

it.each([
  ['Europe/Lisbon', '2026-10-24T16:00', '20261024T150000Z'],
  ['Europe/Lisbon', '2026-10-25T16:00', '20261025T160000Z'],
  ['Europe/Kyiv', '2027-03-27T16:00', '20270327T140000Z'],
  ['Europe/Kyiv', '2027-03-28T16:00', '20270328T130000Z'],
  ['Atlantic/Azores', '2026-10-25T00:30', '20261025T003000Z'],
  ['America/New_York', '2026-11-01T01:30', '20261101T053000Z'],
  ['America/New_York', '2026-11-01T02:30', '20261101T073000Z'],
  ['Asia/Tokyo', '2026-10-25T16:00', '20261025T070000Z'],
])('%s %s is %s in the file', (zone, local, written) => {
  const startsAt = startOf(local, zone);
  const text = calendarFile([{ ...entry, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }], { method: 'PUBLISH', now });
  expect(text).toContain(`\r\nDTSTART:${written}\r\n`);
  expect((eventOf(text).getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate()).toEqual(startsAt);
});

it('asks by mail in the name of the sender, and takes back with CANCEL', () => {
  const parties = {
    organiser: { name: 'Through"line"', email: 'no-reply@example.org' },
    attendee: { name: 'Олена; Ш', email: 'olena@example.org' },
  };
  const text = calendarFile([{ ...entry, status: 'CANCELLED' }], { method: 'CANCEL', now, parties });
  const event = eventOf(text);
  expect(value(parse(text), 'method')).toBe('CANCEL');
  expect(value(event, 'status')).toBe('CANCELLED');
  expect(value(event, 'organizer')).toBe('mailto:no-reply@example.org');
  expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe('Олена; Ш');
  expect(value(event, 'uid')).toBe(calendarUid(entry.sessionId));
});

it('survives every text: what is read is what was written, in lines of at most 75 octets, and no line is smuggled in', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''));
  fc.assert(
    fc.property(texts, texts, texts, (title, description, location) => {
      const text = calendarFile([{ ...entry, title, description, location }], { method: 'PUBLISH', now });
      for (const line of text.split('\r\n'))
        if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets: ${line}`);
      expect(text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      const event = eventOf(text);
      expect(value(event, 'summary')).toBe(title);
      expect(value(event, 'description') ?? '').toBe(description);
      expect(value(event, 'location') ?? '').toBe(location);
    }),
    { numRuns: 200 },
  );
});

it('cannot be broken by line breaks and control characters in a title', () => {
  const text = calendarFile([{ ...entry, title: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0007b' }], { method: 'PUBLISH', now });
  expect(parse(text).getAllSubcomponents('vevent')).toHaveLength(1);
  expect(value(eventOf(text), 'summary')).toBe('a\nEND:VEVENT\nBEGIN:VEVENTb');
});
