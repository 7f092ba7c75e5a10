import { contentScope } from '#domain/communities';
import type { Searchable } from '#platform/searchables';

/** Needs, found by what they say. */
export const NEEDS_FOUND: Searchable = {
  kind: 'NEED',
  amount: 'SOME',
  things: `
    select n.id, null::uuid as parent_id, n.community_id, n.group_id, 'PUBLIC' as level, n.raised_by_id as author_id, n.statement as heading, n.statement as title,
           '' as body, null::text as language, n.created_at as at, '{}'::text[] as theme_ids,
           '/c/' || k.slug || case when n.group_id is null then '/sessions' else '/groups/' || n.group_id end as path
      from need n join community k on k.id = n.community_id`,
  scope: (thing, community, { memberOf, inGroups }) => contentScope(community, `${thing}.level`, `${thing}.group_id`, memberOf, inGroups),
};
