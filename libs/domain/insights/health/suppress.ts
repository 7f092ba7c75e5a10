/** Fewer than this could be told apart. */
export const FEW = 5;

/**
 * Counts that add up to a known total, as they may be shown. One to four become null, and so many more with them that no null can be computed from the
 * total and the counts that stay: not even by who knows this rule. Others are hidden in the order they stand in, which must not depend on the counts;
 * where hiding some is not enough, all are hidden.
 */
export function suppressed(counts: readonly number[]): (number | null)[] {
  if (!counts.some(isFew)) return [...counts];
  const hidden = new Set(counts.flatMap((count, at) => (isFew(count) ? [at] : [])));
  for (const [at, count] of counts.entries()) {
    if (isOpenEnough(counts, hidden)) break;
    if (count >= FEW) hidden.add(at);
  }
  if (!isOpenEnough(counts, hidden)) return counts.map(() => null);
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

const isFew = (count: number): boolean => count > 0 && count < FEW;

/** Whether the hidden counts could have been shared out in many ways: at least two of them, and enough to share. */
function isOpenEnough(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size < 2) return false;
  const few = [...hidden].filter((at) => isFew(counts[at] ?? 0)).length;
  const sum = [...hidden].reduce((all, at) => all + (counts[at] ?? 0), 0);
  const others = hidden.size - few;
  if (others === 0) return sum > hidden.size + 1 && sum < hidden.size * (FEW - 1) - 1;
  return sum > few + others * FEW + 2;
}
