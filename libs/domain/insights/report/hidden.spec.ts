import { flowOf, hiddenMonths, unlessFew } from './hidden.js';

describe('numbers of people in a report', () => {
  it('are hidden from one to four', () => {
    expect([0, 1, 4, 5].map(unlessFew)).toEqual([0, null, null, 5]);
  });

  it('hide who came with who left, because the members before and after are known', () => {
    expect(flowOf(9, 3)).toEqual({ joined: null, left: null });
    expect(flowOf(3, 0)).toEqual({ joined: null, left: null });
    expect(flowOf(9, 0)).toEqual({ joined: 9, left: 0 });
  });

  it('hide in months what could be computed from the whole', () => {
    const months = [
      { joined: 7, left: 0 },
      { joined: 2, left: 0 },
      { joined: 8, left: 6 },
    ];
    const shown = hiddenMonths(months);
    expect(shown.filter(({ joined }) => joined === null).length).toBeGreaterThan(1);
    expect(shown.every(({ joined, left }) => (joined === null) === (left === null))).toBe(true);
    expect(hiddenMonths([{ joined: 7, left: 0 }])).toEqual([{ joined: 7, left: 0 }]);
  });
});
