import { leads, takesPart } from '#domain/communities';
import type { Actor, Policy } from '#platform/auth';
import type { Post } from './post.entity.js';
import { type ThreadFacts, threadPolicy } from './thread.policy.js';

/** What the rules need of a post; `thread` is the one that it belongs to. */
export type PostFacts = Pick<Post, 'authorId' | 'voice' | 'removedAt' | 'removedById'> & {
  thread: ThreadFacts;
  /** Whether the viewer wrote it unattributed. */
  isViewers?: boolean;
};

const wrote = (actor: Actor, post: PostFacts): boolean => actor.is(post.authorId) || post.isViewers === true;
const isMember = (actor: Actor, post: PostFacts): boolean => takesPart(actor, post.thread);

/** Of an unattributed post nobody is kept as its remover when that was its author. */
const tookAwayOneself = (actor: Actor, post: PostFacts): boolean =>
  post.voice === null ? actor.is(post.removedById) : post.removedById === null;

/** What an unattributed voice took back stays hers to bring back. */
const mayBringBack = (actor: Actor, post: PostFacts): boolean =>
  leads(actor, post.thread) && (post.voice === null || post.removedById !== null);

/** Who may do what to a post. What a facilitator removed, only facilitators bring back; what one removed oneself, one may bring back. */
export const postPolicy: Policy<PostFacts, 'edit' | 'remove' | 'restore' | 'react'> = {
  read: (actor, post) => threadPolicy.read(actor, post.thread),
  edit: (actor, post) => post.removedAt === null && post.thread.closedAt === null && wrote(actor, post) && isMember(actor, post),
  remove: (actor, post) => post.removedAt === null && ((wrote(actor, post) && isMember(actor, post)) || leads(actor, post.thread)),
  restore: (actor, post) =>
    post.removedAt !== null && ((wrote(actor, post) && tookAwayOneself(actor, post) && isMember(actor, post)) || mayBringBack(actor, post)),
  react: (actor, post) => post.removedAt === null && isMember(actor, post),
};
