import type { Statement } from '#platform/database';

/** How far its receiver has read the thread that a notice is about. */
const READING = `left join thread_reading r on n.subject_kind = 'thread' and r.thread_id = n.subject_id and r.person_id = n.person_id`;

/** Nothing about what one has read already: up to the post it is about or, where it names none, since it came. */
const NOT_SEEN = `(case when n.position is null then r.last_read_at is null or r.last_read_at < n.created_at
  else coalesce(r.last_read_position, 0) < n.position end)`;

/** Its receiver still is where it happened, in the role it was for; an invitation and the answer to a request come to people outside. */
const STILL_MINE = `(n.kind in ('INVITED', 'JOIN_ANSWERED', 'SEAT_OFFERED', 'SEATS_PROPOSED', 'HANDOVER_OFFERED', 'GUEST_INVITED')
  or n.kind = 'SEATS_ANSWERED' and n.reason = 'YOU_ACT_FOR_ORGANISATION' or n.subject_kind in ('introduction', 'offer', 'organisation', 'saved-search')
  or n.reason = 'YOU_ARE_GUEST' and exists (
    select from guest g where g.person_id = n.person_id and g.subject_id = n.subject_id and g.accepted_at is not null and g.ended_at is null) or exists (
  select from membership m where m.person_id = n.person_id and m.community_id = n.community_id
     and (n.kind <> 'JOIN_REQUESTED' or m.role in ('FACILITATOR', 'COORDINATOR'))
     and (n.kind not in ('TIE_PROPOSED', 'TIE_ANSWERED', 'SEATS_ANSWERED') or m.role = 'COORDINATOR'))
  and (n.group_id is null or exists (select from group_membership g where g.group_id = n.group_id and g.person_id = n.person_id)))`;

/**
 * Puts away unread notices whose threads were read meanwhile, so that the next ones count from one. Each is found by its own index: joined freely, the planner
 * reads all notices of the house. $1 people, $2 kinds, $3 paths.
 */
export const SETTLE_SEEN: Statement = {
  name: 'notifications.settle_seen',
  text: `
    update notification n set read_at = seen.read_at
      from (
        select n.id, r.last_read_at as read_at from unnest($1::uuid[], $2::text[], $3::text[]) as told (person_id, kind, path)
          cross join lateral (select * from notification where person_id = told.person_id and kind = told.kind and path = told.path
            and read_at is null and subject_kind = 'thread' limit 1) n
          cross join lateral (select * from thread_reading where person_id = n.person_id and thread_id = n.subject_id limit 1) r
         where not ${NOT_SEEN}) seen
     where n.id = seen.id`,
};

/**
 * Adds to each person's unread notice about the same thing, or begins one; does nothing when this event was counted already. Events are tried again soon or
 * never, so the latest fifty of a notice are enough to know them by. $1 notices, of which no two have the same person, kind and path; $2 now.
 */
export const ADD_NOTICES: Statement = {
  name: 'notifications.add',
  text: `
    insert into notification (person_id, kind, reason, community_id, actor_id, subject_kind, subject_id, path, changes, event_ids, created_at, position, group_id)
    select told."personId", told.kind, told.reason, told."communityId", told."actorId", told."subjectKind", told."subjectId", told.path,
           coalesce(told.changes, '[]'), array[told."eventId"], $2, told.position,
           case told."subjectKind" when 'thread' then (select t.group_id from thread t where t.id = told."subjectId")
             when 'session' then (select s.group_id from session s where s.id = told."subjectId")
             when 'position' then (select p.group_id from position p where p.id = told."subjectId")
             when 'group' then (select g.group_id from group_membership g where g.group_id = told."subjectId" and g.person_id = told."personId") end
      from jsonb_to_recordset($1::jsonb) as told ("eventId" uuid, "personId" uuid, kind text, reason text, "communityId" uuid, "actorId" uuid,
           "subjectKind" text, "subjectId" uuid, path text, changes jsonb, position int)
     where not exists (
       select from notification n where n.person_id = told."personId" and n.kind = told.kind and n.path = told.path and told."eventId" = any(n.event_ids))
     order by told."personId", told.kind, told.path
    on conflict (person_id, kind, path) where read_at is null do update
       set count = notification.count + 1, reason = excluded.reason, created_at = excluded.created_at,
           -- Listeners may hear of two posts in either order.
           actor_id = case when excluded.position < notification.position then notification.actor_id else excluded.actor_id end,
           position = greatest(excluded.position, notification.position), changes = notification.changes || excluded.changes,
           event_ids = (excluded.event_ids || notification.event_ids)[1:50]
     where not excluded.event_ids <@ notification.event_ids
    returning id, person_id as "personId", kind`,
};

