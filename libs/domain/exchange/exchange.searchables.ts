import type { Searchable } from '#platform/searchables';
import { offerScope } from './offers/offer.policy.js';

/** Open offers and asks. */
export const OFFERS_FOUND: Searchable = {
  kind: 'OFFER',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, null::uuid as community_id, null::uuid as group_id, x.audience as level, x.person_id as author_id, x.title as heading,
           x.title, concat_ws(E'\\n', x.details, x.place) as body, null::text as language, x.created_at as at, x.theme_ids, '/exchange/' || x.id as path
      from offer x where x.state = 'OPEN'`,
  scope: (thing, _, { me, memberOf }) => `exists (select from offer f where f.id = ${thing}.id and ${offerScope('f', me, memberOf)})`,
};
