import { FEW, suppressed } from '../health/suppress.js';

export const unlessFew = (count: number): number | null => (count > 0 && count < FEW ? null : count);

/** The members before and after are known, so who came and who left give each other away: both are shown or none. */
export const flowOf = (joined: number, left: number): { joined: number | null; left: number | null } =>
  unlessFew(joined) === null || unlessFew(left) === null ? { joined: null, left: null } : { joined, left };

/** Months add up to what stands beside them. */
export function hiddenMonths<Month extends { joined: number; left: number }>(months: readonly Month[]) {
  const joined = suppressed(months.map((month) => month.joined));
  const left = suppressed(months.map((month) => month.left));
  // A month in which one of the two is hidden would give it away to who knows how many members there were.
  return months.map((month, at) => {
    const isHidden = joined[at] === null || left[at] === null;
    return { ...month, joined: isHidden ? null : month.joined, left: isHidden ? null : month.left };
  });
}
