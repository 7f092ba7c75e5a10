import type { RichTextDocument } from '#content';
import { type ConfidentialityLevel, feeStops, type Visibility } from '#domain/communities';
import type { Statement } from '#platform/database';
import { authorColumns, authorIfNamed, joinAuthor } from './authors.queries.js';
import type { ClinicPhase, ThreadKind } from './kinds/thread-kind.js';
import { Post } from './post.entity.js';
import type { PostFacts } from './post.policy.js';
import { reactionsOf, type ReactionCounts } from './reaction.js';
import type { ThreadFacts } from './thread.policy.js';

/** The post that a reply answers, beside its own columns. */
export interface RepliedRow {
  replied_post_id: string | null;
  replied_position: number;
  replied_excerpt: string;
  replied_removed_at: Date | null;
  replied_voice: number | null;
  replied_id: string | null;
  replied_name: string;
  replied_headline: string | null;
  replied_picture: string | null;
  replied_is_demo: boolean;
}

export interface PostRow extends RepliedRow, AuthorRow {
  id: string;
  thread_id: string;
  position: number;
  voice: number | null;
  phase: ClinicPhase | null;
  body: RichTextDocument;
  html: string;
  created_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  removed_by_id: string | null;
  reaction_counts: ReactionCounts;
  own_reactions: string[] | null;
}

/** Who writes; null for an unattributed voice. */
export interface AuthorRow {
  author_id: string | null;
  author_name: string;
  author_headline: string | null;
  author_picture: string | null;
  author_is_demo: boolean;
}

/** Whether an unpaid fee keeps the author from new posts. */
export interface FeeRow {
  fee_stops: boolean;
}

/** What the rules need of a thread, beside a post's own columns. */
export interface FactsRow {
  community_id: string;
  visibility: Visibility;
  group_id: string | null;
  thread_title: string;
  thread_author_id: string | null;
  thread_level: ConfidentialityLevel;
  thread_kind: ThreadKind;
  thread_closed_at: Date | null;
}

/** A post with the thread that decides who reads it. */
export type ReadPost = Post & PostFacts;

const FACTS = `c.id as community_id, c.visibility, t.group_id, t.title as thread_title, t.author_id as thread_author_id, t.level as thread_level, t.kind as thread_kind,
  t.closed_at as thread_closed_at`;

// The limit keeps the planner from reading all posts of the house to find the few that are answered on a page.
const repliedPost = (condition: string): string => `left join lateral (
    select q.id as replied_post_id, q.position as replied_position, q.excerpt as replied_excerpt, q.removed_at as replied_removed_at, q.voice as replied_voice,
           ${authorColumns('w', 'replied')}
      from post q left join person w on w.id = q.author_id where ${condition} limit 1) q on true`;

const COLUMNS = `p.id, p.thread_id, p.position, p.voice, p.phase, p.body, p.html, p.created_at, p.edited_at, p.removed_at, p.removed_by_id, p.reaction_counts,
  ${authorColumns('a', 'author')}, q.*,
  (select array_agg(x.kind) from post_reaction x where x.post_id = p.id and x.person_id = $1) as own_reactions`;

const AUTHORS = `${joinAuthor('a', 'p.author_id')} ${repliedPost('q.id = p.reply_to_id')}`;

/** $1 viewer, $2 thread, $3 and $4 first and last position. Positions have no gaps, so any page, however deep, is one range of one index. */
export const PAGE: Statement = {
  name: 'posts.page',
  text: `select ${COLUMNS} from post p ${AUTHORS} where p.thread_id = $2 and p.position between $3 and $4 order by p.position`,
};

/** $1 viewer, $2 thread, $3 posts of it */
export const CHOSEN: Statement = {
  name: 'posts.chosen',
  text: `select ${COLUMNS} from post p ${AUTHORS} where p.thread_id = $2 and p.id = any($3::uuid[]) order by p.position`,
};

/** $1 viewer, $2 post */
export const GET: Statement = {
  name: 'posts.get',
  text: `select ${COLUMNS}, ${FACTS} from post p join thread t on t.id = p.thread_id join community c on c.id = t.community_id ${AUTHORS} where p.id = $2`,
};

/** $1 author, $2 thread, $3 the post it answers or null, $4 now: all that a reply has to know before it is written. */
export const BEFORE_REPLY: Statement = {
  name: 'posts.before-reply',
  text: `select ${FACTS}, ${authorColumns('a', 'author')}, q.*, ${feeStops('$1', 't.community_id', '$4')} as fee_stops
    from thread t join community c on c.id = t.community_id join person a on a.id = $1
    ${repliedPost('q.id = $3 and q.thread_id = t.id')} where t.id = $2`,
};

/**
 * $1 thread, $2 author, $3 now, $4 body, $5 html, $6 text, $7 excerpt, $8 reply to, $9 mentioned. The update of the thread is the lock that hands out
 * positions; nothing comes back when the thread is closed. The author has read up to the own post and follows unless they chose not to; what is sent is no draft.
 */
