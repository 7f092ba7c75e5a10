import type { ConfidentialityLevel, Visibility } from '#domain/communities';
import type { Statement } from '#platform/database';
import { authorColumns } from '../authors.queries.js';
import type { AudienceState } from './audience-request.entity.js';

export interface RequestRow {
  id: string;
  thread_id: string;
  asked_by_id: string;
  purpose: string;
  from_level: ConfidentialityLevel;
  from_group_id: string | null;
  to_level: ConfidentialityLevel;
  state: AudienceState;
  asked_at: Date;
  decided_at: Date | null;
  asked_count: number;
  given_count: number;
  by_id: string;
  by_name: string;
  by_headline: string | null;
  by_picture: string | null;
  by_is_demo: boolean;
}

export interface AskRow extends RequestRow {
  ask_id: string;
  ask_state: AudienceState;
  ask_voice: number | null;
  title: string;
  post_count: number;
}

/** A thread under its lock. */
export interface LockedRow {
  id: string;
  community_id: string;
  group_id: string | null;
  level: ConfidentialityLevel;
  visibility: Visibility;
}

const COLUMNS = `r.*, ${authorColumns('a', 'by')},
  (select count(*)::int from audience_consent c where c.request_id = r.id) as asked_count,
  (select count(*)::int from audience_consent c where c.request_id = r.id and c.state = 'GIVEN') as given_count`;

/** $1 threads: the question that is open or was answered with yes. */
export const CURRENT: Statement = {
  name: 'audience.current',
  text: `select ${COLUMNS} from audience_request r join person a on a.id = r.asked_by_id
    where r.thread_id = any($1::uuid[]) and r.state in ('ASKED', 'GIVEN')`,
};

/** $1 person, $2 and $3 the threads and voices that are theirs: all that one is asked or has given. */
export const ASKS: Statement = {
  name: 'audience.asks',
  text: `select ${COLUMNS}, o.id as ask_id, o.state as ask_state, o.voice as ask_voice, t.title, t.post_count
    from audience_consent o join audience_request r on r.id = o.request_id join thread t on t.id = r.thread_id join person a on a.id = r.asked_by_id
    where r.state in ('ASKED', 'GIVEN')
      and (o.person_id = $1 or (r.thread_id, o.voice) in (select * from unnest($2::uuid[], $3::int[])))
    order by r.asked_at desc, o.id limit 100`,
};

/** $1 thread */
export const LOCK_THREAD: Statement = {
  name: 'audience.lock-thread',
  text: `select t.id, t.community_id, t.group_id, t.level, c.visibility from thread t join community c on c.id = t.community_id
    where t.id = $1 for no key update of t`,
};

/** $1 thread, $2 who asks, $3 purpose, $4 from level, $5 from group, $6 to level, $7 now */
export const ASK: Statement = {
  name: 'audience.ask',
  text: `insert into audience_request (thread_id, asked_by_id, purpose, from_level, from_group_id, to_level, state, asked_at)
    values ($1, $2, $3, $4, $5, $6, 'ASKED', $7) on conflict do nothing returning id`,
};

/** $1 request, $2 thread, $3 who asks: they need not be asked. Whoever wrote since is added. Of the named ones the new ids come back. */
export const ASK_AUTHORS: Statement = {
  name: 'audience.ask-authors',
  text: `with voices as (
      insert into audience_consent (request_id, voice)
      select distinct $1::uuid, voice from post where thread_id = $2 and voice is not null and removed_at is null on conflict do nothing),
    people as (
      insert into audience_consent (request_id, person_id, state)
      select distinct $1::uuid, author_id, case when author_id = $3 then 'GIVEN' else 'ASKED' end
        from post where thread_id = $2 and author_id is not null and removed_at is null on conflict do nothing
      returning person_id, state)
    select person_id as id from people where state = 'ASKED'`,
};

/** $1 ask */
export const FIND_ASK: Statement = {
  name: 'audience.find-ask',
  text: `select o.id, o.request_id, o.person_id, o.voice, r.thread_id from audience_consent o join audience_request r on r.id = o.request_id where o.id = $1`,
};

/** $1 request: with its row locked, so that answers are counted one after the other. */
export const LOCK_REQUEST: Statement = { name: 'audience.lock-request', text: `select * from audience_request where id = $1 for update` };

/** $1 ask, $2 state */
export const ANSWER: Statement = { name: 'audience.answer', text: `update audience_consent set state = $2 where id = $1` };

/** $1 request, $2 state, $3 the day */
export const DECIDE: Statement = { name: 'audience.decide', text: `update audience_request set state = $2, decided_at = $3 where id = $1` };

/** $1 request: how many have not said yes. */
export const MISSING: Statement = {
  name: 'audience.missing',
  text: `select count(*)::int as missing from audience_consent where request_id = $1 and state <> 'GIVEN'`,
};

/** $1 thread, $2 level, $3 group or null */
export const SET_LEVEL: Statement = { name: 'audience.set-level', text: `update thread set level = $2, group_id = $3 where id = $1` };

/** $1 thread: whether anyone is named in it by now. */
export const ANYONE_NAMED: Statement = {
  name: 'audience.anyone-named',
  text: `select exists (select from post where thread_id = $1 and author_id is not null) as named`,
};
