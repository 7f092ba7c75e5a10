import { startsOf } from './session-series.js';

it.each([
  [
    'on the weekday itself',
    '2026-11-23',
    { firstAfterWeeks: 2, everyWeeks: 4, times: 3, weekday: 1, at: '14:30' },
    ['2026-12-07T14:30', '2027-01-04T14:30', '2027-02-01T14:30'],
  ],
  [
    'on the next such day',
    '2026-11-24',
    { firstAfterWeeks: 1, everyWeeks: 1, times: 2, weekday: 1, at: '09:00' },
    ['2026-12-07T09:00', '2026-12-14T09:00'],
  ],
  ['on a Sunday', '2026-11-21', { firstAfterWeeks: 1, everyWeeks: 26, times: 1, weekday: 7, at: '18:00' }, ['2026-11-29T18:00']],
])('a series begins %s', (_, began, series, starts) => {
  expect(startsOf(series, Temporal.PlainDate.from(began))).toEqual(starts);
});
