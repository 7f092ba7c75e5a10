import { type Community, leads, mayRead, takesPart, ConfidentialityLevel, Visibility } from '#domain/communities';
import type { Actor, Policy } from '#platform/auth';
import { ThreadKind } from './kinds/thread-kind.js';
import type { Thread } from './thread.entity.js';

/** What the rules need of a thread; `community` is the one that it belongs to. */
export type ThreadFacts = Pick<Thread, 'communityId' | 'groupId' | 'authorId' | 'level' | 'closedAt' | 'kind'> & {
  community: Pick<Community, 'id' | 'visibility'>;
  /** Whether the viewer started it unattributed. */
  isViewers?: boolean;
};

const isInPublicCommunity = ({ community }: ThreadFacts): boolean => community.visibility === Visibility.PUBLIC;

const isForMembers = (thread: ThreadFacts): boolean =>
  thread.level === ConfidentialityLevel.COMMUNITY || (thread.level === ConfidentialityLevel.PUBLIC && !isInPublicCommunity(thread));

const isAuthorStillIn = (actor: Actor, thread: ThreadFacts): boolean =>
  (actor.is(thread.authorId) || thread.isViewers === true) && takesPart(actor, thread);

/** What can be done to a thread; the enum `ThreadAction` of the schema says the same. */
export type ThreadActionName =
  | 'reply'
  | 'edit'
  | 'close'
  | 'reopen'
  | 'widen'
  | 'narrow'
  | 'admitGuest'
  | 'markAnswer'
  | 'moveClinic'
  | 'echo'
  | 'confirm'
  | 'keepSummary';

/** Who may do what to a thread. Who reads is decided by `communities`, for every road alike. */
export const threadPolicy: Policy<ThreadFacts, ThreadActionName> = {
  read: (actor, thread) => mayRead(actor, thread.community, thread.level, thread.groupId),
  reply: (actor, thread) => thread.closedAt === null && takesPart(actor, thread),
  edit: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  close: (actor, thread) => thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  reopen: (actor, thread) => thread.closedAt !== null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  widen: (actor, thread) =>
    takesPart(actor, thread) && (thread.groupId !== null || (isInPublicCommunity(thread) && thread.level !== ConfidentialityLevel.PUBLIC)),
  narrow: (actor, thread) => isInPublicCommunity(thread) && thread.level === ConfidentialityLevel.PUBLIC && isAuthorStillIn(actor, thread),
  // Never into a group or among voices without names; a public thread needs no invitation.
  admitGuest: (actor, thread) => thread.groupId === null && isForMembers(thread) && leads(actor, thread),
  markAnswer: (actor, thread) => thread.kind === ThreadKind.QUESTION && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  moveClinic: (actor, thread) =>
    thread.kind === ThreadKind.CASE_CLINIC && thread.closedAt === null && (isAuthorStillIn(actor, thread) || leads(actor, thread)),
  echo: (actor, thread) => thread.kind === ThreadKind.SIGNAL && takesPart(actor, thread) && !isAuthorStillIn(actor, thread),
  keepSummary: (actor, thread) => leads(actor, thread),
  confirm: (actor, thread) => thread.kind === ThreadKind.ANNOUNCEMENT && takesPart(actor, thread) && !isAuthorStillIn(actor, thread),
};
