import type { Searchable } from '#platform/searchables';

/** Organisations, which are for everybody. */
export const ORGANISATIONS_FOUND: Searchable = {
  kind: 'ORGANISATION',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, null::uuid as community_id, null::uuid as group_id, 'PUBLIC' as level, null::uuid as author_id, x.name as heading,
           concat_ws(' ', x.name, x.city) as title, coalesce(x.about, '') as body, null::text as language, x.created_at as at, x.theme_ids, '/o/' || x.id as path
      from organisation x`,
  scope: () => 'true',
};
