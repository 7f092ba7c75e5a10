import type { ConfidentialityLevel, Visibility } from '#domain/communities';
import type { Statement } from '#platform/database';
import { authorColumns, authorIfNamed, joinAuthor } from './authors.queries.js';
import type { ClinicPhase, ThreadKind } from './kinds/thread-kind.js';
import { Thread } from './thread.entity.js';
import type { ThreadFacts } from './thread.policy.js';

/** One joined row: a thread, its first and last author, its community's visibility, and how far the viewer ($1, null for strangers) has read. */
export interface ThreadRow {
  id: string;
  community_id: string;
  visibility: Visibility;
  group_id: string | null;
  title: string;
  level: ConfidentialityLevel;
  kind: ThreadKind;
  phase: ClinicPhase | null;
  answer_post_id: string | null;
  summary_version: number;
  seen_summary: number | null;
  author_id: string | null;
  author_name: string;
  author_headline: string | null;
  author_picture: string | null;
  author_is_demo: boolean;
  created_at: Date;
  last_post_at: Date;
  last_id: string | null;
  last_name: string;
  last_headline: string | null;
  last_picture: string | null;
  last_is_demo: boolean;
  post_count: number;
  participant_count: number;
  closed_at: Date | null;
  last_read_position: number | null;
  last_read_at: Date | null;
  is_followed: boolean | null;
  joined_at: Date | null;
}

/** A thread with the community that decides who reads it. */
export type ReadThread = Thread & ThreadFacts;

const COLUMNS = `t.id, c.id as community_id, c.visibility, t.group_id, t.title, t.level, t.kind, t.phase, t.answer_post_id, t.summary_version, t.created_at, t.last_post_at, t.post_count, t.participant_count,
  t.closed_at, ${authorColumns('a', 'author')}, ${authorColumns('l', 'last')},
  v.last_read_position, v.last_read_at, v.is_followed, v.seen_summary, case when t.group_id is null then m.joined_at else g.since end as joined_at`;

const AUTHORS_AND_READING = `${joinAuthor('a', 't.author_id')} ${joinAuthor('l', 't.last_post_by_id')}
  left join thread_reading v on v.person_id = $1 and v.thread_id = t.id
  left join group_membership g on g.group_id = t.group_id and g.person_id = $1`;

/** $1 viewer, $2 thread */
export const GET: Statement = {
  name: 'threads.get',
  text: `select ${COLUMNS} from thread t join community c on c.id = t.community_id left join membership m on m.community_id = c.id and m.person_id = $1
    ${AUTHORS_AND_READING} where t.id = $2`,
};

/** What a list holds: what strangers may read, what the viewer may, or what is in one group. */
export type ThreadScope = 'public' | 'readable' | 'group';
const SCOPES: Record<ThreadScope, string> = {
  public: `level = 'PUBLIC' and $5::uuid[] is not null`,
  readable: `(group_id is null or group_id = any($5::uuid[]))`,
  group: `group_id = ($5::uuid[])[1]`,
};

/** Of which kinds: all, plain discussions, or one ($6) of those that have a purpose and an index of their own. */
export type ThreadKinds = 'all' | 'plain' | 'one';
const KINDS: Record<ThreadKinds, string> = {
  all: '',
  plain: ` and kind = 'DISCUSSION'`,
  one: ` and kind <> 'DISCUSSION' and kind = $6`,
};

/**
 * $1 viewer, $2 community, $3 and $4 the last thread of the page before, $5 the groups that the viewer is in, or the one asked for. The community's row comes even when it has no thread, so that one statement says
 * both who may read and what there is. The limit is a literal: with a parameter the planner expects a tenth of the table and reads it.
 */
export const newest = (first: number, scope: ThreadScope, kinds: ThreadKinds = 'all'): Statement => ({
  name: `threads.newest.${scope}.${kinds}.${first}`,
  text: `select ${COLUMNS} from community c left join membership m on m.community_id = c.id and m.person_id = $1
    left join lateral (
      select * from thread where community_id = $2 and (last_post_at, id) < ($3, $4) and ${SCOPES[scope]}${KINDS[kinds]}
       order by last_post_at desc, id desc limit ${first}) t on true
    ${AUTHORS_AND_READING} where c.id = $2 order by t.last_post_at desc, t.id desc`,
});

/** $1 viewer, $2 the groups they are in: the newest of all their communities, each read from its own index. */
export const newestOfMine = (first: number): Statement => ({
  name: `threads.mine.${first}`,
  text: `select ${COLUMNS} from membership m join community c on c.id = m.community_id
    join lateral (
      select * from thread where community_id = m.community_id and (group_id is null or group_id = any($2::uuid[]))
       order by last_post_at desc, id desc limit ${first}) t on true
    ${AUTHORS_AND_READING} where m.person_id = $1 order by t.last_post_at desc, t.id desc limit ${first}`,
});

/** The cursor before the first page. */
export const FROM_NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/**
 * $1 community, $2 title, $3 level, $4 author, $5 now, $6 body, $7 html, $8 text, $9 excerpt, $10 mentioned, $11 group or null, $12 kind, $13 its phase. All of a new thread in one statement;
 * a started thread is no draft any more.
 */
