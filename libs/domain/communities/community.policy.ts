import type { Actor, Policy, Rule } from '#platform/auth';
import type { Community } from './community.entity.js';
import { ConfidentialityLevel, JoinPolicy, MembershipRole, reaches, Visibility } from './community.enums.js';

/** What the rules look at. */
export type GovernedCommunity = Pick<Community, 'id' | 'visibility' | 'joinPolicy'> &
  Partial<Pick<Community, 'archivedAt' | 'mergedIntoId' | 'isUnlisted'>>;

/** What can be done to or in a community; the enum `CommunityAction` of the schema says the same. */
export type CommunityActionName =
  | 'readContent'
  | 'join'
  | 'requestToJoin'
  | 'joinForOrganisation'
  | 'leave'
  | 'edit'
  | 'invite'
  | 'removeMember'
  | 'changeRole'
  | 'grantSeats'
  | 'answerRequests'
  | 'startThread'
  | 'scheduleSession'
  | 'openPosition'
  | 'raiseNeed'
  | 'readAudit'
  | 'foundGroup'
  | 'connect'
  | 'archive'
  | 'revive';

/** From this role on one may invite: also asked about the inviter when an invitation is used. */
export const MAY_INVITE = MembershipRole.FACILITATOR;

/** An advisor belongs here, but has no say. */
const hasSay: Rule<GovernedCommunity> = (actor, community) => reaches(actor.roleIn(community.id), MembershipRole.MEMBER);
const facilitator: Rule<GovernedCommunity> = (actor, community) => reaches(actor.roleIn(community.id), MembershipRole.FACILITATOR);
const coordinator: Rule<GovernedCommunity> = (actor, community) => reaches(actor.roleIn(community.id), MembershipRole.COORDINATOR);
/** Also in an archived community: for what is read there, and for opening it again. */
const lastCoordinator: Rule<GovernedCommunity> = (actor, community) => reaches(actor.standingIn(community.id), MembershipRole.COORDINATOR);
const newcomerBy =
  (...policies: JoinPolicy[]): Rule<GovernedCommunity> =>
  (actor, community) =>
    actor.isSignedIn && !community.archivedAt && !actor.isMemberOf(community.id) && policies.includes(community.joinPolicy);

/**
 * Who may do what to or in a community. `read` is its overview: name, summary, charter. A members-only community shows that much to everyone
 * who is signed in, so that they can ask to join. Administrators have no rights of their own here. In an archived community nobody has a role, so that
 * nothing is written; it is read as before, and its last coordinators revive it.
 */
export const communityPolicy: Policy<GovernedCommunity, CommunityActionName> = {
  read: (actor, community) =>
    community.isUnlisted ? actor.isMemberOf(community.id) : community.visibility === Visibility.PUBLIC || actor.isSignedIn,
  readContent: (actor, community) => mayRead(actor, community, ConfidentialityLevel.PUBLIC, null),
  join: newcomerBy(JoinPolicy.OPEN, JoinPolicy.NO_LIST),
  requestToJoin: newcomerBy(JoinPolicy.ON_REQUEST),
  // Whether their organisation has a seat is looked at when they do: it is not among what is known of an actor.
  joinForOrganisation: newcomerBy(JoinPolicy.BY_ORGANISATION),
  leave: (actor, community) => actor.isMemberOf(community.id),
  edit: coordinator,
  invite: (actor, community) => reaches(actor.roleIn(community.id), MAY_INVITE),
  removeMember: coordinator,
  changeRole: coordinator,
  grantSeats: coordinator,
  answerRequests: facilitator,
  startThread: hasSay,
  scheduleSession: facilitator,
  openPosition: coordinator,
  raiseNeed: hasSay,
  readAudit: lastCoordinator,
  foundGroup: coordinator,
  connect: coordinator,
  archive: coordinator,
  revive: (actor, community) => Boolean(community.archivedAt) && !community.mergedIntoId && lastCoordinator(actor, community),
};

/** Where a thing is: in a community, or in one of its groups. */
export interface Place {
  communityId: string;
  groupId: string | null;
}

/** What every member of a community may read. */
const FOR_MEMBERS = [ConfidentialityLevel.COMMUNITY, ConfidentialityLevel.UNATTRIBUTED];

/**
 * The one place that decides whether something of a confidentiality level may be read, in a community or in one of its groups. Every road asks it:
 * pages, lists (through `contentScope`), sockets, search, mail and exports. What is in a group is for those in the group, whatever else one is.
 */
