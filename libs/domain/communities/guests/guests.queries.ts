import type { Statement } from '#platform/database';
import type { MembershipRole } from '../community.enums.js';
import { PERSON_JSON } from '../people.queries.js';
import type { Guest } from './guest.entity.js';

/** A guest with the one who let them in and, once they read along, their account. */
export type GuestRow = Omit<Guest, 'state' | 'viewerMayEnd'>;

const COLUMNS = `g.id, g.community_id as "communityId", g.subject, g.subject_id as "subjectId", g.person_id as "personId", g.email, g.organisation,
  g.invited_by_id as "invitedById", g.invited_at as "invitedAt", g.until, g.after_position as "afterPosition", g.accepted_at as "acceptedAt",
  g.ended_at as "endedAt", coalesce(a.name, g.name) as name, ${PERSON_JSON} as "invitedBy",
  (select ${PERSON_JSON} from person p where p.id = a.id) as person`;
const JOINED = `guest g join person p on p.id = g.invited_by_id left join person a on a.id = g.person_id and g.accepted_at is not null`;

/** $1 threads or sessions: those who read along there or are asked to, and those who did. */
export const GUESTS_OF: Statement = {
  name: 'guests.of',
  text: `select ${COLUMNS} from ${JOINED} where g.subject_id = any($1::uuid[]) and (g.ended_at is null or g.accepted_at is not null)
          order by g.invited_at, g.id`,
};
/** $1 guest */
export const GUEST: Statement = { name: 'guests.by-id', text: `select ${COLUMNS} from ${JOINED} where g.id = $1` };

/** $1 person, $2 now: where they are invited or read along. Members need no invitation. */
export const GUEST_PLACES: Statement = {
  name: 'guests.places',
  text: `select ${COLUMNS}, c.name as "communityName" from ${JOINED} join community c on c.id = g.community_id
          where g.ended_at is null and g.until > $2
            and (g.person_id = $1 or (g.person_id is null and g.email = (select email from person where id = $1)))
            and not exists (select from membership m where m.community_id = g.community_id and m.person_id = $1)
          order by g.invited_at desc, g.id limit 100`,
};

/** What must be known of the one who says yes, and of the one who invited, at that moment. $1 community, $2 inviter, $3 guest. */
export interface GuestStanding {
  inviterRole: MembershipRole | null;
  isMember: boolean;
  email: string;
}
export const GUEST_STANDING: Statement = {
  name: 'guests.standing',
  text: `select (select m.role from membership m where m.community_id = $1 and m.person_id = $2) as "inviterRole",
                exists (select from membership m where m.community_id = $1 and m.person_id = p.id) as "isMember", p.email
           from person p where p.id = $3`,
};

/** $1 subject, $2 now */
export const COUNT_GUESTS: Statement = {
  name: 'guests.count',
  text: `select count(*)::int as count from guest where subject_id = $1 and ended_at is null and until > $2`,
};
/** $1 guest, $2 now: nothing comes back when it had ended. */
export const END_GUEST: Statement = {
  name: 'guests.end',
  text: `update guest set ended_at = $2 where id = $1 and ended_at is null returning id`,
};
/** $1 community, $2 person: those of a person who has become a member. */
export const OPEN_OF_PERSON: Statement = {
  name: 'guests.open-of-person',
  text: `select id from guest where community_id = $1 and person_id = $2 and ended_at is null`,
};
/** $1 threads or sessions, $2 now: those with a guest who reads along. */
export const SUBJECTS_WITH_GUESTS: Statement = {
  name: 'guests.subjects',
  text: `select distinct subject_id as id from guest where subject_id = any($1::uuid[]) and accepted_at is not null and ended_at is null and until > $2`,
};
