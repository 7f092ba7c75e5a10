import { registerEnumType } from '@nestjs/graphql';

/** Where a handover stands. */
export enum HandoverState {
  BEGUN = 'BEGUN',
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  CLOSED = 'CLOSED',
}
registerEnumType(HandoverState, {
  name: 'HandoverState',
  description: 'Where a handover stands.',
  valuesMap: {
    BEGUN: { description: 'It is being written; there is no successor yet.' },
    OFFERED: { description: 'A successor is asked.' },
    ACCEPTED: { description: 'The successor has taken over and works through it.' },
    CLOSED: { description: 'All is passed on.' },
  },
});

/** What is worth passing on in nearly every handover. */
export enum HandoverTemplate {
  CONTACTS = 'CONTACTS',
  FILES = 'FILES',
  DATES = 'DATES',
  PROMISES = 'PROMISES',
  ACCESS = 'ACCESS',
}
registerEnumType(HandoverTemplate, {
  name: 'HandoverTemplate',
  description: 'Points that stand on every checklist at first.',
  valuesMap: {
    CONTACTS: { description: 'Whom to know.' },
    FILES: { description: 'Where the files are.' },
    DATES: { description: 'What comes up.' },
    PROMISES: { description: 'What was promised to whom.' },
    ACCESS: { description: 'Accounts and keys outside of here.' },
  },
});

/** What passes on by itself, by kind. */
export enum PassedOnKind {
  ENDORSEMENT_REQUEST = 'ENDORSEMENT_REQUEST',
  SESSION = 'SESSION',
  POSITION = 'POSITION',
  JOIN_REQUESTS = 'JOIN_REQUESTS',
  THREAD = 'THREAD',
}
registerEnumType(PassedOnKind, {
  name: 'PassedOnKind',
  description: 'What passes on to a successor.',
  valuesMap: {
    ENDORSEMENT_REQUEST: { description: 'A position that the organisation has not answered yet.' },
    SESSION: { description: 'A session to come that they scheduled; the successor organises it from then on.' },
    POSITION: { description: 'A position they opened that is not decided yet.' },
    JOIN_REQUESTS: { description: 'Requests to join that wait for an answer.' },
    THREAD: { description: 'A discussion they followed; the successor follows it from then on.' },
  },
});

/** What the viewer may do with a handover. */
export enum HandoverAction {
  READ = 'READ',
  WRITE = 'WRITE',
  OFFER = 'OFFER',
  OFFER_BY_MAIL = 'OFFER_BY_MAIL',
  ACCEPT = 'ACCEPT',
  CLOSE = 'CLOSE',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(HandoverAction, {
  name: 'HandoverAction',
  description: 'What the viewer may do with a handover.',
  valuesMap: {
    READ: { description: 'See it.' },
    WRITE: { description: 'Write its notes and checklist.' },
    OFFER: { description: 'Choose the successor.' },
    OFFER_BY_MAIL: { description: 'Also someone who is not here yet, by mail.' },
    ACCEPT: { description: 'Take over.' },
    CLOSE: { description: 'Say that all is passed on.' },
    WITHDRAW: { description: 'Call it off.' },
  },
});
