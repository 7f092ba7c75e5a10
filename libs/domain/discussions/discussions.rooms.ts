import { ConfidentialityLevel, groupRoom, type Place } from '#domain/communities';
import { authorTold } from './authors.queries.js';
import type { ReadPost } from './posts.queries.js';
import { type ReactionCounts, reactionsOf } from './reaction.js';
import type { ReadThread } from './threads.queries.js';

/** What happens to a post, as its thread's room hears it. */
export type PostNews = 'post-edited' | 'post-removed' | 'post-restored';

/** The room of those who have a thread open: who may read the thread. */
export const threadRoom = (threadId: string): string => `thread:${threadId}`;

/** The room of those who have the page of a community or a group open. */
export const placeRoom = ({ communityId, groupId }: Place): string => (groupId === null ? `community:${communityId}` : groupRoom(groupId));

/** Confided things are told by id: clients fetch them through the read that asks for their rights. */
const isConfided = ({ groupId, level }: Pick<ReadThread, 'groupId' | 'level'>): boolean =>
  groupId !== null || level === ConfidentialityLevel.UNATTRIBUTED;

// Reactions without the viewer's own: a room has many viewers.
const countsTold = (counts: ReactionCounts): object[] =>
  reactionsOf(counts, null).map(({ kind, count }) => ({ __typename: 'Reaction', kind, count }));

/** What changes of a post when someone reacts. */
export const reactionsTold = (post: ReadPost, counts: ReactionCounts): object => ({
  ...postNamed(post),
  ...(!isConfided(post.thread) && { reactions: countsTold(counts) }),
});

/** A post as everyone in its thread's room may read it: the names of the GraphQL type, nothing of one viewer (no viewerCan, no viewerReacted). */
export const postTold = (post: ReadPost): object => ({
  ...postNamed(post),
  ...(post.voice === null && !isConfided(post.thread) && postSaid(post)),
});

/** Of what is confided only where it is. */
export const postNamed = ({ id, threadId, position }: Pick<ReadPost, 'id' | 'threadId' | 'position'>): object => ({
  __typename: 'Post',
  id,
  threadId,
  position,
});

const postSaid = (post: ReadPost): object => ({
  author: post.author && authorTold(post.author),
  voice: null,
  phase: post.phase,
  body: post.body,
  html: post.html,
  createdAt: post.createdAt,
  editedAt: post.editedAt,
  isRemoved: post.isRemoved,
  reactions: countsTold(post.reactionCounts),
  replyTo: post.replyTo
    ? {
        __typename: 'PostReference',
        id: post.replyTo.id,
        position: post.replyTo.position,
        author: post.replyTo.author && authorTold(post.replyTo.author),
        voice: post.replyTo.voice,
        excerpt: post.replyTo.excerpt,
      }
    : null,
});

/** What changes of a thread when it is renamed, closed or reopened. */
export const threadTold = (thread: Pick<ReadThread, 'id' | 'title' | 'isClosed' | 'level' | 'groupId'>): object => ({
  __typename: 'Thread',
  id: thread.id,
  ...(!isConfided(thread) && { title: thread.title, isClosed: thread.isClosed }),
});

/** A thread as a line of its community's list; of a confided one its id. */
export const threadLineTold = (thread: ReadThread): object => ({
  __typename: 'Thread',
  id: thread.id,
  communityId: thread.communityId,
  ...(!isConfided(thread) && threadShown(thread)),
});

const threadShown = (thread: ReadThread): object => ({
  title: thread.title,
  level: thread.level,
  kind: thread.kind,
  createdAt: thread.createdAt,
  lastPostAt: thread.lastPostAt,
  lastPostBy: thread.lastPostBy && authorTold(thread.lastPostBy),
  replyCount: thread.replyCount,
});
