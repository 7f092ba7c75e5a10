import { Invalid } from '#platform/errors';

/**
 * The instant of a wall-clock time in a zone. An hour that comes twice (clocks go back) means its first, earlier one; a time that a
 * clock jumps over moves forward by the jump, as calendars do. `exists` tells the two apart.
 */
export function instantOf(localStart: string, timeZone: string): { instant: Date; exists: boolean } {
  const wall = Temporal.PlainDateTime.from(localStart);
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return { instant: new Date(zoned.epochMilliseconds), exists: zoned.toPlainDateTime().equals(wall) };
}

/** The same, refusing a time that no clock will show: nobody could have meant it. */
export function startOf(localStart: string, timeZone: string): Date {
  const { instant, exists } = instantOf(localStart, timeZone);
  if (exists) return instant;
  const [day, time] = localStart.split('T');
  throw Invalid.field(
    'localStart',
    'TIME_DOES_NOT_EXIST',
    `On ${day} the clocks in ${timeZone} jump over ${time}. Choose an earlier or later time.`,
  );
}

export const endOf = (startsAt: Date, durationMinutes: number): Date => new Date(startsAt.getTime() + durationMinutes * 60_000);
