/** Instants and numbers as the reader writes them: only Intl, never our own patterns. */

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** "2 hours ago", "yesterday", and from a week on the date itself. */
export const relativeTime = (instant: Date, now: Date, locale: string): string => {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) >= 7 * 86_400) {
    const sameYear = instant.getFullYear() === now.getFullYear();
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(instant);
  }
  const [unit, size] = steps.findLast(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(unit === 'second' ? 0 : Math.trunc(seconds / size), unit);
};

/** How much of an instant to write. */
export type InstantStyle = 'day' | 'dayAndTime' | 'time' | 'weekdayAndTime' | 'month';

const styles: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayAndTime: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  weekdayAndTime: { weekday: 'long', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
};

/** An instant in the reader's zone, or in the given one. */
export const instantText = (instant: Date, style: InstantStyle, locale: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { ...styles[style], ...(timeZone ? { timeZone } : {}) }).format(instant);

/** The day of something unattributed, of which no more is known: the server's day, whatever the reader's zone. */
export const dayText = (at: string, locale: string): string => instantText(new Date(at), 'day', locale, 'UTC');

/** A list as the language joins it: "Inês, Tomáš and Leyla"; each item keeps its own direction. */
export const listText = (items: string[], locale: string): string =>
  new Intl.ListFormat(locale).format(items.map((item) => `\u2068${item}\u2069`));

/** The name of a language in the reader's language. */
export const languageName = (tag: string, locale: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;

/** The name of a country in the reader's language. */
export const countryName = (code: string, locale: string): string => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
