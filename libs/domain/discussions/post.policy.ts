import { leads, takesPart } from '#domain/communities';
import type { Actor, Policy } from '#platform/auth';
import type { Post } from './post.entity.js';
import { type ThreadFacts, threadPolicy } from './thread.policy.js';

/** What the rules need of a post; `thread` is the one that it belongs to. */
export type PostFacts = Pick<Post, 'authorId' | 'removedAt' | 'removedById'> & { thread: ThreadFacts };

const isMember = (actor: Actor, post: PostFacts): boolean => takesPart(actor, post.thread);

/** Who may do what to a post. What a facilitator removed, only facilitators bring back; what one removed oneself, one may bring back. */
export const postPolicy: Policy<PostFacts, 'edit' | 'remove' | 'restore' | 'react'> = {
  read: (actor, post) => threadPolicy.read(actor, post.thread),
  edit: (actor, post) => post.removedAt === null && post.thread.closedAt === null && actor.is(post.authorId) && isMember(actor, post),
  remove: (actor, post) => post.removedAt === null && ((actor.is(post.authorId) && isMember(actor, post)) || leads(actor, post.thread)),
  restore: (actor, post) =>
    post.removedAt !== null &&
    ((actor.is(post.authorId) && actor.is(post.removedById) && isMember(actor, post)) || leads(actor, post.thread)),
  react: (actor, post) => post.removedAt === null && isMember(actor, post),
};
