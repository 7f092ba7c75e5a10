import type { Statement } from '#platform/database';

/** $1 session */
export const OPENED: Statement = { name: 'off-record.opened', text: `select opened_at from off_record_conversation where session_id = $1` };

/** $1 session, $2 now */
export const OPEN: Statement = {
  name: 'off-record.open',
  text: `insert into off_record_conversation (session_id, opened_at) values ($1, $2) on conflict do nothing returning true as opened`,
};

/** $1 session: those with a taken seat who still belong to its community or group, those who lead there, and who scheduled it. */
export const READER_COUNT: Statement = {
  name: 'off-record.reader-count',
  text: `select count(*)::int as readers from session s join membership m on m.community_id = s.community_id
    left join group_membership g on g.group_id = s.group_id and g.person_id = m.person_id
    where s.id = $1 and (s.group_id is null or g.person_id is not null)
      and (case when s.group_id is null then m.role in ('FACILITATOR', 'COORDINATOR') else g.role = 'KEEPER' end or m.person_id = s.scheduled_by_id
      or exists (select from seat where seat.session_id = s.id and seat.person_id = m.person_id and seat.state = 'TAKEN'))`,
};

/** $1 session: the latest 300, in their order. */
export const REMARKS: Statement = {
  name: 'off-record.remarks',
  text: `select * from (
      select r.id, r.words, r.said_at as "saidAt", r.person_id as "personId", p.name, p.headline, p.picture_file_id as "pictureFileId", p.is_demo as "isDemo"
        from off_record_remark r join person p on p.id = r.person_id where r.session_id = $1 order by r.said_at desc, r.id desc limit 300) latest
    order by "saidAt", id`,
};

/** $1 session, $2 person, $3 repeat key, $4 words, $5 now. Said twice with one key, it is there once. */
export const SAY: Statement = {
  name: 'off-record.say',
  text: `insert into off_record_remark (session_id, person_id, repeat_key, words, said_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
};

/** $1 session, $2 remark, $3 its author, or null for any */
export const TAKE_BACK: Statement = {
  name: 'off-record.take-back',
  text: `delete from off_record_remark where session_id = $1 and id = $2 and ($3::uuid is null or person_id = $3) returning id`,
};

/** $1 now less the grace: everything said in sessions that are over or were called off, and what rooms were told of it. */
export const ERASE: Statement = {
  name: 'off-record.erase',
  text: `with over as (
      select s.id from session s join off_record_conversation c on c.session_id = s.id where s.ends_at <= $1 or s.state = 'CANCELLED'),
    told as (delete from room_message where room in (select 'off-record:' || id from over)),
    gone as (delete from off_record_remark where session_id in (select id from over) returning 1)
    select count(*)::int as erased from gone`,
};
