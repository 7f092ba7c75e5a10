import type { OfferFilter } from './offers.inputs.js';
import { offerScope } from './offer.policy.js';

/** Every column of an offer as the GraphQL type names it, from the alias `f`. */
export const OFFER_COLUMNS = `
  f.id, f.direction, f.kind, f.title, f.details, f.country, f.place, f.languages, f.theme_ids as "themeIds", f.person_id as "personId", f.audience,
  f.community_id as "communityId", f.until::text as until, f.state, f.created_at as "createdAt", f.ended_at as "endedAt",
  f.shared_with_id as "sharedWithId", f.outcome`;

const filters = {
  direction: ['d', `f.direction = ?`],
  kinds: ['k', `f.kind = any(?::text[])`],
  themes: ['h', `f.theme_ids && term_family(?::text[])`],
  countries: ['c', `f.country = any(?::text[])`],
  languages: ['g', `f.languages && ?::text[]`],
} as const;

type Name = keyof typeof filters;

/** A page, newest first: one more than asked for. Others see what is open; `mine` shows all of one's own. */
export function offersPage(
  filter: OfferFilter,
  viewer: { me: string | null; memberOf: string[] },
  limit: number,
  cursor: (string | number)[] | null,
) {
  const set = (Object.keys(filters) as Name[]).filter((name) => {
    const value = filter[name];
    return Array.isArray(value) ? value.length > 0 : !!value;
  });
  const where = [
    offerScope('f', '$1', '$2'),
    filter.mine ? 'f.person_id = $1::uuid' : `f.state = 'OPEN'`,
    cursor ? '(f.created_at, f.id) < ($4::timestamptz, $5::uuid)' : '$4::text is null and $5::uuid is null',
    ...set.map((name, index) => filters[name][1].replace('?', `$${index + 6}`)),
  ];
  return {
    statement: {
      name: `exchange.offers.${set.map((name) => filters[name][0]).join('')}${filter.mine ? '.mine' : ''}${cursor ? '.on' : ''}`,
      text: `select ${OFFER_COLUMNS} from offer f where ${where.join(' and ')} order by f.created_at desc, f.id desc limit $3`,
    },
    values: [viewer.me, viewer.memberOf, limit, cursor?.[0] ?? null, cursor?.[1] ?? null, ...set.map((name) => filter[name])],
  };
}
