/** Days as "2026-11-26": no clock and no zone, so that counting them never meets a change of clocks. */
export type Day = string;

const dayMs = 86_400_000;
const noonOf = (day: Day) => new Date(`${day}T12:00:00Z`);

const clocks = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs a hundred times more than using one.
const clockOf = (timeZone: string) => {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(timeZone, clock);
  return clock;
};

/** The day that a clock in this zone shows at this instant. */
export const dayOf = (instant: Date, timeZone: string): Day => {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
};

/** So many days later, or earlier. */
export const addDays = (day: Day, days: number): Day => new Date(noonOf(day).getTime() + days * dayMs).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => noonOf(day).getUTCDay() || 7;

/** "2026-11" so many months later, or earlier. */
export const addMonths = (month: string, months: number): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 15)).toISOString().slice(0, 7);
};

/** Whether an address names a month that a calendar has. */
export const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');

/** The first day of the week that this day is in. */
export const weekStart = (day: Day, firstWeekday: number): Day => addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));

/** The weeks that a month touches, each with its seven days. */
export const weeksOf = (month: string, firstWeekday: number): Day[][] => {
  const weeks: Day[][] = [];
  const next = `${addMonths(month, 1)}-01`;
  for (let day = weekStart(`${month}-01`, firstWeekday); day < next; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  }
  return weeks;
};

/** A day in words; it has no zone, so none may move it. */
export const dayText = (day: Day, options: Intl.DateTimeFormatOptions, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(noonOf(day));

/** The instant at which a day begins in a zone; where clocks change at midnight, the first instant that shows this day. */
export const startOfDay = (day: Day, timeZone: string): Date => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is further than 14 hours from UTC; half-hours are enough, since no zone starts its day between them.
  for (let shift = -14 * 2; shift <= 14 * 2; shift += 1) {
    const instant = new Date(midnight + shift * 1_800_000);
    if (dayOf(instant, timeZone) >= day) return instant;
  }
  return new Date(midnight);
};

/** Where a week begins and which days are free, as the language's main region counts them. */
export const weekOf = (locale: string): { firstDay: number; weekend: number[] } => {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number; weekend: number[] };
    weekInfo?: { firstDay: number; weekend: number[] };
  };
  return known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1, weekend: [6, 7] };
};

/** The days that a session is on, in a zone: at most two weeks, as long as a session may take. */
export const daysBetween = (startsAt: string, endsAt: string, timeZone: string): Day[] => {
  const first = dayOf(new Date(startsAt), timeZone);
  const last = dayOf(new Date(Date.parse(endsAt) - 1), timeZone);
  const days = [first];
  while (days[days.length - 1]! < last && days.length < 15) days.push(addDays(days[days.length - 1]!, 1));
  return days;
};