export function mayRead(
  actor: Actor,
  community: Pick<Community, 'id' | 'visibility'>,
  level: ConfidentialityLevel,
  groupId: string | null,
): boolean {
  // That is for those in a session alone, on no road but the session's own.
  if (level === ConfidentialityLevel.OFF_RECORD) return false;
  const isMember = actor.isMemberOf(community.id);
  if (groupId !== null) return isMember && actor.isInGroup(groupId);
  if (level === ConfidentialityLevel.PUBLIC) return isMember || community.visibility === Visibility.PUBLIC;
  return isMember && FOR_MEMBERS.includes(level);
}

/** Whether one is a member where a thing is. */
export const belongsTo = (actor: Actor, { communityId, groupId }: Place): boolean =>
  actor.isMemberOf(communityId) && (groupId === null || actor.isInGroup(groupId));

/** Whether one belongs where a thing is and may add to it. An archived group is only read, and so is everything in an archived community. */
export function takesPart(actor: Actor, { communityId, groupId }: Place): boolean {
  if (!actor.takesPartIn(communityId)) return false;
  return groupId === null || actor.partInGroup(groupId)?.isArchived === false;
}

/** Facilitators keep the conversations and sessions of a community going, keepers those of a group. */
export const leads = (actor: Actor, place: Place): boolean => holdsIn(actor, place, MembershipRole.FACILITATOR);

/** Coordinators answer for what a community does, keepers for what a group does. */
export const answersFor = (actor: Actor, place: Place): boolean => holdsIn(actor, place, MembershipRole.COORDINATOR);

/** Whether one may do what this role may where a thing is; in a group its keepers may do what is more than a member's. */
export function holdsIn(actor: Actor, place: Place, role: MembershipRole): boolean {
  if (place.groupId === null) return reaches(actor.roleIn(place.communityId), role);
  if (!reaches(actor.roleIn(place.communityId), MembershipRole.MEMBER)) return false;
  if (role === MembershipRole.MEMBER) return takesPart(actor, place);
  return takesPart(actor, place) && actor.partInGroup(place.groupId)?.isKeeper === true;
}

/** The names of members are for signed-in people, and in a members-only community for its members. */
export function maySeeMembers(actor: Actor, community: Pick<Community, 'id' | 'visibility'>): boolean {
  return actor.isMemberOf(community.id) || (community.visibility === Visibility.PUBLIC && actor.isSignedIn);
}

/** A guest observer sees this one thing, and never what is in a group. */
export const isGuestAt = (actor: Actor, kind: 'THREAD' | 'SESSION', id: string, groupId: string | null): boolean =>
  groupId === null && actor.isGuestOf(kind, id);

/** Where there is no list, only those who lead are named, to whomever; whoever takes part is named by what they write. */
export const hasNoList = (community: Pick<Community, 'joinPolicy'>): boolean => community.joinPolicy === JoinPolicy.NO_LIST;

/** SQL of those communities: to take part in one of them together ties nobody to anybody. */
export const WITHOUT_LIST = `(select id from community where join_policy = 'NO_LIST')`;

/** SQL of the policy's `read`, for lists. `isSignedIn` is a placeholder of a boolean; unlisted ones are in no list but that of one's own. */
export const communityScope = (community: string, isSignedIn: string): string =>
  `(not ${community}.is_unlisted and (${community}.visibility = 'PUBLIC' or ${isSignedIn}::boolean))`;

/**
 * SQL of `mayRead`, for lists of things in communities. `community` is the table or alias of the joined community, `level` an SQL expression of the
 * thing's level (`t.level`, or `'COMMUNITY'`), `group` one of its group (`t.group_id`, or `null::uuid`), `memberOf` and `inGroups` placeholders of
 * `actor.communityIds` and `actor.groupIds` (uuid[]).
 */
export const contentScope = (community: string, level: string, group: string, memberOf: string, inGroups: string): string =>
  `(case when ${level} = 'OFF_RECORD' then false
         when ${group} is not null then ${community}.id = any(${memberOf}::uuid[]) and ${group} = any(${inGroups}::uuid[])
         when ${level} = 'PUBLIC' then ${community}.id = any(${memberOf}::uuid[]) or ${community}.visibility = 'PUBLIC'
         else ${community}.id = any(${memberOf}::uuid[]) and ${level} in ('COMMUNITY', 'UNATTRIBUTED') end)`;
