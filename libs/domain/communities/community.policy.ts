import type { Actor, Policy, Rule } from '#platform/auth';
import type { Community } from './community.entity.js';
import { ConfidentialityLevel, JoinPolicy, MembershipRole, reaches, Visibility } from './community.enums.js';

/** What the rules look at. */
export type GovernedCommunity = Pick<Community, 'id' | 'visibility' | 'joinPolicy'>;

/** What can be done to or in a community; the enum `CommunityAction` of the schema says the same. */
export type CommunityActionName =
  | 'readContent'
  | 'join'
  | 'requestToJoin'
  | 'leave'
  | 'edit'
  | 'invite'
  | 'removeMember'
  | 'changeRole'
  | 'answerRequests'
  | 'startThread'
  | 'scheduleSession'
  | 'openPosition'
  | 'raiseNeed'
  | 'readAudit';

/** From this role on one may invite: also asked about the inviter when an invitation is used. */
export const MAY_INVITE = MembershipRole.FACILITATOR;

const member: Rule<GovernedCommunity> = (actor, community) => actor.isMemberOf(community.id);
const facilitator: Rule<GovernedCommunity> = (actor, community) => reaches(actor.roleIn(community.id), MembershipRole.FACILITATOR);
const coordinator: Rule<GovernedCommunity> = (actor, community) => reaches(actor.roleIn(community.id), MembershipRole.COORDINATOR);
const newcomerBy =
  (policy: JoinPolicy): Rule<GovernedCommunity> =>
  (actor, community) =>
    actor.isSignedIn && !actor.isMemberOf(community.id) && community.joinPolicy === policy;

/**
 * Who may do what to or in a community. `read` is its overview: name, summary, charter. A members-only community shows that much to everyone
 * who is signed in, so that they can ask to join. Administrators have no rights of their own here.
 */
export const communityPolicy: Policy<GovernedCommunity, CommunityActionName> = {
  read: (actor, community) => community.visibility === Visibility.PUBLIC || actor.isSignedIn,
  readContent: (actor, community) => mayRead(actor, community, ConfidentialityLevel.PUBLIC),
  join: newcomerBy(JoinPolicy.OPEN),
  requestToJoin: newcomerBy(JoinPolicy.ON_REQUEST),
  leave: member,
  edit: coordinator,
  invite: (actor, community) => reaches(actor.roleIn(community.id), MAY_INVITE),
  removeMember: coordinator,
  changeRole: coordinator,
  answerRequests: facilitator,
  startThread: member,
  scheduleSession: facilitator,
  openPosition: coordinator,
  raiseNeed: member,
  readAudit: coordinator,
};

/**
 * The one place that decides whether something of a confidentiality level in a community may be read. Every road asks it:
 * pages, lists (through `contentScope`), sockets, search, mail and exports.
 */
export function mayRead(actor: Actor, community: Pick<Community, 'id' | 'visibility'>, level: ConfidentialityLevel): boolean {
  if (actor.isMemberOf(community.id)) return true;
  return community.visibility === Visibility.PUBLIC && level === ConfidentialityLevel.PUBLIC;
}

/** The names of members are for signed-in people, and in a members-only community for its members. */
export function maySeeMembers(actor: Actor, community: Pick<Community, 'id' | 'visibility'>): boolean {
  return actor.isMemberOf(community.id) || (community.visibility === Visibility.PUBLIC && actor.isSignedIn);
}

/** SQL of the policy's `read`, for lists. `isSignedIn` is a placeholder of a boolean. */
export const communityScope = (community: string, isSignedIn: string): string =>
  `(${community}.visibility = 'PUBLIC' or ${isSignedIn}::boolean)`;

/**
 * SQL of `mayRead`, for lists of things in communities. `community` is the table or alias of the joined community, `level` an SQL expression of the
 * thing's level (`t.level`, or `'COMMUNITY'`), `memberOf` a placeholder of `actor.communityIds` (uuid[]).
 */
export const contentScope = (community: string, level: string, memberOf: string): string =>
  `(${community}.id = any(${memberOf}::uuid[]) or ${community}.visibility = 'PUBLIC' and ${level} = 'PUBLIC')`;
