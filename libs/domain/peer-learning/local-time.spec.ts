import { endOf, instantOf, startOf } from './local-time.js';

/** Sundays by the rule that the law states, not by the zone database: the second opinion of these tests. */
const sunday = (year: number, month: number, which: 'second' | 'first' | 'last'): number => {
  const first = 1 + ((7 - new Date(Date.UTC(year, month - 1, 1)).getUTCDay()) % 7);
  if (which === 'first') return first;
  if (which === 'second') return first + 7;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return first + 7 * Math.floor((days - first) / 7);
};

interface Zone {
  zone: string;
  /** Hours east of Greenwich in winter. */
  winter: number;
  /** When clocks change, as UTC hours on the day of the rule. */
  spring: (year: number) => number;
  autumn: (year: number) => number;
}

const hours = 3_600_000;
const european = {
  spring: (year: number) => Date.UTC(year, 2, sunday(year, 3, 'last'), 1),
  autumn: (year: number) => Date.UTC(year, 9, sunday(year, 10, 'last'), 1),
};
const zones: Zone[] = [
  { zone: 'Europe/Lisbon', winter: 0, ...european },
  { zone: 'Atlantic/Azores', winter: -1, ...european },
  { zone: 'Europe/Berlin', winter: 1, ...european },
  { zone: 'Europe/Kyiv', winter: 2, ...european },
  {
    zone: 'America/New_York',
    winter: -5,
    spring: (year) => Date.UTC(year, 2, sunday(year, 3, 'second'), 7),
    autumn: (year) => Date.UTC(year, 10, sunday(year, 11, 'first'), 6),
  },
];
const table = zones.flatMap((zone) => [2025, 2026, 2027, 2028].map((year) => ({ ...zone, year })));
const wall = (utc: number, offset: number) => new Date(utc + offset * hours).toISOString().slice(0, 16);

describe.each(table)('$zone in $year', ({ zone, winter, spring, autumn, year }) => {
  const [jump, back] = [spring(year), autumn(year)];
  it.each([
    ['an hour before clocks jump', jump - hours, winter],
    ['a minute before', jump - 60_000, winter],
    ['when they jump', jump, winter + 1],
    ['an hour after', jump + hours, winter + 1],
    ['two hours before clocks go back', back - 2 * hours, winter + 1],
    ['in the hour that comes twice, the first time', back - 30 * 60_000, winter + 1],
    ['when that hour has come twice', back + hours, winter],
    ['a day later', back + 24 * hours, winter],
    ['at new year', Date.UTC(year, 0, 1, 12), winter],
    ['at midsummer', Date.UTC(year, 6, 1, 12), winter + 1],
  ])('%s', (_, instant, offset) => {
    expect(startOf(wall(instant, offset), zone).toISOString()).toBe(new Date(instant).toISOString());
  });

  it('takes the first of the hour that comes twice', () => {
    expect(startOf(wall(back + 10 * 60_000, winter), zone).getTime()).toBe(back - 50 * 60_000);
  });

  it.each([0, 30, 59])('refuses what clocks jump over, %i minutes in', (minutes) => {
    const missing = wall(jump + minutes * 60_000, winter);
    expect(() => startOf(missing, zone)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'localStart', code: 'TIME_DOES_NOT_EXIST' })] }),
    );
    // When new rules make the hour of an agreed session disappear, it moves on with the clocks.
    expect(instantOf(missing, zone)).toEqual({ instant: new Date(jump + minutes * 60_000), exists: false });
  });
});

it('knows a zone without summer time', () => {
  for (let month = 1; month <= 12; month++) {
    const local = `2027-${String(month).padStart(2, '0')}-14T02:30`;
    expect(startOf(local, 'Asia/Tokyo').toISOString()).toBe(new Date(Date.parse(`${local}:00Z`) - 9 * hours).toISOString());
  }
});

it('ends after its length on the clock of physics, over a change of clocks too', () => {
  const start = startOf('2026-10-24T22:00', 'Europe/Lisbon');
  expect(endOf(start, 24 * 60).toISOString()).toBe('2026-10-25T21:00:00.000Z');
});
