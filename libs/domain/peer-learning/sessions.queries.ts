import { Need } from '#domain/needs';
import { Organisation } from '#domain/people';
import type { Statement } from '#platform/database';
import { Seat } from './seat.entity.js';
import { Session } from './session.entity.js';

/** A session with what every list shows: its need, its host, the seat of the one who asks ($1), and the visibility of its community. */
const SELECT = `
  select s.id, s.community_id as "communityId", s.group_id as "groupId", s.need_id as "needId", s.host_id as "hostId", s.scheduled_by_id as "scheduledById",
         s.title, s.kind, s.description, s.place, s.link, s.local_start as "localStart", s.time_zone as "timeZone",
         s.duration_minutes as "durationMinutes", s.starts_at as "startsAt", s.ends_at as "endsAt", s.seats, s.taken_seats as "takenSeats",
         s.waiting_count as "waitingCount", s.state, s.cancel_reason as "cancelReason", s.sequence, s.created_at as "createdAt",
         s.updated_at as "updatedAt", c.visibility,
         jsonb_build_object('id', n.id, 'communityId', n.community_id, 'groupId', n.group_id, 'statement', n.statement, 'raisedById', n.raised_by_id,
           'createdAt', n.created_at, 'sessionCount', n.session_count) as need,
         case when h.id is not null then jsonb_build_object('id', h.id, 'name', h.name, 'type', h.type, 'country', h.country, 'city', h.city,
           'about', h.about, 'website', h.website, 'isDemo', h.is_demo) end as host,
         case when v.id is not null then jsonb_build_object('id', v.id, 'sessionId', v.session_id, 'personId', v.person_id,
           'organisationId', v.organisation_id, 'state', v.state, 'takenAt', v.taken_at, 'waitingPosition',
           case when v.state = 'WAITING' then (select count(*) from seat w
             where w.session_id = v.session_id and w.state = 'WAITING' and w.arrival <= v.arrival) end) end as "viewerSeat"`;
const JOINS = `
  join community c on c.id = s.community_id
  join need n on n.id = s.need_id
  left join organisation h on h.id = s.host_id
  left join seat v on v.session_id = s.id and v.person_id = $1`;

/** $1 viewer, $2 id. */
export const SESSION: Statement = { name: 'sessions.one', text: `${SELECT} from session s ${JOINS} where s.id = $2` };

/** The same, and nobody else changes it until the transaction ends. */
export const SESSION_LOCKED: Statement = { name: 'sessions.one-locked', text: `${SESSION.text} for update of s` };

/** Longest session in minutes: a session that runs now started no longer ago. */
export const LONGEST_MINUTES = 14 * 24 * 60;

/**
 * Per community the first of its own from the index, then the first of all: costs what the page holds, however many sessions there were.
 * $1 viewer, $2 communities, $3 and $4 cursor, $5 ends after, $6 starts before, $7 ended by, $8 how many, $9 groups, $10 whether only of these groups.
 */
function listed(name: string, direction: 'asc' | 'desc'): Statement {
  const beyond = direction === 'asc' ? '>' : '<';
  return {
    name,
    text: `${SELECT}
      from (select p.* from unnest($2::uuid[]) as own(id) cross join lateral (
              select * from session x
               where x.community_id = own.id and (x.group_id is null and not $10 or x.group_id = any($9::uuid[]))
                 and ($3::timestamptz is null or (x.starts_at, x.id) ${beyond} ($3, $4::uuid))
                 and ($5::timestamptz is null or x.ends_at > $5 and x.starts_at > $5 - interval '${LONGEST_MINUTES} minutes')
                 and ($6::timestamptz is null or x.starts_at < $6)
                 and ($7::timestamptz is null or x.ends_at <= $7 and x.starts_at < $7)
               order by x.starts_at ${direction}, x.id ${direction} limit $8) p
             order by p.starts_at ${direction}, p.id ${direction} limit $8) s
      ${JOINS} order by s.starts_at ${direction}, s.id ${direction}`,
  };
}
export const SESSIONS_FORWARD = listed('sessions.forward', 'asc');
export const SESSIONS_BACKWARD = listed('sessions.backward', 'desc');

/**
 * For a person's calendar: what they have a seat in since a year ago, and the next two hundred of each of their communities.
 * $1 person, $2 communities, $3 now, $4 groups.
 */
export const SESSIONS_OF_CALENDAR: Statement = {
  name: 'sessions.of-calendar',
  text: `with picked as (
      select x.id from seat y join session x on x.id = y.session_id
       where y.person_id = $1 and x.community_id = any($2::uuid[]) and (x.group_id is null or x.group_id = any($4::uuid[])) and x.starts_at > $3::timestamptz - interval '1 year'
      union
      select p.id from unnest($2::uuid[]) as own(id) cross join lateral (
        select x.id from session x
         where x.community_id = own.id and (x.group_id is null or x.group_id = any($4::uuid[])) and x.ends_at > $3 and x.starts_at > $3 - interval '${LONGEST_MINUTES} minutes'
         order by x.starts_at, x.id limit 200) p)
    ${SELECT} from picked join session s on s.id = picked.id ${JOINS} order by s.starts_at, s.id limit 2000`,
};

type Dated = Record<string, unknown> | null;
const revived = <T extends object>(type: new () => T, row: Dated, ...dates: string[]): T | null => {
  if (!row) return null;
  for (const date of dates) row[date] = new Date(row[date] as string);
  return Object.assign(new type(), row);
};

/** The session that a row of these statements says. */
export function sessionOf(row: Record<string, unknown>): Session {
  return Object.assign(new Session(), row, {
    need: revived(Need, row['need'] as Dated, 'createdAt'),
    host: revived(Organisation, row['host'] as Dated),
    viewerSeat: revived(Seat, row['viewerSeat'] as Dated, 'takenAt'),
  });
}
