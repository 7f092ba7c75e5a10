import type { Statement } from '#platform/database';

/** `$1` community, `$2` the first moment, `$3` the moment after the last, `$4` now. Without what belongs to groups. */
const WITHIN = (column: string) => `${column} >= $2 and ${column} < $3`;
const HELD = `s.community_id = $1 and s.group_id is null and ${WITHIN('s.starts_at')}`;
const ORGANISATIONS = (at: string) => `(select count(*)::int from (
    select organisation_id from community_organisation where community_id = $1 and since < ${at}
    union select organisation_id from community_seat where community_id = $1 and granted_at < ${at} and (ended_at is null or ended_at >= ${at})) there)`;
const MEMBERS = (at: string) => `(select c.member_count - coalesce((
    select sum(by) from membership_change where community_id = $1 and at >= ${at}), 0) from community c where c.id = $1)::int`;

export const NUMBERS: Statement = {
  name: 'report.numbers',
  text: `
    with flow as (
      select count(*) filter (where by = 1)::int as joined, count(*) filter (where by = -1)::int as "left"
        from membership_change where community_id = $1 and ${WITHIN('at')}),
    met as (
      select count(*) filter (where s.state <> 'CANCELLED' and s.ends_at <= $4)::int as sessions, count(*) filter (where s.state = 'CANCELLED')::int as cancelled
        from session s where ${HELD}),
    came as (
      select count(*)::int as seats, count(distinct k.person_id)::int as participants
        from session s join seat k on k.session_id = s.id and k.state = 'TAKEN' where ${HELD} and s.state <> 'CANCELLED' and s.ends_at <= $4),
    said as (
      select count(*) filter (where p.position = 1)::int as threads, count(*) filter (where p.position > 1)::int as replies,
             count(distinct p.author_id)::int as writers
        from thread t join post p on p.thread_id = t.id
       where t.community_id = $1 and t.group_id is null and t.last_post_at >= $2::timestamptz - interval '1 day' and ${WITHIN('p.created_at')}),
    needed as (
      select count(*)::int as needs, count(*) filter (where n.session_count > 0)::int as "answeredNeeds"
        from need n where n.community_id = $1 and n.group_id is null and ${WITHIN('n.created_at')}),
    stood as (
      select count(*) filter (where ${WITHIN('p.created_at')})::int as positions,
             count(*) filter (where p.is_adopted and ${WITHIN('p.outcome_stated_at')})::int as adopted,
             count(*) filter (where ${WITHIN('p.published_at')})::int as published
        from position p where p.community_id = $1 and p.group_id is null),
    behind as (
      select count(*)::int as endorsements from position p join endorsement_round r on r.position_id = p.id join endorsement e on e.round_id = r.id
       where p.community_id = $1 and p.group_id is null and e.answer in ('ENDORSE', 'ENDORSE_WITH_RESERVATION') and ${WITHIN('e.answered_at')})
    select ${MEMBERS('$2')} as "membersBefore", ${MEMBERS('$3')} as "membersAfter",
           ${ORGANISATIONS('$2')} as "organisationsBefore", ${ORGANISATIONS('$3')} as "organisationsAfter",
           flow.*, met.*, came.*, said.*, needed.*, stood.*, behind.*,
           (select count(*)::int from offer where community_id = $1 and ${WITHIN('created_at')}) as offers,
           (select count(*)::int from community_group where community_id = $1 and not is_hidden and created_at < $3) as groups
      from flow, met, came, said, needed, stood, behind`,
};
export const REPORT_MONTHS: Statement = {
  name: 'report.months',
  text: `
    with month as (
      select generate_series(date_trunc('month', $2::timestamptz at time zone 'UTC'),
        least($3::timestamptz - interval '1 second', $4::timestamptz) at time zone 'UTC', interval '1 month') as begins),
    flow as (
      select date_trunc('month', at at time zone 'UTC') as begins, count(*) filter (where by = 1)::int as joined, count(*) filter (where by = -1)::int as gone
        from membership_change where community_id = $1 and ${WITHIN('at')} group by 1),
    said as (
      select date_trunc('month', p.created_at at time zone 'UTC') as begins, count(*) filter (where p.position = 1)::int as threads,
             count(*) filter (where p.position > 1)::int as replies
        from thread t join post p on p.thread_id = t.id
       where t.community_id = $1 and t.group_id is null and t.last_post_at >= $2::timestamptz - interval '1 day' and ${WITHIN('p.created_at')} group by 1),
    met as (
      select date_trunc('month', s.starts_at at time zone 'UTC') as begins, count(*)::int as sessions
        from session s where ${HELD} and s.state <> 'CANCELLED' and s.ends_at <= $4 group by 1)
    select month.begins at time zone 'UTC' as begins, coalesce(flow.joined, 0) as joined, coalesce(flow.gone, 0) as "left",
           coalesce(said.threads, 0) as threads, coalesce(said.replies, 0) as replies, coalesce(met.sessions, 0) as sessions
      from month left join flow using (begins) left join said using (begins) left join met using (begins) order by 1`,
};
/** What anybody may read: published positions, and sessions of a public community. */
export const REPORT_ITEMS: Statement = {
  name: 'report.items',
  text: `
    (select 'POSITION' as kind, p.id, p.title, p.published_at as at from position p
      where p.community_id = $1 and p.group_id is null and p.state = 'PUBLISHED' and ${WITHIN('p.published_at')} order by p.published_at desc, p.id limit 50)
    union all
    (select 'SESSION', s.id, s.title, s.starts_at from session s join community c on c.id = s.community_id
      where ${HELD} and c.visibility = 'PUBLIC' and s.state <> 'CANCELLED' and s.ends_at <= $4 order by s.starts_at desc, s.id limit 100)`,
};
/** `$1` community, `$2` year */
export const NOTES: Statement = {
  name: 'report.notes',
  text: `select n.id, n.year, n.version, n.text, n.written_at as "writtenAt", p.name as "writtenByName"
           from report_note n left join person p on p.id = n.written_by_id
          where n.community_id = $1 and n.year = $2 order by n.version desc limit 100`,
};
export const LAST_VERSION: Statement = {
  name: 'report.last-version',
  text: `select coalesce(max(version), 0) as version from report_note where community_id = $1 and year = $2`,
};
