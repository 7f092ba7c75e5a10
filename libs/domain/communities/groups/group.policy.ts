import { type Actor, allowedActions, type Policy, type Rule } from '#platform/auth';
import { ConfidentialityLevel, JoinPolicy, Visibility } from '../community.enums.js';
import { answersFor, mayRead, takesPart } from '../community.policy.js';
import type { Group } from './group.entity.js';
import type { GroupAction } from './group.enums.js';

/** What the rules look at. */
export type GovernedGroup = Pick<Group, 'id' | 'communityId' | 'isHidden' | 'joinPolicy' | 'archivedAt'>;

/** What can be done to or in a group; the enum `GroupAction` of the schema says the same. */
export type GroupActionName =
  | 'readContent'
  | 'join'
  | 'requestToJoin'
  | 'leave'
  | 'edit'
  | 'addMember'
  | 'removeMember'
  | 'changeRole'
  | 'answerRequests'
  | 'archive'
  | 'reopen'
  | 'startThread'
  | 'scheduleSession'
  | 'openPosition'
  | 'raiseNeed';

const placeOf = (group: GovernedGroup) => ({ communityId: group.communityId, groupId: group.id });

const isIn: Rule<GovernedGroup> = (actor, group) => actor.isMemberOf(group.communityId) && actor.isInGroup(group.id);
const takesPartIn: Rule<GovernedGroup> = (actor, group) => takesPart(actor, placeOf(group));
const keeps: Rule<GovernedGroup> = (actor, group) => answersFor(actor, placeOf(group));
const keptIt: Rule<GovernedGroup> = (actor, group) => isIn(actor, group) && actor.partInGroup(group.id)?.isKeeper === true;
const comesBy =
  (policy: JoinPolicy): Rule<GovernedGroup> =>
  (actor, group) =>
    actor.isMemberOf(group.communityId) && !actor.isInGroup(group.id) && group.joinPolicy === policy && group.archivedAt === null;

/**
 * Who may do what to or in a group. A visible group is known in its community, a hidden one only to those in it. What is in a group, and who, is for
 * those in it: the coordinators of the community have no rights of their own here, and neither have administrators.
 */
export const groupPolicy: Policy<GovernedGroup, GroupActionName> = {
  read: (actor, group) => actor.isMemberOf(group.communityId) && (!group.isHidden || actor.isInGroup(group.id)),
  readContent: (actor, group) =>
    mayRead(actor, { id: group.communityId, visibility: Visibility.MEMBERS }, ConfidentialityLevel.GROUP, group.id),
  join: comesBy(JoinPolicy.OPEN),
  requestToJoin: comesBy(JoinPolicy.ON_REQUEST),
  leave: isIn,
  edit: keeps,
  addMember: keeps,
  removeMember: keptIt,
  changeRole: keptIt,
  answerRequests: keeps,
  archive: keeps,
  reopen: (actor, group) => group.archivedAt !== null && keptIt(actor, group),
  startThread: takesPartIn,
  scheduleSession: keeps,
  openPosition: keeps,
  raiseNeed: takesPartIn,
};

/** The policy's answer for the web client's buttons. */
export const groupActions = (actor: Actor, group: GovernedGroup): GroupAction[] =>
  allowedActions(actor, groupPolicy, group).map((action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as GroupAction);
