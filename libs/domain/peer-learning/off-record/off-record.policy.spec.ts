import { Visibility } from '#domain/communities';
import { Actor, allowedActions } from '#platform/auth';
import type { SessionSubject } from '../session.policy.js';
import { offRecordPolicy, stateOf } from './off-record.policy.js';

const COMMUNITY = 'c0000000-0000-4000-8000-000000000001';
const actor = (personId: string, role?: string) =>
  new Actor({
    personId,
    sessionId: null,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: personId === 'administrator',
    roles: new Map(role ? [[COMMUNITY, role]] : []),
    groups: new Map(),
    organisationIds: new Set(),
  });
const actors = {
  stranger: Actor.stranger,
  outsider: actor('outsider'),
  administrator: actor('administrator'),
  member: actor('member', 'MEMBER'),
  seated: actor('seated', 'MEMBER'),
  waiting: actor('waiting', 'MEMBER'),
  'seated who left': actor('seated who left'),
  facilitator: actor('facilitator', 'FACILITATOR'),
  coordinator: actor('coordinator', 'COORDINATOR'),
};
type Who = keyof typeof actors;
const startsAt = new Date('2027-05-20T15:00:00Z');
const endsAt = new Date('2027-05-20T16:30:00Z');

const subject = (who: Who, now: string, isOpened: boolean, state: 'SCHEDULED' | 'CANCELLED' = 'SCHEDULED') => ({
  isOpened,
  session: {
    state,
    startsAt,
    endsAt,
    now: new Date(now),
    scheduledById: 'somebody',
    seat: who.startsWith('seated') ? 'TAKEN' : who === 'waiting' ? 'WAITING' : null,
    groupId: null,
    community: { id: COMMUNITY, visibility: Visibility.PUBLIC },
  } as SessionSubject,
});
const may = (who: Who, now: string, isOpened = true) => allowedActions(actors[who], offRecordPolicy, subject(who, now, isOpened)).join(' ');

it.each<[Who, string, string, string, string]>([
  // who               not opened   before    in the session       erased
  ['stranger', '', '', '', ''],
  ['outsider', '', '', '', ''],
  ['administrator', '', '', '', ''],
  ['member', '', '', '', ''],
  ['waiting', '', '', '', ''],
  ['seated who left', '', '', '', ''],
  ['seated', 'read', 'read', 'read listen say', 'read'],
  ['facilitator', 'read open', 'read', 'read listen say', 'read'],
  ['coordinator', 'read open', 'read', 'read listen say', 'read'],
])('%s: not opened "%s", before "%s", in the session "%s", after "%s"', (who, notOpened, before, during, after) => {
  expect([
    may(who, '2027-05-20T15:30:00Z', false),
    may(who, '2027-05-20T14:59:59Z'),
    may(who, '2027-05-20T15:00:00Z'),
    may(who, '2027-05-20T17:00:00Z'),
  ]).toEqual([notOpened, before, during, after]);
});

it('lasts half an hour longer than the session, and not at all where that is called off', () => {
  expect(stateOf(subject('seated', '2027-05-20T16:59:59Z', true))).toBe('OPEN');
  expect(stateOf(subject('seated', '2027-05-20T17:00:00Z', true))).toBe('ERASED');
  expect(stateOf(subject('seated', '2027-05-20T15:30:00Z', true, 'CANCELLED'))).toBe('ERASED');
});
