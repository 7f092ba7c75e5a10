import { authorTold } from './authors.queries.js';
import type { ReadPost } from './posts.queries.js';
import { type ReactionCounts, reactionsOf } from './reaction.js';
import type { ReadThread } from './threads.queries.js';

/** What happens to a post, as its thread's room hears it. */
export type PostNews = 'post-edited' | 'post-removed' | 'post-restored';

/** The room of those who have a thread open: who may read the thread. */
export const threadRoom = (threadId: string): string => `thread:${threadId}`;

/** The room of those who have a community's page open. */
export const communityRoom = (communityId: string): string => `community:${communityId}`;

// Reactions without the viewer's own: a room has many viewers.
const countsTold = (counts: ReactionCounts): object[] =>
  reactionsOf(counts, null).map(({ kind, count }) => ({ __typename: 'Reaction', kind, count }));

/** What changes of a post when someone reacts. */
export const reactionsTold = (post: ReadPost, counts: ReactionCounts): object => ({
  __typename: 'Post',
  id: post.id,
  threadId: post.threadId,
  position: post.position,
  reactions: countsTold(counts),
});

/** A post as everyone in its thread's room may read it: the names of the GraphQL type, nothing of one viewer (no viewerCan, no viewerReacted). */
export const postTold = (post: ReadPost): object => ({
  __typename: 'Post',
  id: post.id,
  threadId: post.threadId,
  position: post.position,
  author: post.author && authorTold(post.author),
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
        author: authorTold(post.replyTo.author),
        excerpt: post.replyTo.excerpt,
      }
    : null,
});

/** What changes of a thread when it is renamed, closed or reopened. */
export const threadTold = (thread: Pick<ReadThread, 'id' | 'title' | 'isClosed'>): object => ({
  __typename: 'Thread',
  id: thread.id,
  title: thread.title,
  isClosed: thread.isClosed,
});

/** A thread as a line of its community's list. */
export const threadLineTold = (thread: ReadThread): object => ({
  __typename: 'Thread',
  id: thread.id,
  communityId: thread.communityId,
  title: thread.title,
  level: thread.level,
  createdAt: thread.createdAt,
  lastPostAt: thread.lastPostAt,
  lastPostBy: thread.lastPostBy && authorTold(thread.lastPostBy),
  replyCount: thread.replyCount,
});
