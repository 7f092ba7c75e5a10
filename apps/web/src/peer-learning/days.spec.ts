import { addDays, addMonths, dayOf, daysBetween, isMonth, startOfDay, weekdayOf, weeksOf } from './days.js';

test('the same instant is another day elsewhere', () => {
  const instant = new Date('2026-11-26T23:30:00Z');
  expect(dayOf(instant, 'Europe/Lisbon')).toBe('2026-11-26');
  expect(dayOf(instant, 'Europe/Kyiv')).toBe('2026-11-27');
  expect(dayOf(instant, 'Pacific/Honolulu')).toBe('2026-11-26');
});

test('a day begins when the clocks there say so, also when they change', () => {
  expect(startOfDay('2026-11-26', 'Europe/Kyiv').toISOString()).toBe('2026-11-25T22:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/Lisbon').toISOString()).toBe('2026-03-29T00:00:00.000Z');
  expect(startOfDay('2026-03-30', 'Europe/Lisbon').toISOString()).toBe('2026-03-29T23:00:00.000Z');
  expect(startOfDay('2026-11-26', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-25T10:00:00.000Z');
  expect(startOfDay('2026-11-26', 'Asia/Kathmandu').toISOString()).toBe('2026-11-25T18:30:00.000Z');
});

test('counting days and months crosses years and changes of clocks', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});

test('a month is shown in whole weeks, from the day on which weeks begin', () => {
  const weeks = weeksOf('2026-11', 1);
  expect(weeks[0]![0]).toBe('2026-10-26');
  expect(weeks.at(-1)![6]).toBe('2026-12-06');
  expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0]!) === 1)).toBe(true);
  expect(weeksOf('2026-11', 6)[0]![0]).toBe('2026-10-31');
  // February 2027 begins on a Monday and has 28 days.
  expect(weeksOf('2027-02', 1)).toHaveLength(4);
});

test('a session over midnight is on both days, one that ends at midnight is not', () => {
  expect(daysBetween('2026-11-26T22:00:00Z', '2026-11-27T01:00:00Z', 'Europe/Lisbon')).toEqual(['2026-11-26', '2026-11-27']);
  expect(daysBetween('2026-11-26T22:00:00Z', '2026-11-27T00:00:00Z', 'Europe/Lisbon')).toEqual(['2026-11-26']);
  expect(daysBetween('2026-11-01T08:00:00Z', '2026-12-31T00:00:00Z', 'Europe/Lisbon')).toHaveLength(15);
});

test('an address that names no month is not believed', () => {
  expect(isMonth('2026-11')).toBe(true);
  for (const text of ['2026-13', '2026-1', 'soon', '', undefined]) expect(isMonth(text)).toBe(false);
});
