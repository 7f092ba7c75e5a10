import type { Statement } from '#platform/database';

/** $1 post, $2 thread, $3 person, $4 voice, $5 whether it opens the thread */
export const KEEP_AUTHOR: Statement = {
  name: 'unattributed.keep',
  text: `insert into unattributed_author (post_id, thread_id, person_id, voice, is_opening) values ($1, $2, $3, $4, $5)`,
};

/** $1 post: nothing comes back when it was told before. */
export const TELL_ONCE: Statement = {
  name: 'unattributed.tell-once',
  text: `update unattributed_author set is_told = true where post_id = $1 and not is_told returning true as told`,
};

/** $1 thread, $2 person */
export const OWN_VOICE: Statement = {
  name: 'unattributed.own-voice',
  text: `select voice from unattributed_author where thread_id = $1 and person_id = $2 limit 1`,
};

/** $1 person: where they spoke without a name, and as which voice. */
export const OWN_VOICES: Statement = {
  name: 'unattributed.own-voices',
  text: `select distinct thread_id as "threadId", voice from unattributed_author where person_id = $1`,
};

/** $1 thread */
export const VOICES: Statement = {
  name: 'unattributed.voices',
  text: `select distinct voice from post where thread_id = $1 and voice is not null order by voice`,
};

/** $1 person, $2 posts */
export const OWN_POSTS: Statement = {
  name: 'unattributed.own-posts',
  text: `select post_id as id from unattributed_author where person_id = $1 and post_id = any($2::uuid[])`,
};

/** $1 person, $2 threads */
export const OWN_THREADS: Statement = {
  name: 'unattributed.own-threads',
  text: `select thread_id as id from unattributed_author where person_id = $1 and is_opening and thread_id = any($2::uuid[])`,
};

/** $1 thread: whoever writes next waits, so that two voices never get the same number. */
export const LOCK_THREAD: Statement = { name: 'unattributed.lock-thread', text: `select id from thread where id = $1 for no key update` };

/** $1 community: nobody joins or leaves until we are done. Two starts in one community wait for each other, because both will count on its row. */
export const HOLD_MEMBERS = {
  toReply: { name: 'unattributed.hold-for-reply', text: `select id from community where id = $1 for share` },
  toStart: { name: 'unattributed.hold-for-start', text: `select id from community where id = $1 for no key update` },
} as const satisfies Record<string, Statement>;

/** $1 communities, $2 groups of theirs or null: how many people can write in each place, and how many there must be. */
export const FLOORS: Statement = {
  name: 'unattributed.floors',
  text: `select place.community_id as "communityId", place.group_id as "groupId", coalesce(f.people, 8) as floor,
      case when place.group_id is null
        then (select count(*)::int from membership m where m.community_id = place.community_id and m.role in ('MEMBER', 'FACILITATOR', 'COORDINATOR'))
        else (select count(*)::int from group_membership g join membership m on m.community_id = g.community_id and m.person_id = g.person_id
               where g.group_id = place.group_id and m.role in ('MEMBER', 'FACILITATOR', 'COORDINATOR')) end as "possibleAuthors"
    from unnest($1::uuid[], $2::uuid[]) as place (community_id, group_id)
    left join unattributed_floor f on f.community_id = place.community_id`,
};

/** $1 community, $2 people */
export const SET_FLOOR: Statement = {
  name: 'unattributed.set-floor',
  text: `insert into unattributed_floor (community_id, people) values ($1, $2) on conflict (community_id) do update set people = excluded.people`,
};

/**
 * $1 thread, $2 the day, $3 body, $4 html, $5 text, $6 excerpt, $7 reply to, $8 voice, $9 whether the voice is new here. As a reply with a name, but for all
 * that would name someone: no participant, no reading, no last author, and the day instead of the moment.
 */
export const REPLY_UNNAMED: Statement = {
  name: 'unattributed.reply',
  text: `with bumped as (
      update thread set post_count = post_count + 1, participant_count = participant_count + $9::boolean::int,
        last_post_at = greatest(last_post_at, $2), last_post_by_id = null
      where id = $1 and closed_at is null returning id, post_count as position, phase),
    added as (
      insert into post (thread_id, position, author_id, voice, body, html, text, excerpt, reply_to_id, created_at, phase)
      select id, position, null, $8, $3, $4, $5, $6, $7, $2, phase from bumped returning id)
    select added.id, bumped.position from added, bumped`,
};

/** $1 community, $2 title, $3 the day, $4 body, $5 html, $6 text, $7 excerpt, $8 voice, $9 group or null, $10 kind, $11 its phase */
export const START_UNNAMED: Statement = {
  name: 'unattributed.start',
  text: `with started as (
      insert into thread (community_id, group_id, title, level, author_id, created_at, last_post_at, last_post_by_id, post_count, participant_count, kind, phase)
      values ($1, $9, $2, 'UNATTRIBUTED', null, $3, $3, null, 1, 1, $10, $11) returning id),
    opened as (
      insert into post (thread_id, position, author_id, voice, body, html, text, excerpt, created_at, phase)
      select id, 1, null, $8, $4, $5, $6, $7, $3, $11 from started returning id),
    untold as (insert into thread_stir (thread_id, told_position) select id, 0 from started)
    select started.id, opened.id as post_id from started, opened`,
};

/** $1 person, $2 subject: what is sent is no draft any more. */
export const DROP_DRAFT: Statement = { name: 'unattributed.drop-draft', text: `delete from draft where person_id = $1 and subject = $2` };
