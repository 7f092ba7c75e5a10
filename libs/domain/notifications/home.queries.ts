import type { Statement } from '#platform/database';

/** What is in a group asks only those in it. */
const inside = (thing: string) => `(${thing}.group_id is null or ${thing}.group_id in (select group_id from inside))`;

/** One row per thing that may need a person. $1 person, $2 now. Rows say what, where and until when; the service says how long it takes. */
export const ASKS: Statement = {
  name: 'home.asks',
  text: `
    with mine as (
      select c.id, c.name, c.slug, m.role, m.organisation_id from membership m join community c on c.id = m.community_id
       where m.person_id = $1 and c.merged_into_id is null),
    inside as (select group_id from group_membership where person_id = $1)
    select * from (
      (select 'ANSWER_ENDORSEMENT' as kind, p.id as "subjectId", mine.id as "communityId", p.title, null::text as detail, r.closes_at as due,
              '/p/' || p.id || '/endorsement' as path, null::uuid as "actorId", e.organisation_id as "organisationId", 1 as rank
         from mine join position p on p.community_id = mine.id and p.state = 'ENDORSEMENT' and ${inside('p')}
              join endorsement_round r on r.position_id = p.id and r.closed_at is null
              join endorsement e on e.round_id = r.id and e.answer is null
              join community_seat s on s.organisation_id = e.organisation_id and s.community_id = mine.id and s.holder_id = $1 and s.has_mandate
        order by r.closes_at nulls last limit 5)
      union all
      (select 'ANSWER_JOIN_REQUEST', j.id, mine.id, mine.name, j.message, null, '/c/' || mine.slug || '/members', j.person_id, j.organisation_id, 2
         from mine join join_request j on j.community_id = mine.id and j.answered_at is null
        where mine.role in ('FACILITATOR', 'COORDINATOR') order by j.created_at limit 5)
      union all
      (select 'ANSWER_INTRODUCTION', i.id, null, '', i.reason, null, '/introductions/' || i.id, i.asker_id, i.organisation_id, 2
         from introduction i
        where i.state = 'ASKED' and i.asker_id <> $1 and (i.person_id = $1 or i.person_id is null and exists (
          select from organisation_seat o where o.organisation_id = i.organisation_id and o.person_id = $1 and o.has_mandate))
        order by i.asked_at limit 3)
      union all
      (select 'REPLY_TO_MENTION', n.id, mine.id, t.title, null, null, n.path, n.actor_id, null, 3
         from notification n join mine on mine.id = n.community_id join thread t on t.id = n.subject_id
              left join thread_reading g on g.thread_id = t.id and g.person_id = $1
        where n.person_id = $1 and n.kind = 'MENTION' and n.read_at is null
          and ${inside('n')}
          and case when n.position is null then g.last_read_at is null or g.last_read_at < n.created_at else coalesce(g.last_read_position, 0) < n.position end
        order by n.created_at desc limit 5)
      union all
      (select 'READ_ANNOUNCEMENT', t.id, mine.id, t.title, null, null, '/t/' || t.id, t.author_id, null, 3
         from mine join thread t on t.community_id = mine.id and t.kind = 'ANNOUNCEMENT' and t.kind <> 'DISCUSSION' and ${inside('t')}
        where mine.role in ('MEMBER', 'FACILITATOR', 'COORDINATOR') and t.author_id is distinct from $1
          and t.last_post_at > $2::timestamptz - interval '60 days' and t.created_at > $2::timestamptz - interval '60 days'
          and not exists (select from announcement_receipt r where r.thread_id = t.id and r.person_id = $1)
        order by t.created_at desc limit 3)
      union all
      (select 'WRITE_POSITION', p.id, mine.id, p.title, p.addressee, p.deadline, '/p/' || p.id, null, null, 4
         from mine join position p on p.community_id = mine.id and p.state = 'DRAFTING' and ${inside('p')}
        where p.deadline between $2 and $2::timestamptz + interval '21 days' order by p.deadline limit 3)
      union all
      (select 'TAKE_SEAT', s.id, mine.id, s.title, null, s.starts_at, '/s/' || s.id, null, s.host_id, 5
         from mine join session s on s.community_id = mine.id and s.state = 'SCHEDULED' and s.taken_seats < s.seats and ${inside('s')}
        where s.starts_at between $2 and $2::timestamptz + interval '21 days'
          and not exists (select from seat where seat.session_id = s.id and seat.person_id = $1)
        order by s.starts_at limit 3)
      union all
      (select 'COMPLETE_PROFILE', person.id, null, '', null, null, '/profile', null, null, 6
         from person where person.id = $1 and coalesce(person.headline, person.kept_headline) is null)
      union all
      (select 'JOIN_COMMUNITY', person.id, null, '', null, null, '/communities', null, null, 0
         from person where person.id = $1 and not exists (select from mine))
    ) as asks order by rank, due nulls last`,
};

/** The next session with a seat of the person's. */
export const NEXT_SESSION: Statement = {
  name: 'home.next_session',
  text: `select s.id from seat join session s on s.id = seat.session_id
               join membership m on m.community_id = s.community_id and m.person_id = seat.person_id
          where (s.group_id is null or exists (select from group_membership g where g.group_id = s.group_id and g.person_id = $1))
            and seat.person_id = $1 and seat.state = 'TAKEN' and s.state = 'SCHEDULED' and s.ends_at > $2 order by s.starts_at limit 1`,
};
