import { registerEnumType } from '@nestjs/graphql';
import { type Actor, allowedActions } from '#platform/auth';
import { communityPolicy, type GovernedCommunity } from './community.policy.js';

/** What the viewer may do to or in a community: the policy's actions as the schema names them. */
export enum CommunityAction {
  READ = 'READ',
  READ_CONTENT = 'READ_CONTENT',
  JOIN = 'JOIN',
  REQUEST_TO_JOIN = 'REQUEST_TO_JOIN',
  JOIN_FOR_ORGANISATION = 'JOIN_FOR_ORGANISATION',
  LEAVE = 'LEAVE',
  EDIT = 'EDIT',
  INVITE = 'INVITE',
  REMOVE_MEMBER = 'REMOVE_MEMBER',
  CHANGE_ROLE = 'CHANGE_ROLE',
  GRANT_SEATS = 'GRANT_SEATS',
  ANSWER_REQUESTS = 'ANSWER_REQUESTS',
  START_THREAD = 'START_THREAD',
  SCHEDULE_SESSION = 'SCHEDULE_SESSION',
  OPEN_POSITION = 'OPEN_POSITION',
  RAISE_NEED = 'RAISE_NEED',
  READ_AUDIT = 'READ_AUDIT',
  FOUND_GROUP = 'FOUND_GROUP',
  CONNECT = 'CONNECT',
  ARCHIVE = 'ARCHIVE',
  REVIVE = 'REVIVE',
}
registerEnumType(CommunityAction, {
  name: 'CommunityAction',
  description: 'What the viewer may do to or in a community.',
  valuesMap: {
    READ: { description: 'See what it is about.' },
    READ_CONTENT: { description: 'Read its public conversations, sessions and positions; members read all.' },
    JOIN: { description: 'Become a member at once.' },
    REQUEST_TO_JOIN: { description: 'Ask to be let in.' },
    JOIN_FOR_ORGANISATION: { description: 'Come in for an organisation that has a seat here.' },
    LEAVE: { description: 'Leave it.' },
    EDIT: { description: 'Change its description, charter and rules.' },
    INVITE: { description: 'Invite by mail.' },
    REMOVE_MEMBER: { description: 'Remove a member.' },
    CHANGE_ROLE: { description: 'Give a member another role.' },
    GRANT_SEATS: { description: 'Invite organisations, and grant them seats and mandates.' },
    ANSWER_REQUESTS: { description: 'Answer those who ask to join.' },
    START_THREAD: { description: 'Start a conversation.' },
    SCHEDULE_SESSION: { description: 'Schedule a session.' },
    OPEN_POSITION: { description: 'Open a position.' },
    RAISE_NEED: { description: 'Say what one needs to know.' },
    READ_AUDIT: { description: 'Read who did what in governing it.' },
    FOUND_GROUP: { description: 'Found a group.' },
    CONNECT: { description: 'Tie it to others: parts, a parent, partners, a circle of coordinators.' },
    ARCHIVE: { description: 'Close it; it stays readable.' },
    REVIVE: { description: 'Open it again.' },
  },
});

/** The policy's answer for the web client's buttons. */
export const communityActions = (actor: Actor, community: GovernedCommunity): CommunityAction[] =>
  allowedActions(actor, communityPolicy, community).map((action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as CommunityAction);
