import { contentScope } from '#domain/communities';
import type { Searchable } from '#platform/searchables';

/** Sessions, with what they are about and where; their links and what was said off the record are for those inside. */
export const SESSIONS_FOUND: Searchable = {
  kind: 'SESSION',
  amount: 'SOME',
  things: `
    select x.id, null::uuid as parent_id, x.community_id, x.group_id, 'PUBLIC' as level, x.scheduled_by_id as author_id, x.title as heading, x.title,
           concat_ws(E'\\n', x.description, x.place) as body, null::text as language, x.starts_at as at, '{}'::text[] as theme_ids, '/s/' || x.id as path
      from session x`,
  scope: (thing, community, { memberOf, inGroups }) => contentScope(community, `${thing}.level`, `${thing}.group_id`, memberOf, inGroups),
};
