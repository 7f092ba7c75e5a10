import ICAL from 'ical.js';

/** What a calendar program understands of a file: the one event in it. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  title: string;
  startsAt: string;
  endsAt: string;
  method: string | null;
}

/** Reads a calendar file as programs do: with the time zone rules that it brings along. */
export function readCalendarFile(text: string): CalendarEntry {
  const calendar = ICAL.Component.fromString(text);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [only, ...others] = calendar.getAllSubcomponents('vevent');
  if (!only || others.length > 0) throw new Error(`One event was expected in:\n${text}`);
  const event = new ICAL.Event(only);
  const instant = (time: ICAL.Time) => new Date(time.toUnixTime() * 1000).toISOString();
  return {
    uid: event.uid,
    sequence: Number(event.sequence),
    title: event.summary,
    startsAt: instant(event.startDate),
    endsAt: instant(event.endDate),
    method: calendar.getFirstPropertyValue('method') as string | null,
  };
}
