import { contentScope } from '#domain/communities';
import type { Searchable } from '#platform/searchables';

const scope: Searchable['scope'] = (thing, community, { memberOf, inGroups }) =>
  contentScope(community, `${thing}.level`, `${thing}.group_id`, memberOf, inGroups);

/** A thread with its opening post, which has no entry of its own. */
export const THREADS_FOUND: Searchable = {
  kind: 'THREAD',
  amount: 'SOME',
  things: `
    select t.id, null::uuid as parent_id, t.community_id, t.group_id, t.level, t.author_id, t.title as heading, t.title,
           case when p.removed_at is null then p.text else '' end as body, null::text as language, t.created_at as at, '{}'::text[] as theme_ids,
           '/t/' || t.id as path
      from thread t join post p on p.thread_id = t.id and p.position = 1`,
  scope,
};

/** Replies. One without a name has no author here either. */
export const POSTS_FOUND: Searchable = {
  kind: 'POST',
  amount: 'MANY',
  things: `
    select p.id, p.thread_id as parent_id, t.community_id, t.group_id, t.level, p.author_id, t.title as heading, '' as title, p.text as body,
           null::text as language, p.created_at as at, '{}'::text[] as theme_ids, '/t/' || t.id || '#post-' || p.position as path
      from post p join thread t on t.id = p.thread_id where p.position > 1 and p.removed_at is null`,
  scope,
};
