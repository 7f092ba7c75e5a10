import { Invalid } from '#platform/errors';

const DAY = /^20\d\d-\d\d-\d\d$/;
const DAY_MS = 86_400_000;
const MOST_MONTHS = 60;

/** From the first moment of a day to the first moment after another, in UTC. */
export interface Period {
  from: string;
  until: string;
  begins: Date;
  ends: Date;
}

const dayOf = (path: string, text: string): Date => {
  const at = new Date(`${text}T00:00:00Z`);
  if (!DAY.test(text) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text)
    throw Invalid.field(path, 'NOT_A_DAY', 'Write a day like 2026-12-31.');
  return at;
};

/** @throws Invalid where these are no days, in the wrong order, or too far apart */
export function periodOf(from: string, until: string): Period {
  const begins = dayOf('from', from);
  const last = dayOf('until', until);
  if (last < begins) throw Invalid.field('until', 'ENDS_BEFORE', 'The last day comes before the first one.');
  const months = (last.getUTCFullYear() - begins.getUTCFullYear()) * 12 + last.getUTCMonth() - begins.getUTCMonth() + 1;
  if (months > MOST_MONTHS) throw Invalid.field('until', 'TOO_LONG', 'Choose five years at most.');
  return { from, until, begins, ends: new Date(last.getTime() + DAY_MS) };
}
