import { localeOf } from './languages.js';

/** For whom a time is written: always both, because a time without its zone has made people miss meetings. */
export interface Reader {
  /** A BCP 47 tag. */
  language: string;
  /** An IANA time zone. */
  timeZone: string;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
// The zone by its name in the reader's language, without summer or winter in it: "Western European Time".
const ZONE: Intl.DateTimeFormatOptions = { timeZoneName: 'longGeneric' };

const formats = new Map<string, Intl.DateTimeFormat>();

// A formatter costs a hundred times what formatting costs, and a digest writes many times for the same few readers.
function formatOf(style: 'instant' | 'day' | 'time', { language, timeZone }: Reader): Intl.DateTimeFormat {
  const locale = localeOf(language);
  const key = `${style} ${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const options = { instant: { ...DAY, ...MINUTE, ...ZONE }, day: DAY, time: { ...MINUTE, ...ZONE } }[style];
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, format);
  return format;
}

/** Day, time and zone in words: "Thursday, 26 November 2026 at 10:00 Western European Time". */
export function formatInstant(instant: Date, reader: Reader): string {
  return formatOf('instant', reader).format(instant);
}

/** From when to when, naming the day once if it is the same: "Thursday, 26 November 2026, 10:00–11:30 Western European Time". */
export function formatSpan(start: Date, end: Date, reader: Reader): string {
  return formatOf('instant', reader).formatRange(start, end);
}

/** The day alone: "Thursday, 26 November 2026". */
export function formatDay(instant: Date, reader: Reader): string {
  return formatOf('day', reader).format(instant);
}

/** The time of day with its zone: "10:00 Western European Time". */
export function formatTime(instant: Date, reader: Reader): string {
  return formatOf('time', reader).format(instant);
}
