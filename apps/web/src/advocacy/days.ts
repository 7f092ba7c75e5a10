import { Temporal } from 'temporal-polyfill';

/** A day as stepper and list write it: "26 Nov", with the year when it is another one. */
export const shortDay = (instant: string, locale: string, timeZone: string): string => {
  const date = new Date(instant);
  const otherYear = date.getFullYear() !== new Date().getFullYear();
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(otherYear && { year: 'numeric' }), timeZone }).format(date);
};

/** The value of a field for day and time, as the clocks in this zone show the instant. */
export const localTime = (instant: string | null | undefined, timeZone: string): string =>
  instant ? Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) : '';

/** The instant at which the clocks in this zone show that; null while the field is empty or half filled. */
export const instantOf = (local: string, timeZone: string): string | null => {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return null;
  }
};
