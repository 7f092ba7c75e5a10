import { inUse } from '#domain/people';
import type { Searchable } from '#platform/searchables';
import { communityScope, contentScope } from './community.policy.js';

/** Communities by name, summary and charter, which is their overview. */
export const COMMUNITIES_FOUND: Searchable = {
  kind: 'COMMUNITY',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, x.id as community_id, null::uuid as group_id, 'OVERVIEW' as level, null::uuid as author_id, x.name as heading,
           concat_ws(' ', x.name, x.name_local) as title,
           concat_ws(E'\\n', x.summary, x.charter_domain, x.charter_community, x.charter_practice) as body, null::text as language, x.created_at as at,
           x.theme_ids, '/c/' || x.slug as path
      from community x where x.merged_into_id is null`,
  scope: (_, community, { isSignedIn, memberOf }) =>
    `(${community}.id = any(${memberOf}::uuid[]) or ${communityScope(community, isSignedIn)})`,
};

const ofPlace: Searchable['scope'] = (thing, community, { memberOf, inGroups }) =>
  contentScope(community, `${thing}.level`, `${thing}.group_id`, memberOf, inGroups);

/** Groups by name and purpose: for members, and a hidden one for those in it. */
export const GROUPS_FOUND: Searchable = {
  kind: 'GROUP',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, x.community_id, case when x.is_hidden then x.id end as group_id, case when x.is_hidden then 'GROUP' else 'COMMUNITY' end as level,
           null::uuid as author_id, x.name as heading, x.name as title, x.purpose as body, null::text as language, x.created_at as at, '{}'::text[] as theme_ids,
           '/c/' || k.slug || '/groups/' || x.id as path
      from community_group x join community k on k.id = x.community_id`,
  scope: ofPlace,
};

/** Words of the glossary with what people say they mean. */
export const WORDS_FOUND: Searchable = {
  kind: 'WORD',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, x.community_id, null::uuid as group_id, 'PUBLIC' as level, null::uuid as author_id, x.term as heading, x.term as title,
           coalesce((select string_agg(d.text, E'\\n' order by d.created_at, d.id) from glossary_definition d where d.term_id = x.id), '') as body,
           null::text as language, x.created_at as at, '{}'::text[] as theme_ids, '/c/' || k.slug || '/glossary' as path
      from glossary_term x join community k on k.id = x.community_id`,
  scope: ofPlace,
};

const isShown = (part: string) => `coalesce(x.shown->>'${part}', 'SIGNED_IN') in ('EVERYONE', 'SIGNED_IN')`;

/** People by their name and what they show to everybody who is signed in: those one shares a community with, and those whom the directory shows. */
export const PEOPLE_FOUND: Searchable = {
  kind: 'PERSON',
  amount: 'FEW',
  things: `
    select x.id, null::uuid as parent_id, null::uuid as community_id, null::uuid as group_id, 'SIGNED_IN' as level, null::uuid as author_id, x.name as heading,
           x.name as title,
           concat_ws(E'\\n', x.headline, case when ${isShown('HEADLINE')} then x.kept_headline end, case when ${isShown('ABOUT')} then x.about end,
                     case when x.is_listed then x.can_help end) as body,
           null::text as language, x.created_at as at, case when x.is_listed then x.theme_ids else '{}' end as theme_ids, '/people/' || x.id as path
      from person x where x.named_at is not null and ${inUse('x')}`,
  scope: (thing, _, { me, memberOf }) =>
    `(${thing}.id = ${me}::uuid
      or exists (select from membership m where m.person_id = ${thing}.id and m.community_id = any(${memberOf}::uuid[]))
      or exists (select from person listed where listed.id = ${thing}.id and listed.is_listed))`,
};
