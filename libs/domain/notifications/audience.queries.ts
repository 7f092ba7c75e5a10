import type { Statement } from '#platform/database';

/** Those who follow a thread and may read it, but for those named in $2. */
/** $1 threads, $2 their posts' positions, $3 their authors: who follows each and has not read that far. */
export const THREAD_FOLLOWERS: Statement = {
  name: 'notifications.thread_followers',
  text: `
    select post.place::int - 1 as post, r.person_id as "personId"
      from unnest($1::uuid[], $2::int[], $3::uuid[]) with ordinality as post (thread_id, position, author_id, place)
      join thread t on t.id = post.thread_id
      join thread_reading r on r.thread_id = t.id and r.is_followed and r.person_id is distinct from post.author_id
       and coalesce(r.last_read_position, 0) < post.position
      join membership m on m.community_id = t.community_id and m.person_id = r.person_id
     where t.group_id is null or exists (select from group_membership g where g.group_id = t.group_id and g.person_id = r.person_id)`,
};

/** Those of $2 who are members of the community. */
export const MEMBERS_AMONG: Statement = {
  name: 'notifications.members_among',
  text: `select person_id as "personId" from membership where community_id = $1 and person_id = any($2::uuid[])`,
};

export const SEAT_HOLDERS: Statement = {
  name: 'notifications.seat_holders',
  text: `
    select g.person_id as "personId", 'GUEST' as state from guest g
     where g.subject_id = $1 and g.accepted_at is not null and g.ended_at is null and g.until > now()
    union all
    select seat.person_id as "personId", seat.state from seat join session on session.id = seat.session_id
      join membership m on m.community_id = session.community_id and m.person_id = seat.person_id
     where seat.session_id = $1 and seat.person_id <> $2 and (session.group_id is null or exists (select from group_membership g where g.group_id = session.group_id and g.person_id = seat.person_id))`,
};

export const SESSION_CHANGES: Statement = {
  name: 'notifications.session_changes',
  text: `select field, before, after from session_change where id = any($1::uuid[]) order by changed_at, field`,
};

/** Those who hold a seat with a mandate of one of the organisations. */
export const MANDATED_MEMBERS: Statement = {
  name: 'notifications.mandated_members',
  text: `
    select distinct s.holder_id as "personId" from community_seat s join position p on p.id = $4
     where s.community_id = $1 and s.organisation_id = any($2::uuid[]) and s.has_mandate and s.holder_id <> $3
       and (p.group_id is null or exists (select from group_membership g where g.group_id = p.group_id and g.person_id = s.holder_id))`,
};

/** Members who wrote in the position or answered for an organisation. */
export const POSITION_PEOPLE: Statement = {
  name: 'notifications.position_people',
  text: `
    select m.person_id as "personId" from membership m join position p on p.community_id = m.community_id
     where p.id = $1 and m.person_id <> $2 and (p.group_id is null or exists (select from group_membership g where g.group_id = p.group_id and g.person_id = m.person_id))
       and (exists (select from document_client d where d.document_id = p.document_id and d.person_id = m.person_id)
         or exists (select from endorsement e join endorsement_round r on r.id = e.round_id where r.position_id = p.id and e.answered_by_id = m.person_id))`,
};

export const FACILITATORS: Statement = {
  name: 'notifications.facilitators',
  text: `
    select m.person_id as "personId", c.slug from membership m join community c on c.id = m.community_id
     where m.community_id = $1 and m.role in ('FACILITATOR', 'COORDINATOR') and m.person_id <> $2`,
};

export const COMMUNITY_SLUG: Statement = { name: 'notifications.community_slug', text: 'select slug from community where id = $1' };

/** The person with the address of an invitation, if there is one. */
export const INVITED_PERSON: Statement = {
  name: 'notifications.invited_person',
  text: `select person.id as "personId", c.slug from invitation i join person on person.email = i.email join community c on c.id = i.community_id
          where i.id = $1 and i.accepted_at is null and i.revoked_at is null`,
};

/** Who is asked about seats: those who act for the organisation, or the coordinators. $1 community, $2 organisation, $3 whether the community invites, $4 who did. */
export const ASKED_ABOUT_SEATS: Statement = {
  name: 'notifications.asked_about_seats',
  text: `
    select o.person_id as "personId", '/o/' || $2::uuid as path, 'YOU_ACT_FOR_ORGANISATION' as reason from organisation_seat o
     where $3 and o.organisation_id = $2 and o.has_mandate and o.person_id <> $4
    union all
    select m.person_id, '/c/' || c.slug || '/members', 'YOU_COORDINATE' from membership m join community c on c.id = m.community_id
     where not $3 and m.community_id = $1 and m.role = 'COORDINATOR' and m.person_id <> $4`,
};

