import { type Community, mayRead, MembershipRole, reaches } from '#domain/communities';
import type { Actor, Policy } from '#platform/auth';
import type { Thread } from './thread.entity.js';

/** What the rules need of a thread; `community` is the one that it belongs to. */
export type ThreadFacts = Pick<Thread, 'communityId' | 'authorId' | 'level' | 'closedAt'> & {
  community: Pick<Community, 'id' | 'visibility'>;
};

/** Facilitators and coordinators keep the conversations of their community going. */
export const leads = (actor: Actor, communityId: string): boolean => reaches(actor.roleIn(communityId), MembershipRole.FACILITATOR);

const isAuthorStillIn = (actor: Actor, thread: ThreadFacts): boolean => actor.is(thread.authorId) && actor.isMemberOf(thread.communityId);

/** Who may do what to a thread. Who reads is decided by `communities`, for every road alike. */
export const threadPolicy: Policy<ThreadFacts, 'reply' | 'edit' | 'close' | 'reopen'> = {
  read: (actor, thread) => mayRead(actor, thread.community, thread.level),
  reply: (actor, thread) => thread.closedAt === null && actor.isMemberOf(thread.communityId),
  edit: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread.communityId)),
  close: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread.communityId)),
  reopen: (actor, thread) => thread.closedAt !== null && (isAuthorStillIn(actor, thread) || leads(actor, thread.communityId)),
};
