import { periodOf } from './period.js';

describe('the period of a report', () => {
  it('goes from the first moment of a day to the end of another', () => {
    const { begins, ends } = periodOf('2026-01-01', '2026-12-31');
    expect([begins.toISOString(), ends.toISOString()]).toEqual(['2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
    expect(periodOf('2024-02-29', '2024-02-29').ends.toISOString()).toBe('2024-03-01T00:00:00.000Z');
  });

  it.each([
    ['2026-02-30', '2026-12-31', 'from'],
    ['2026-1-1', '2026-12-31', 'from'],
    ['', '2026-12-31', 'from'],
    ['2026-01-01', 'soon', 'until'],
    ['2026-01-02', '2026-01-01', 'until'],
    ['2020-01-01', '2025-01-01', 'until'],
  ])('refuses %s to %s and names %s', (from, until, path) => {
    expect(() => periodOf(from, until)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ path })] }));
  });
});