/** The holder of a seat, and whether it has a mandate now. */
export const SEAT_HOLDER: Statement = {
  name: 'notifications.seat_holder',
  text: `select s.holder_id as "personId", s.has_mandate as "hasMandate", c.slug from community_seat s join community c on c.id = s.community_id
          where s.id = $1 and s.holder_id is not null`,
};

/** Members whose own fee is noted as unpaid, or that of an organisation they act for; `$2` who noted it. */
export const OWE_FEES: Statement = {
  name: 'notifications.owe_fees',
  text: `select distinct m.person_id as "personId", c.slug
           from fee f join membership m on m.community_id = f.community_id join community c on c.id = f.community_id
          where f.id = any($1::uuid[]) and f.state = 'UNPAID' and m.person_id <> $2 and (
            m.id = f.membership_id or exists (
              select from organisation_seat s where s.organisation_id = f.organisation_id and s.person_id = m.person_id and s.has_mandate))`,
};

/** Whom a guest's invitation concerns, if it is for an account or for the address of one. $1 guest */
export const INVITED_GUEST: Statement = {
  name: 'notifications.invited_guest',
  text: `select p.id as "personId" from guest g join person p on p.id = g.person_id or (g.person_id is null and p.email = g.email)
          where g.id = $1 and g.ended_at is null and not exists (select from membership m where m.community_id = g.community_id and m.person_id = p.id)`,
};

/** Who speaks or sits where a guest comes: $1 thread or session. Those outside by now hear nothing. */
export const PEOPLE_THERE: Statement = {
  name: 'notifications.people_there',
  text: `
    select w.person_id as "personId", 'YOU_WROTE_IN_THREAD' as reason from thread_participant w join thread t on t.id = w.thread_id
      join membership m on m.community_id = t.community_id and m.person_id = w.person_id where t.id = $1
    union all
    select seat.person_id, case seat.state when 'TAKEN' then 'YOU_HAVE_SEAT' else 'YOU_WAIT_FOR_SEAT' end from seat join session s on s.id = seat.session_id
      join membership m on m.community_id = s.community_id and m.person_id = seat.person_id where s.id = $1`,
};

/** Who wrote the reply that answers a question, where that one is named and still there. $1 post. */
export const ANSWERER: Statement = {
  name: 'notifications.answerer',
  text: `select p.author_id as "personId", p.position from post p join thread t on t.id = p.thread_id and t.answer_post_id = p.id
           join membership m on m.community_id = t.community_id and m.person_id = p.author_id
          where p.id = $1 and (t.group_id is null or exists (select from group_membership g where g.group_id = t.group_id and g.person_id = p.author_id))`,
};

/** Those who keep the place of a thread: facilitators and coordinators of its community, or the keepers of its group. $1 thread. */
export const THREAD_KEEPERS: Statement = {
  name: 'notifications.thread_keepers',
  text: `select m.person_id as "personId" from thread t join membership m on m.community_id = t.community_id
          where t.id = $1 and case when t.group_id is null then m.role in ('FACILITATOR', 'COORDINATOR')
            else exists (select from group_membership g where g.group_id = t.group_id and g.person_id = m.person_id and g.role = 'KEEPER') end`,
};

export const SLUG_OF: Statement = { name: 'notifications.slug_of', text: `select slug from community where id = $1` };

/**
 * Newcomers whose contact was named by `$2` or before and who have read nothing here and done no step; marked as reminded of at `$1`. The id is new
 * each time: it stands for the event of the reminder.
 */
export const REMIND_CONTACTS: Statement = {
  name: 'notifications.remind_contacts',
  text: `update welcome_progress w set reminded_at = $1
           from membership m join community c on c.id = m.community_id, membership contact
          where m.id = w.membership_id and contact.id = w.contact_membership_id and w.reminded_at is null and w.put_away_at is null
            and w.welcomed_at <= $2 and w.welcomed_at > $2::timestamptz - interval '30 days' and w.done = '{}' and w.week_done = '{}'
            and not exists (select from thread_reading r join thread t on t.id = r.thread_id where r.person_id = m.person_id and t.community_id = m.community_id)
      returning gen_random_uuid() as id, c.id as "communityId", c.slug, m.person_id as "personId", contact.person_id as "contactId"`,
};
