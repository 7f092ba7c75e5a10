import { FEW, suppressed } from './suppress.js';

/** Every list of so many counts from 0 to the highest. */
function* lists(cells: number, highest: number): Generator<number[]> {
  if (cells === 0) return yield [];
  for (const rest of lists(cells - 1, highest)) for (let count = 0; count <= highest; count++) yield [count, ...rest];
}

/** What everybody sees: the shown counts and the total. */
const seen = (counts: number[]) => JSON.stringify([suppressed(counts), counts.reduce((sum, count) => sum + count, 0)]);

describe('small counts', () => {
  it.each([
    [
      [7, 9, 12],
      [7, 9, 12],
    ],
    [
      [0, 9, 12],
      [0, 9, 12],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
    [[3], [null]],
    [
      [1, 1, 30],
      [null, null, null],
    ],
    [
      [20, 3, 30],
      [null, null, 30],
    ],
    [
      [2, 3, 30, 0],
      [null, null, 30, 0],
    ],
  ])('%j are shown as %j', (counts, shown) => {
    expect(suppressed(counts)).toEqual(shown);
  });

  it('are never shown', () => {
    for (const counts of lists(4, 7)) {
      suppressed(counts).forEach((shown, at) => {
        if (shown !== null) expect([counts[at], shown === 0 || shown >= FEW]).toEqual([shown, true]);
      });
    }
  });

  it.each([
    [2, 16],
    [3, 14],
    [4, 9],
  ])('cannot be computed from the total and the rest by who knows the rule (%i counts up to %i)', (cells, highest) => {
    // All that could have led to what is seen.
    const could = new Map<string, Set<number>[]>();
    for (const counts of lists(cells, highest)) {
      const known = could.get(seen(counts)) ?? counts.map(() => new Set<number>());
      counts.forEach((count, at) => known[at]?.add(count));
      could.set(seen(counts), known);
    }
    const told: string[] = [];
    for (const [key, possible] of could) {
      const [shown, total] = JSON.parse(key) as [(number | null)[], number];
      // Where the hidden ones could be higher than we counted, we do not know all that could have led here.
      if (total - shown.reduce<number>((sum, count) => sum + (count ?? 0), 0) > highest) continue;
      shown.forEach((count, at) => {
        const values = [...(possible[at] ?? [])];
        if (count === null && values.length === 1) told.push(`${key}: ${values.join()}`);
      });
    }
    expect(told).toEqual([]);
  });
});