export const REPLY: Statement = {
  name: 'posts.reply',
  text: `with voice as (
      insert into thread_participant (thread_id, person_id, post_count, last_post_at) values ($1, $2, 1, $3)
      on conflict (thread_id, person_id) do update
        set post_count = thread_participant.post_count + 1, last_post_at = greatest(thread_participant.last_post_at, excluded.last_post_at)
      returning (xmax = 0) as is_new),
    bumped as (
      update thread set post_count = post_count + 1, participant_count = participant_count + (select is_new::int from voice),
        last_post_at = greatest(last_post_at, $3), last_post_by_id = $2
      where id = $1 and closed_at is null returning id, post_count as position, last_post_at, phase),
    added as (
      insert into post (thread_id, position, author_id, body, html, text, excerpt, reply_to_id, created_at, phase)
      select id, position, $2, $4, $5, $6, $7, $8, last_post_at, phase from bumped returning id),
    seen as (
      insert into thread_reading (person_id, thread_id, last_read_position, last_read_at, is_followed)
      select $2, id, position, last_post_at, true from bumped
      on conflict (person_id, thread_id) do update set last_read_position = greatest(thread_reading.last_read_position, excluded.last_read_position),
        last_read_at = excluded.last_read_at, is_followed = coalesce(thread_reading.is_followed, true)),
    mentioned as (insert into post_mention (post_id, person_id) select added.id, unnest($9::uuid[]) from added),
    sent as (delete from draft where person_id = $2 and subject = 'thread:' || $1::uuid::text)
    select added.id, bumped.position, bumped.last_post_at as created_at, bumped.phase from added, bumped`,
};

/** $1 post, $2 body, $3 html, $4 text, $5 excerpt, $6 mentioned, $7 now. Nothing comes back when the post was removed meanwhile. */
export const EDIT: Statement = {
  name: 'posts.edit',
  text: `with before as (select id, body, html, coalesce(edited_at, created_at) as written_at from post where id = $1 and removed_at is null for update),
    kept as (insert into post_revision (post_id, body, html, written_at) select id, body, html, written_at from before),
    dropped as (delete from post_mention where post_id = (select id from before) and not person_id = any($6::uuid[])),
    mentioned as (
      insert into post_mention (post_id, person_id) select id, unnest($6::uuid[]) from before on conflict do nothing returning person_id)
    update post p set body = $2, html = $3, text = $4, excerpt = $5, edited_at = $7 from before where p.id = before.id
    returning array(select person_id from mentioned) as newly_mentioned`,
};

/** $1 post, $2 who, $3 now. What is removed answers no question. */
export const REMOVE: Statement = {
  name: 'posts.remove',
  text: `with no_answer as (update thread t set answer_post_id = null from post p where p.id = $1 and t.id = p.thread_id and t.answer_post_id = p.id)
    update post set removed_at = $3, removed_by_id = $2 where id = $1 and removed_at is null returning true as done`,
};

/** $1 post */
export const RESTORE: Statement = {
  name: 'posts.restore',
  text: `update post set removed_at = null, removed_by_id = null where id = $1 and removed_at is not null returning true as done`,
};

/** $1 post, $2 who, $3 kind, $4 now. The count follows the row: a reaction given twice counts once. */
export const REACT: Statement = {
  name: 'posts.react',
  text: `with given as (
      insert into post_reaction (post_id, person_id, kind, reacted_at) values ($1, $2, $3, $4) on conflict do nothing returning kind)
    update post set reaction_counts = jsonb_set(reaction_counts, array[$3], to_jsonb(coalesce((reaction_counts->>$3)::int, 0) + 1))
    where id = $1 and exists (select from given) returning reaction_counts`,
};

/** $1 post, $2 who, $3 kind */
export const UNREACT: Statement = {
  name: 'posts.unreact',
  text: `with taken as (delete from post_reaction where post_id = $1 and person_id = $2 and kind = $3 returning kind)
    update post set reaction_counts = case when (reaction_counts->>$3)::int > 1
      then jsonb_set(reaction_counts, array[$3], to_jsonb((reaction_counts->>$3)::int - 1)) else reaction_counts - $3 end
    where id = $1 and exists (select from taken) returning reaction_counts`,
};

const EMPTY: RichTextDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

/** The rules' facts of the row's thread. */
export const factsOf = (row: FactsRow): ThreadFacts => ({
  communityId: row.community_id,
  groupId: row.group_id,
  community: { id: row.community_id, visibility: row.visibility },
  authorId: row.thread_author_id,
  level: row.thread_level,
  kind: row.thread_kind,
  closedAt: row.thread_closed_at,
});

/** The post that a reply answers. */
export function repliedOf(row: RepliedRow): Post['replyTo'] {
  if (row.replied_post_id === null) return null;
  return {
    id: row.replied_post_id,
    position: row.replied_position,
    author: authorIfNamed(row.replied_id, row.replied_name, row.replied_headline, row.replied_picture, row.replied_is_demo),
    voice: row.replied_voice,
    excerpt: row.replied_removed_at === null ? row.replied_excerpt : '',
  };
}

/** The post as its GraphQL type wants it, ready nested. Of a removed post only its place and its author are left. `viewerCan` is the service's to add. */
export function postOf(row: PostRow, thread: ThreadFacts): ReadPost {
  const post = new Post() as ReadPost;
  const isRemoved = row.removed_at !== null;
  post.id = row.id;
  post.threadId = row.thread_id;
  post.thread = thread as ReadPost['thread'];
  post.position = row.position;
  post.authorId = row.author_id;
  post.voice = row.voice;
  post.phase = row.phase;
  post.author = authorIfNamed(row.author_id, row.author_name, row.author_headline, row.author_picture, row.author_is_demo);
  post.html = isRemoved ? '' : row.html;
  post.body = isRemoved ? EMPTY : row.body;
  post.createdAt = row.created_at;
  post.editedAt = row.edited_at;
  post.removedAt = row.removed_at;
  post.removedById = row.removed_by_id;
  post.reactionCounts = isRemoved ? {} : row.reaction_counts;
  post.reactions = isRemoved ? [] : reactionsOf(row.reaction_counts, row.own_reactions);
  post.replyTo = repliedOf(row);
  return post;
}
