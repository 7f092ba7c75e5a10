import { contentScope } from '#domain/communities';
import type { Searchable } from '#platform/searchables';

/** Positions with the last text that was given a name. The level `WORLD` is that of published ones, which everybody may read on a page of its own. */
export const POSITIONS_FOUND: Searchable = {
  kind: 'POSITION',
  amount: 'SOME',
  things: `
    select x.id, null::uuid as parent_id, x.community_id, x.group_id, case when x.state = 'PUBLISHED' then 'WORLD' else 'COMMUNITY' end as level,
           x.opened_by_id as author_id, x.title as heading, concat_ws(' · ', x.title, x.addressee) as title,
           concat_ws(E'\\n', x.purpose, coalesce(f.plain_text, v.plain_text)) as body, null::text as language, coalesce(x.published_at, x.created_at) as at,
           '{}'::text[] as theme_ids, case when x.state = 'PUBLISHED' then '/positions/' || x.id || '/public' else '/p/' || x.id end as path
      from position x
      left join document_version f on f.id = x.frozen_version_id
      left join lateral (select plain_text from document_version where document_id = x.document_id and f.id is null order by number desc limit 1) v on true`,
  scope: (thing, community, { memberOf, inGroups }) =>
    `(${thing}.level = 'WORLD' or ${contentScope(community, `${thing}.level`, `${thing}.group_id`, memberOf, inGroups)})`,
};
