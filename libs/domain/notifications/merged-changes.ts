import type { NotificationChange } from './notification.entity.js';

/** What changed in all, each property once: from what it was at first to what it is in the end. What came back to where it was did not change. */
export function merged(changes: NotificationChange[]): NotificationChange[] {
  return [...Map.groupBy(changes, (change) => change.field)]
    .map(([field, steps]) => ({ field, before: steps[0]?.before ?? null, after: steps.at(-1)?.after ?? null }))
    .filter(({ field, before, after }) => before !== after || FACT_ONLY.has(field));
}

/** Of a link only the fact is told: whoever reads the notice may not yet see it. */
const FACT_ONLY = new Set(['link']);