export const START: Statement = {
  name: 'threads.start',
  text: `with started as (
      insert into thread (community_id, group_id, title, level, author_id, created_at, last_post_at, last_post_by_id, post_count, participant_count, kind, phase)
      values ($1, $11, $2, $3, $4, $5, $5, $4, 1, 1, $12, $13) returning id),
    opened as (
      insert into post (thread_id, position, author_id, body, html, text, excerpt, created_at, phase)
      select id, 1, $4, $6, $7, $8, $9, $5, $13 from started returning id),
    voice as (insert into thread_participant (thread_id, person_id, post_count, last_post_at) select id, $4, 1, $5 from started),
    seen as (insert into thread_reading (person_id, thread_id, last_read_position, last_read_at, is_followed) select $4, id, 1, $5, true from started),
    mentioned as (insert into post_mention (post_id, person_id) select opened.id, unnest($10::uuid[]) from opened),
    untold as (insert into thread_stir (thread_id, told_position) select id, 0 from started),
    sent as (delete from draft where person_id = $4 and subject = coalesce('group:' || $11::uuid::text, 'community:' || $1::uuid::text))
    select started.id, opened.id as post_id from started, opened`,
};

/** $1 community, $2 ids, $3 group or null: those who are in it, with the names they bear now. */
export const MENTIONED_MEMBERS: Statement = {
  name: 'threads.mentioned',
  text: `select p.id, p.name from membership m join person p on p.id = m.person_id where m.community_id = $1 and m.person_id = any($2::uuid[])
    and ($3::uuid is null or exists (select from group_membership g where g.group_id = $3 and g.person_id = m.person_id))`,
};

/** $1 threads: who wrote in each, latest first. A page shows some faces, never all of a long thread. */
export const PARTICIPANTS: Statement = {
  name: 'threads.participants',
  text: `select w.thread_id, ${authorColumns('p', 'author')} from unnest($1::uuid[]) as asked (id)
    join lateral (select * from thread_participant where thread_id = asked.id order by last_post_at desc, person_id limit 24) w on true
    join person p on p.id = w.person_id order by w.thread_id, w.last_post_at desc, w.person_id`,
};

/** $1 person, $2 communities: threads with something new, among the 100 last active since one joined, so that the cost has a bound. */
export const UNREAD_THREADS: Statement = {
  name: 'threads.unread',
  text: `select m.community_id, n.unread from membership m join lateral (
      select count(*) filter (where t.post_count > coalesce(v.last_read_position, 0))::int as unread
        from (select id, post_count from thread where community_id = m.community_id and last_post_at > m.joined_at
                and (group_id is null or group_id in (select g.group_id from group_membership g where g.person_id = $1))
               order by last_post_at desc, id desc limit 100) t
        left join thread_reading v on v.person_id = $1 and v.thread_id = t.id) n on true
    where m.person_id = $1 and m.community_id = any($2::uuid[])`,
};

/** $1 thread: those who hear of new posts. */
export const FOLLOWERS: Statement = {
  name: 'threads.followers',
  text: `select person_id from thread_reading where thread_id = $1 and is_followed`,
};

/**
 * $1 threads: how many posts their communities have not heard of; from now on they have. Two workers may come at once: the lock makes the second find nothing
 * new.
 */
export const STIR: Statement = {
  name: 'threads.stir',
  text: `update thread_stir s set told_position = t.post_count
      from (select thread_id, told_position from thread_stir where thread_id = any($1::uuid[]) order by thread_id for update) before, thread t
     where s.thread_id = before.thread_id and t.id = before.thread_id and s.told_position < t.post_count
    returning t.id as thread_id, t.community_id, t.group_id, t.post_count - before.told_position as fresh, t.post_count = 1 as is_opening`,
};

/** $1 threads, as everyone in their communities sees them. */
export const LINES: Statement = {
  name: 'threads.lines',
  text: `select ${COLUMNS} from thread t join community c on c.id = t.community_id left join membership m on false
    ${joinAuthor('a', 't.author_id')} ${joinAuthor('l', 't.last_post_by_id')} left join thread_reading v on false left join group_membership g on false
   where t.id = any($1::uuid[])`,
};

/** Up to where a thread counts as read that one never opened: all of it when it was quiet since one joined, and for those who are no members. */
const readBefore = (row: ThreadRow): number => (row.joined_at !== null && row.last_post_at > row.joined_at ? 0 : row.post_count);

/** The thread as its GraphQL type wants it, ready nested. `viewerCan` is the service's to add. */
export function threadOf(row: ThreadRow): ReadThread {
  const thread = new Thread() as ReadThread;
  thread.id = row.id;
  thread.communityId = row.community_id;
  thread.groupId = row.group_id;
  thread.community = { id: row.community_id, visibility: row.visibility } as ReadThread['community'];
  thread.title = row.title;
  thread.level = row.level;
  thread.kind = row.kind;
  thread.phase = row.phase;
  thread.answerPostId = row.answer_post_id;
  thread.summaryVersion = row.summary_version;
  thread.seenSummary = row.seen_summary;
  thread.authorId = row.author_id;
  thread.author = authorIfNamed(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo);
  thread.createdAt = row.created_at;
  thread.lastPostAt = row.last_post_at;
  thread.lastPostById = row.last_id;
  thread.lastPostBy = authorIfNamed(row.last_id, row.last_name, row.last_headline, row.last_picture, row.last_is_demo);
  thread.postCount = row.post_count;
  thread.participantCount = row.participant_count;
  thread.closedAt = row.closed_at;
  thread.readUpTo(row.last_read_position ?? readBefore(row), row.last_read_at);
  thread.isFollowed = row.is_followed ?? false;
  return thread;
}
