import { registerEnumType } from '@nestjs/graphql';

/** What one is in a group. Lists show keepers first: the names happen to sort so. */
export enum GroupRole {
  KEEPER = 'KEEPER',
  MEMBER = 'MEMBER',
}
registerEnumType(GroupRole, {
  name: 'GroupRole',
  description: 'What one is in a group.',
  valuesMap: {
    KEEPER: { description: 'Also decides who is in it, schedules its sessions and opens its positions.' },
    MEMBER: { description: 'Reads and writes in it.' },
  },
});

/** What the viewer may do to or in a group; from the policy. */
export enum GroupAction {
  READ = 'READ',
  READ_CONTENT = 'READ_CONTENT',
  JOIN = 'JOIN',
  REQUEST_TO_JOIN = 'REQUEST_TO_JOIN',
  LEAVE = 'LEAVE',
  EDIT = 'EDIT',
  ADD_MEMBER = 'ADD_MEMBER',
  REMOVE_MEMBER = 'REMOVE_MEMBER',
  CHANGE_ROLE = 'CHANGE_ROLE',
  ANSWER_REQUESTS = 'ANSWER_REQUESTS',
  ARCHIVE = 'ARCHIVE',
  REOPEN = 'REOPEN',
  START_THREAD = 'START_THREAD',
  SCHEDULE_SESSION = 'SCHEDULE_SESSION',
  OPEN_POSITION = 'OPEN_POSITION',
  RAISE_NEED = 'RAISE_NEED',
}
registerEnumType(GroupAction, {
  name: 'GroupAction',
  description: 'What the viewer may do to or in a group.',
  valuesMap: {
    READ: { description: 'See that it is there and what it is for.' },
    READ_CONTENT: { description: 'Read what is in it and who is in it.' },
    JOIN: { description: 'Come in at once.' },
    REQUEST_TO_JOIN: { description: 'Ask its keepers to be let in.' },
    LEAVE: { description: 'Leave it.' },
    EDIT: { description: 'Change its name, its purpose and the way in.' },
    ADD_MEMBER: { description: 'Bring in a member of the community.' },
    REMOVE_MEMBER: { description: 'Remove somebody.' },
    CHANGE_ROLE: { description: 'Make somebody a keeper, or not.' },
    ANSWER_REQUESTS: { description: 'Answer those who ask to be let in.' },
    ARCHIVE: { description: 'Close it; what is in it stays readable for those in it.' },
    REOPEN: { description: 'Let it go on.' },
    START_THREAD: { description: 'Start a conversation in it.' },
    SCHEDULE_SESSION: { description: 'Schedule a session of it.' },
    OPEN_POSITION: { description: 'Open a position of it.' },
    RAISE_NEED: { description: 'Say in it what one needs to know.' },
  },
});
