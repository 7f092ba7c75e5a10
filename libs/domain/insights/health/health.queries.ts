import type { Statement } from '#platform/database';

/** Every mix in one list: which, of what, how many. An organisation counts once; so does a member, by the organisation they speak for. */
export const MIXES: Statement = {
  name: 'health.mixes',
  text: `
    with organisations as (
      select o.type, o.level, o.country from community_organisation co join organisation o on o.id = co.organisation_id where co.community_id = $1),
    members as (
      select o.type, o.country from membership m left join organisation o on o.id = m.organisation_id where m.community_id = $1)
    select 'ORGANISATIONS_BY_TYPE' as mix, coalesce(type, '') as key, count(*)::int as count from organisations group by 2
    union all select 'ORGANISATIONS_BY_LEVEL', coalesce(level, ''), count(*)::int from organisations group by 2
    union all select 'ORGANISATIONS_BY_COUNTRY', coalesce(country, ''), count(*)::int from organisations group by 2
    union all select 'MEMBERS_BY_TYPE', coalesce(type, ''), count(*)::int from members group by 2
    union all select 'MEMBERS_BY_COUNTRY', coalesce(country, ''), count(*)::int from members group by 2`,
};
export const WISHES: Statement = {
  name: 'health.wishes',
  text: `select mix, key, percent from wished_share where community_id = $1`,
};
export const SHARING: Statement = {
  name: 'health.sharing',
  text: `select is_for_members as "isForMembers" from health_sharing where community_id = $1`,
};
export const SHARE: Statement = {
  name: 'health.share',
  text: `insert into health_sharing (community_id, is_for_members) values ($1, $2)
         on conflict (community_id) do update set is_for_members = excluded.is_for_members`,
};
/** 26 weeks up to `$2`, without what belongs to groups. */
export const WEEKS: Statement = {
  name: 'health.weeks',
  text: `
    with week as (
      select generate_series(date_trunc('week', $2::timestamptz at time zone 'UTC') - interval '175 days',
        date_trunc('week', $2::timestamptz at time zone 'UTC'), interval '7 days') as begins),
    since as (select min(begins) at time zone 'UTC' as at from week),
    started as (
      select date_trunc('week', created_at at time zone 'UTC') as begins, count(*)::int as many from thread, since
       where community_id = $1 and group_id is null and created_at >= since.at group by 1),
    written as (
      select date_trunc('week', p.created_at at time zone 'UTC') as begins, count(*)::int as many
        from since, thread t join post p on p.thread_id = t.id
       where t.community_id = $1 and t.group_id is null and t.last_post_at >= since.at and p.created_at >= since.at group by 1),
    met as (
      select date_trunc('week', starts_at at time zone 'UTC') as begins, count(*)::int as many from session, since
       where community_id = $1 and group_id is null and state <> 'CANCELLED' and starts_at >= since.at and starts_at <= $2 group by 1)
    select week.begins at time zone 'UTC' as begins, coalesce(started.many, 0) as threads, coalesce(written.many, 0) as posts,
           coalesce(met.many, 0) as sessions
      from week left join started using (begins) left join written using (begins) left join met using (begins) order by 1`,
};
/** Twelve months up to `$2`. */
export const MONTHS: Statement = {
  name: 'health.months',
  text: `
    with month as (
      select generate_series(date_trunc('month', $2::timestamptz at time zone 'UTC') - interval '11 months',
        date_trunc('month', $2::timestamptz at time zone 'UTC'), interval '1 month') as begins)
    select month.begins at time zone 'UTC' as begins, count(*) filter (where c.by = 1)::int as joined, count(*) filter (where c.by = -1)::int as left
      from month left join membership_change c on c.community_id = $1 and c.at <= $2
       and c.at >= month.begins at time zone 'UTC' and c.at < (month.begins + interval '1 month') at time zone 'UTC'
     group by 1 order by 1`,
};
export const REPERTOIRE: Statement = {
  name: 'health.repertoire',
  text: `
    select (select count(*)::int from thread where community_id = $1 and group_id is null) as threads,
           (select count(*)::int from need where community_id = $1 and group_id is null) as needs,
           (select count(*)::int from session where community_id = $1 and group_id is null and state <> 'CANCELLED' and starts_at <= $2) as sessions,
           (select count(*)::int from position where community_id = $1 and group_id is null and published_at is not null) as positions`,
};
/** Discussions of a year up to `$2`, and those in which people from organisations of two countries wrote. */
export const CROSS_BORDER: Statement = {
  name: 'health.cross-border',
  text: `
    select count(*)::int as threads, count(*) filter (where countries > 1)::int as across from (
      select t.id, count(distinct o.country) as countries
        from thread t left join post p on p.thread_id = t.id and p.removed_at is null
        left join membership m on m.community_id = t.community_id and m.person_id = p.author_id
        left join organisation o on o.id = m.organisation_id
       where t.community_id = $1 and t.group_id is null and t.last_post_at > $2::timestamptz - interval '1 year' group by t.id) as discussed`,
};
/** Heard twice, it counts once; of a community that is gone, it counts no more. */
export const NOTE_CHANGE: Statement = {
  name: 'health.note-change',
  text: `insert into membership_change (event_id, community_id, by, at)
         select $1, id, $3, $4 from community where id = $2 on conflict do nothing`,
};
