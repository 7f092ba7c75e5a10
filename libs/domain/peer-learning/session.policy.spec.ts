import { Actor, allowedActions } from '#platform/auth';
import { type SessionSubject, permit, sessionPolicy } from './session.policy.js';
import { refusalOf, sessionMoves, type SessionVerb } from './session.states.js';

const actor = (personId: string, role?: string, isKeeper?: boolean) =>
  new Actor({
    personId,
    sessionId: null,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: personId === 'root',
    organisationIds: new Set(),
    groups: new Map(isKeeper === undefined ? [] : [['group', { isKeeper, isArchived: false }]]),
    roles: new Map(role ? [['here', role]] : [['elsewhere', 'COORDINATOR']]),
  });
const people = {
  stranger: Actor.stranger,
  outsider: actor('outsider'),
  administrator: actor('root'),
  member: actor('member', 'MEMBER'),
  scheduler: actor('scheduler', 'MEMBER'),
  formerScheduler: actor('scheduler'),
  facilitator: actor('facilitator', 'FACILITATOR'),
  coordinator: actor('coordinator', 'COORDINATOR'),
  inGroup: actor('inGroup', 'FACILITATOR', false),
  keeper: actor('keeper', 'MEMBER', true),
  guest: new Actor({
    personId: 'guest',
    sessionId: null,
    name: 'guest',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: false,
    organisationIds: new Set<string>(),
    roles: new Map<string, string>(),
    guestOf: new Set(['SESSION session']),
  }),
  formerInGroup: actor('former', undefined, true),
};
const at = (time: string) => new Date(`2027-05-20T${time}:00Z`);
const subject = (overrides: Partial<SessionSubject> & { visibility?: 'PUBLIC' | 'MEMBERS' } = {}): SessionSubject => ({
  id: 'session',
  state: 'SCHEDULED',
  startsAt: at('16:00'),
  endsAt: at('17:30'),
  seat: null,
  now: at('10:00'),
  scheduledById: 'scheduler',
  groupId: null,
  ...overrides,
  community: {
    id: 'here',
    visibility: (overrides.visibility ?? 'PUBLIC') as never,
  },
});
const may = (who: keyof typeof people, overrides: Parameters<typeof subject>[0] = {}) =>
  allowedActions(people[who], sessionPolicy, subject(overrides)).sort().join(' ');

it.each<[keyof typeof people, Parameters<typeof subject>[0], string]>([
  ['stranger', {}, 'read'],
  ['stranger', { visibility: 'MEMBERS' }, ''],
  ['outsider', {}, 'read'],
  ['outsider', { visibility: 'MEMBERS' }, ''],
  ['outsider', { visibility: 'MEMBERS', seat: 'TAKEN' }, ''],
  ['outsider', { seat: 'TAKEN' }, 'giveUpSeat read'],
  ['guest', { visibility: 'MEMBERS' }, 'read seeLink'],
  ['guest', { visibility: 'MEMBERS', id: 'another' }, ''],
  ['guest', { visibility: 'MEMBERS', groupId: 'group' }, ''],
  ['administrator', {}, 'read'],
  ['administrator', { visibility: 'MEMBERS' }, ''],
  ['member', {}, 'read seeParticipants takeSeat'],
  ['member', { visibility: 'MEMBERS' }, 'read seeParticipants takeSeat'],
  ['member', { seat: 'TAKEN' }, 'giveUpSeat read seeLink seeParticipants'],
  ['member', { seat: 'WAITING' }, 'giveUpSeat read seeParticipants'],
  ['member', { seat: 'TAKEN', now: at('16:00') }, 'read seeLink seeParticipants'],
  ['member', { now: at('16:00') }, 'read seeParticipants'],
  ['member', { now: at('17:30') }, 'read seeParticipants'],
  ['member', { state: 'CANCELLED' }, 'read seeParticipants'],
  ['scheduler', {}, 'cancel change read seeLink seeParticipants takeSeat'],
  ['formerScheduler', {}, 'read'],
  ['facilitator', {}, 'admitGuest cancel change read seeLink seeParticipants takeSeat'],
  ['coordinator', {}, 'admitGuest cancel change read seeLink seeParticipants takeSeat'],
  ['coordinator', { seat: 'TAKEN' }, 'admitGuest cancel change giveUpSeat read seeLink seeParticipants'],
  ['coordinator', { now: at('16:30') }, 'admitGuest cancel change read seeLink seeParticipants'],
  ['coordinator', { now: at('17:30') }, 'read seeLink seeParticipants'],
  ['coordinator', { state: 'CANCELLED' }, 'read seeLink seeParticipants'],
  ['stranger', { groupId: 'group' }, ''],
  ['administrator', { groupId: 'group' }, ''],
  ['member', { groupId: 'group', seat: 'TAKEN' }, ''],
  ['scheduler', { groupId: 'group' }, ''],
  ['coordinator', { groupId: 'group' }, ''],
  ['formerInGroup', { groupId: 'group' }, ''],
  ['inGroup', { groupId: 'group' }, 'read seeParticipants takeSeat'],
  ['inGroup', { groupId: 'group', seat: 'TAKEN' }, 'giveUpSeat read seeLink seeParticipants'],
  ['keeper', { groupId: 'group' }, 'cancel change read seeLink seeParticipants takeSeat'],
])('%s with %j may %s', (who, overrides, expected) => expect(may(who, overrides)).toBe(expected));

it.each<[SessionVerb, keyof typeof people, Parameters<typeof subject>[0], string]>([
  ['takeSeat', 'stranger', { visibility: 'MEMBERS' }, 'NOT_FOUND'],
  ['takeSeat', 'outsider', {}, 'FORBIDDEN'],
  ['change', 'member', {}, 'FORBIDDEN'],
  ['takeSeat', 'member', { seat: 'WAITING' }, 'ALREADY_SEATED'],
  ['giveUpSeat', 'member', {}, 'NOT_SEATED'],
  ['giveUpSeat', 'member', { seat: 'TAKEN', now: at('16:00') }, 'SESSION_HAS_STARTED'],
  ['takeSeat', 'member', { now: at('18:00') }, 'SESSION_IS_OVER'],
  ['cancel', 'coordinator', { state: 'CANCELLED' }, 'SESSION_IS_CANCELLED'],
])('%s by %s with %j is refused as %s', (verb, who, overrides, code) => {
  expect(() => permit(people[who], verb, subject(overrides))).toThrow(expect.objectContaining({ code }));
});

it('a session that is not there is not found', () => {
  expect(() => permit(people.coordinator, 'change', null)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

it('nothing leads out of a cancelled session', () => {
  for (const verb of Object.keys(sessionMoves) as SessionVerb[]) {
    expect(refusalOf(verb, subject({ state: 'CANCELLED', seat: 'TAKEN' }))?.code).toBe('SESSION_IS_CANCELLED');
  }
});
