import type { OfferKind } from '../gql/exchange/graphql.js';

/** What can be shared, in the order of the choice. */
export const offerKinds: OfferKind[] = ['STAFF_TIME', 'ROOM', 'INTERPRETER', 'MATERIAL', 'KNOW_HOW', 'STUDY_VISIT', 'OTHER'];

/** A day so many months from today, as the server writes days. */
export function dayAhead(months: number): string {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}
