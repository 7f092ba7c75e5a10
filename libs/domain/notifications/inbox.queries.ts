import type { Statement } from '#platform/database';

/** Nothing about what one has read already: who was in the thread after the notice came has seen what it is about. */
const READING = `left join thread_reading r on n.subject_kind = 'thread' and r.thread_id = n.subject_id and r.person_id = n.person_id`;
const NOT_SEEN = `(r.last_read_at is null or r.last_read_at < n.created_at)`;

/** Adds to the unread notice about the same thing, or begins one; does nothing when this event was counted already. */
export const ADD_NOTICE: Statement = {
  name: 'notifications.add',
  text: `
    insert into notification (person_id, kind, reason, community_id, actor_id, subject_kind, subject_id, path, changes, event_ids, created_at)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, array[$10::uuid], $11
     where not exists (select from notification where person_id = $1 and kind = $2 and path = $8 and $10::uuid = any(event_ids))
    on conflict (person_id, kind, path) where read_at is null do update
       set count = notification.count + 1, actor_id = excluded.actor_id, reason = excluded.reason, created_at = excluded.created_at,
           changes = notification.changes || excluded.changes, event_ids = notification.event_ids || excluded.event_ids
    returning id`,
};

export const UNREAD_COUNT: Statement = {
  name: 'notifications.unread_count',
  text: `
    select count(*)::int as unread from (
      select from notification n ${READING} where n.person_id = $1 and n.read_at is null and ${NOT_SEEN} limit 100) as unread`,
};

/**
 * A page of the inbox, newest first. What a notice is about is asked for anew, and what may not be read any more is left out with its words.
 * $1 person, $2 memberships, $3 $4 cursor, $5 how many, $6 unread only.
 */
export const INBOX: Statement = {
  name: 'notifications.inbox',
  text: `
    select n.id, n.kind, n.reason, n.path, n.changes, n.count, n.created_at as "createdAt",
           coalesce(n.read_at, case when r.last_read_at >= n.created_at then r.last_read_at end) as "readAt",
           n.community_id as "communityId", n.actor_id as "actorId",
           coalesce(t.title, s.title, p.title, c.name) as subject
      from notification n ${READING}
      left join community c on c.id = n.community_id
      left join thread t on n.subject_kind = 'thread' and t.id = n.subject_id
      left join session s on n.subject_kind = 'session' and s.id = n.subject_id
      left join position p on n.subject_kind = 'position' and p.id = n.subject_id
     where n.person_id = $1
       and ($3::timestamptz is null or (n.created_at, n.id) < ($3, $4::uuid))
       and ($6::boolean is not true or n.read_at is null and ${NOT_SEEN})
       and (n.subject_kind = 'community' or c.id = any($2::uuid[]) or c.visibility = 'PUBLIC' and (t.id is null or t.level = 'PUBLIC') and p.id is null)
       and coalesce(t.title, s.title, p.title, c.name) is not null
     order by n.created_at desc, n.id desc
     limit $5`,
};

export const MARK_READ: Statement = {
  name: 'notifications.mark_read',
  text: `update notification set read_at = $3 where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id`,
};

export const CHANNELS: Statement = {
  name: 'notifications.channels',
  text: `select person_id as "personId", channel from notification_preference where kind = $1 and person_id = any($2::uuid[])`,
};

export const SET_CHANNEL: Statement = {
  name: 'notifications.set_channel',
  text: `insert into notification_preference (person_id, kind, channel) values ($1, $2, $3)
         on conflict (person_id, kind) do update set channel = excluded.channel`,
};

/** To whom a mail about a notice goes, if it is still unread and wanted. */
export const NOTICE_FOR_MAIL: Statement = {
  name: 'notifications.for_mail',
  text: `
    select n.id, n.kind, n.path, n.changes, n.person_id as "personId", n.community_id as "communityId", n.subject_kind as "subjectKind",
           n.subject_id as "subjectId", c.name as "communityName", person.time_zone as "timeZone", person.email as email,
           exists (select from membership m where m.person_id = n.person_id and m.community_id = n.community_id) as "isMember",
           (select channel from notification_preference f where f.person_id = n.person_id and f.kind = n.kind) as channel
      from notification n ${READING} join person on person.id = n.person_id left join community c on c.id = n.community_id
     where n.id = $1 and n.read_at is null and ${NOT_SEEN}`,
};