export const UNREAD_COUNT: Statement = {
  name: 'notifications.unread_count',
  text: `
    select count(*)::int as unread from (
      select from notification n ${READING} where n.person_id = $1 and n.read_at is null and ${NOT_SEEN} and ${STILL_MINE} limit 100) as unread`,
};

/** Tells people how many notices they have not read, each in their own room: one statement, however popular a thread is. $1 people. */
export const TELL_COUNTS: Statement = {
  name: 'notifications.tell_counts',
  text: `
    with counted as (
      select person_id, (select count(*)::int from (
        select from notification n ${READING} where n.person_id = told.person_id and n.read_at is null and ${NOT_SEEN} and ${STILL_MINE} limit 100
      ) as unread) as unread
        from unnest($1::uuid[]) as told (person_id)),
    next as (
      insert into room (name, seq) select 'person:' || person_id, 1 from counted order by person_id
      on conflict (name) do update set seq = room.seq + 1 returning name, seq)
    insert into room_message (room, seq, kind, payload)
    select next.name, next.seq, 'inbox-changed', jsonb_build_object('unreadNotificationCount', counted.unread)
      from next join counted on next.name = 'person:' || counted.person_id
    returning room, seq::int as seq, kind, payload`,
};

/**
 * A page of the inbox, newest first. What a notice is about is asked for anew, and what may not be read any more is left out with its words.
 * $1 person, $2 $3 cursor, $4 how many, $5 unread only.
 */
export const INBOX: Statement = {
  name: 'notifications.inbox',
  text: `
    select n.id, n.kind, n.reason, n.path, n.changes, n.count, n.created_at as "createdAt",
           coalesce(n.read_at, case when r.last_read_at is not null and not ${NOT_SEEN} then r.last_read_at end) as "readAt",
           n.community_id as "communityId", n.actor_id as "actorId",
           coalesce(t.title, s.title, p.title, o.name, pe.title, e.name, og.name, c.name, f.title, left(i.reason, 80), q.name) as subject
      from notification n ${READING}
      left join community c on c.id = n.community_id
      left join community e on n.kind = 'COMMUNITY_MERGED' and e.id = n.subject_id
      left join thread t on n.subject_kind = 'thread' and t.id = n.subject_id
      left join session s on n.subject_kind = 'session' and s.id = n.subject_id
      left join position p on n.subject_kind = 'position' and p.id = n.subject_id
      left join community_group o on n.subject_kind = 'group' and o.id = n.subject_id and (not o.is_hidden or n.group_id is not null)
      left join petition pe on n.subject_kind = 'petition' and pe.id = n.subject_id
      left join organisation og on n.subject_kind = 'organisation' and og.id = n.subject_id
      left join offer f on n.subject_kind = 'offer' and f.id = n.subject_id
      left join saved_search q on n.subject_kind = 'saved-search' and q.id = n.subject_id
      left join introduction i on n.subject_kind = 'introduction' and i.id = n.subject_id
     where n.person_id = $1
       and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
       and ($5::boolean is not true or n.read_at is null and ${NOT_SEEN})
       and ${STILL_MINE}
       and coalesce(t.title, s.title, p.title, o.name, pe.title, e.name, og.name, c.name, f.title, left(i.reason, 80), q.name) is not null
     order by n.created_at desc, n.id desc
     limit $4`,
};

