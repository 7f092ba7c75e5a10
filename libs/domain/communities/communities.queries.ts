import type { Statement } from '#platform/database';

/** A retired theme is shown by its successor. */
const TERMS = `(select coalesce(json_agg(json_build_object('id', t.id, 'schemeId', t.scheme_id, 'labels', t.labels, 'note', t.note, 'position', t.position,
  'retiredAt', t.retired_at, 'successorId', t.successor_id)
  order by t.position), '[]') from term t
  where t.id in (select coalesce(own.successor_id, own.id) from term own where own.id = any(c.theme_ids)))`;

/** Every column of a community as the GraphQL type names it, with its themes, from the alias `c`. */
export const COMMUNITY_COLUMNS = `
  c.id, c.slug, c.name, c.name_local as "nameLocal", c.kind, c.level, c.countries, c.languages, c.theme_ids as "themeIds", c.summary,
  c.visibility, c.is_unlisted as "isUnlisted", c.join_policy as "joinPolicy", c.allows_individuals as "allowsIndividuals", c.founded_year as "foundedYear", c.coordinated_by as "coordinatedBy", c.source_url as "sourceUrl",
  c.is_demo as "isDemo", c.parent_id as "parentId",
  c.inherits_members as "inheritsMembers", c.circle_of_id as "circleOfId", c.task, c.ends_on::text as "endsOn", c.project_name as "projectName",
  c.project_url as "projectUrl", c.archived_at as "archivedAt", c.archive_note as "archiveNote", c.merged_into_id as "mergedIntoId",
  c.member_count as "memberCount", c.organisation_count as "organisationCount",
  c.thread_count as "threadCount", c.session_count as "sessionCount", c.position_count as "positionCount",
  c.last_activity_at as "lastActivityAt", c.created_at as "createdAt",
  json_build_object('domain', c.charter_domain, 'community', c.charter_community, 'practice', c.charter_practice,
    'version', c.charter_version, 'updatedAt', c.charter_updated_at) as charter,
  ${TERMS} as themes`;

const REQUEST = `(select json_build_object('id', r.id, 'communityId', r.community_id, 'personId', r.person_id, 'organisationId', r.organisation_id,
    'message', r.message, 'answers', r.answers, 'createdAt', r.created_at)
  from join_request r where r.community_id = c.id and r.person_id = $1::uuid and r.answered_at is null)`;

const MEMBERSHIP = `(select json_build_object('id', m.id, 'communityId', m.community_id, 'personId', m.person_id, 'organisationId', m.organisation_id,
    'role', m.role, 'joinedAt', m.joined_at, 'isInherited', m.is_inherited)
  from membership m where m.community_id = c.id and m.person_id = $1::uuid)`;

/** What the viewer is here; `$1` is the viewer's id or null. */
export const VIEWER_COLUMNS = `${MEMBERSHIP} as "viewerMembership", ${REQUEST} as "viewerRequest"`;

/** Posts of twelve weeks, oldest first; `$2` is now. */
const PULSE = `array(select coalesce(w.posts, 0)
    from generate_series(date_trunc('week', $2::timestamptz at time zone 'UTC') - interval '77 days', date_trunc('week', $2::timestamptz at time zone 'UTC'), interval '7 days') as at(monday)
    left join community_week w on w.community_id = c.id and w.week = at.monday::date order by at.monday)`;

export const COMMUNITY_BY_ID: Statement = {
  name: 'communities.by-id',
  text: `select ${COMMUNITY_COLUMNS} from community c where c.id = $1`,
};
export const COMMUNITIES_BY_IDS: Statement = {
  name: 'communities.by-ids',
  text: `select ${COMMUNITY_COLUMNS} from community c where c.id = any($1::uuid[])`,
};
export const COMMUNITY_PAGE: Statement = {
  name: 'communities.page',
  text: `select ${COMMUNITY_COLUMNS}, ${VIEWER_COLUMNS}, ${PULSE} as pulse from community c where c.slug = $3`,
};
export const COMMUNITY_SEEN: Statement = {
  name: 'communities.seen',
  text: `select ${COMMUNITY_COLUMNS}, ${VIEWER_COLUMNS}, ${PULSE} as pulse from community c where c.id = $3`,
};
export const PULSES: Statement = {
  name: 'communities.pulses',
  text: `select c.id, ${PULSE} as pulse from community c where c.id = any($1::uuid[])`,
};
export const VIEWER_PARTS: Statement = {
  name: 'communities.viewer-parts',
  text: `select c.id, ${VIEWER_COLUMNS} from community c where c.id = any($2::uuid[])`,
};
/** Posts more in their weeks; a community's last activity is noted at most once a minute, so that posts do not queue for its row. */
export const COUNT_POSTS: Statement = {
  name: 'communities.count-posts',
  text: `with told as (
           select community_id, date_trunc('week', at at time zone 'UTC')::date as week, count(*)::int as posts, max(at) as last_at
             from unnest($1::uuid[], $2::timestamptz[]) as written (community_id, at) group by 1, 2 order by 1, 2),
         touched as (
           update community c set last_activity_at = latest.at
             from (select community_id, max(last_at) as at from told group by 1) latest
            where c.id = latest.community_id and c.last_activity_at < latest.at - interval '1 minute')
         insert into community_week (community_id, week, posts) select community_id, week, posts from told order by community_id, week
         on conflict (community_id, week) do update set posts = community_week.posts + excluded.posts`,
};
