import { type Community, leads, mayRead, takesPart } from '#domain/communities';
import type { Actor, Policy } from '#platform/auth';
import type { Thread } from './thread.entity.js';

/** What the rules need of a thread; `community` is the one that it belongs to. */
export type ThreadFacts = Pick<Thread, 'communityId' | 'groupId' | 'authorId' | 'level' | 'closedAt'> & {
  community: Pick<Community, 'id' | 'visibility'>;
  /** Whether the viewer started it unattributed. */
  isViewers?: boolean;
};

const isAuthorStillIn = (actor: Actor, thread: ThreadFacts): boolean =>
  (actor.is(thread.authorId) || thread.isViewers === true) && takesPart(actor, thread);

/** Who may do what to a thread. Who reads is decided by `communities`, for every road alike. */
export const threadPolicy: Policy<ThreadFacts, 'reply' | 'edit' | 'close' | 'reopen'> = {
  read: (actor, thread) => mayRead(actor, thread.community, thread.level, thread.groupId),
  reply: (actor, thread) => thread.closedAt === null && takesPart(actor, thread),
  edit: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  close: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  reopen: (actor, thread) => thread.closedAt !== null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
};