export const MARK_READ: Statement = {
  name: 'notifications.mark_read',
  text: `update notification set read_at = $3 where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id`,
};

export const CHANNELS: Statement = {
  name: 'notifications.channels',
  text: `select person_id as "personId", kind, channel from notification_preference where kind = any($1::text[]) and person_id = any($2::uuid[])`,
};

export const SET_CHANNEL: Statement = {
  name: 'notifications.set_channel',
  text: `insert into notification_preference (person_id, kind, channel) values ($1, $2, $3)
         on conflict (person_id, kind) do update set channel = excluded.channel`,
};

/** Only down: who wants to hear nothing at all of a kind is not brought back by an old mail. */
export const STOP_MAILS: Statement = {
  name: 'notifications.stop_mails',
  text: `insert into notification_preference (person_id, kind, channel) values ($1, $2, 'INBOX')
         on conflict (person_id, kind) do update set channel = excluded.channel where notification_preference.channel = 'INBOX_AND_MAIL'`,
};

/** What a mail about a notice needs, if it is still unread, and right to tell as things stand now. */
export const NOTICE_FOR_MAIL: Statement = {
  name: 'notifications.for_mail',
  text: `
    select n.kind, n.path, n.changes, n.group_id as "groupId", n.person_id as "personId", n.subject_kind as "subjectKind", n.subject_id as "subjectId",
           c.name as "communityName", person.time_zone as "timeZone",
           (select channel from notification_preference f where f.person_id = n.person_id and f.kind = n.kind) as channel
      from notification n ${READING} join person on person.id = n.person_id left join community c on c.id = n.community_id
     where n.id = $1 and (c.id is not null or n.subject_kind in ('introduction', 'offer', 'organisation', 'saved-search')) and n.read_at is null and ${NOT_SEEN} and ${STILL_MINE}
       and case n.kind
             when 'SEAT_MOVED_UP' then exists (select from seat where session_id = n.subject_id and person_id = n.person_id and state = 'TAKEN')
             when 'GUEST_INVITED' then exists (select from guest g where g.person_id = n.person_id and g.accepted_at is null and g.ended_at is null)
             when 'SESSION_CHANGED' then n.reason = 'YOU_ARE_GUEST' or exists (select from seat join session s on s.id = seat.session_id
               where s.id = n.subject_id and s.state = 'SCHEDULED' and seat.person_id = n.person_id)
             when 'JOIN_REQUESTED' then exists (select from join_request j where j.community_id = n.community_id and j.answered_at is null)
             when 'GROUP_REQUESTED' then exists (select from group_request q where q.group_id = n.subject_id and q.answered_at is null)
             when 'ENDORSEMENT_REQUESTED' then exists (select from position where id = n.subject_id and state = 'ENDORSEMENT')
             when 'INTRODUCTION_ASKED' then exists (select from introduction where id = n.subject_id and state = 'ASKED')
             when 'TIE_PROPOSED' then exists (select from community_tie y where n.community_id in (y.community_id, y.other_id)
               and y.proposed_from_id <> n.community_id and y.agreed_at is null)
             when 'PETITION_STARTED' then exists (select from petition where id = n.subject_id and state = 'OPEN')
             when 'CHARTER_CHANGED' then not exists (select from charter_agreement a where a.community_id = c.id and a.person_id = n.person_id
               and a.version >= c.charter_version)
             when 'SEARCH_FOUND' then exists (select from saved_search where id = n.subject_id and is_on)
             when 'OFFER_EXPIRED' then exists (select from offer where id = n.subject_id and state = 'EXPIRED')
             else true end`,
};
