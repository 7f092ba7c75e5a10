import type { Statement } from '#platform/database';

/** Fewer than this could be told apart. */
export const FEW = 5;

/** $1 signal, $2 who, $3 now: whether it was news, and how many say so now. */
export const ECHO: Statement = {
  name: 'signals.echo',
  text: `with added as (
      insert into signal_echo (thread_id, person_id, echoed_at) values ($1, $2, $3) on conflict do nothing returning person_id)
    select (select count(*)::int from signal_echo where thread_id = $1) + (select count(*)::int from added) as people
      where exists (select from added)`,
};

/** $1 signal, $2 who */
export const UNECHO: Statement = {
  name: 'signals.unecho',
  text: `delete from signal_echo where thread_id = $1 and person_id = $2 returning 0 as people`,
};

/** $1 signals, $2 viewer or null. By the organisations that people are in the community for, one each. */
export const REACH: Statement = {
  name: 'signals.reach',
  text: `with said as (
      select e.thread_id, e.person_id, o.id as organisation_id, o.country
        from signal_echo e join thread t on t.id = e.thread_id
        left join membership m on m.community_id = t.community_id and m.person_id = e.person_id
        left join organisation o on o.id = m.organisation_id
       where e.thread_id = any($1::uuid[])),
    per_country as (
      select thread_id, jsonb_agg(jsonb_build_object('country', country, 'people', people) order by people desc, country) as countries
        from (select thread_id, country, count(*)::int as people from said where country is not null group by thread_id, country having count(*) >= ${FEW}) many
       group by thread_id)
    select s.thread_id as "threadId", count(*)::int as people, count(distinct s.organisation_id)::int as "organisationCount",
           count(distinct s.country)::int as "countryCount", coalesce(c.countries, '[]') as countries,
           coalesce(bool_or(s.person_id = $2::uuid), false) as "viewerEchoed"
      from said s left join per_country c on c.thread_id = s.thread_id group by s.thread_id, c.countries`,
};
