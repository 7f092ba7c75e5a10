import { Actor, allowedActions } from '#platform/auth';
import { Visibility } from '../community.enums.js';
import { type GovernedSeat, seatPolicy } from './seat.policy.js';

const actorOf = (personId: string, roles: Record<string, string> = {}, mandates: string[] = [], isAdministrator = false) =>
  new Actor({
    personId,
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(Object.entries(roles)),
    organisationIds: new Set(mandates),
  });
const everyone = {
  stranger: Actor.stranger,
  someone: actorOf('x'),
  administrator: actorOf('x', {}, [], true),
  member: actorOf('m', { here: 'MEMBER' }),
  facilitator: actorOf('f', { here: 'FACILITATOR' }),
  coordinator: actorOf('c', { here: 'COORDINATOR' }),
  'coordinator elsewhere': actorOf('c', { there: 'COORDINATOR' }),
  holder: actorOf('h', { here: 'MEMBER' }),
  chosen: actorOf('o'),
  speaker: actorOf('s', {}, ['casa']),
};
type Who = keyof typeof everyone;

const seat = (facts: Partial<GovernedSeat> = {}): GovernedSeat => ({
  communityId: 'here',
  communityVisibility: Visibility.MEMBERS,
  organisationId: 'casa',
  hasMandate: true,
  holderId: null,
  offeredToId: null,
  endedAt: null,
  hasSpeakers: true,
  isOwnOrganisation: false,
  ...facts,
});

const cases: [string, GovernedSeat, Partial<Record<Who, string[]>>][] = [
  [
    'a vacant seat with a mandate',
    seat(),
    {
      member: ['read'],
      facilitator: ['read'],
      coordinator: ['read', 'change', 'end'],
      holder: ['read'],
      speaker: ['read', 'hold', 'fill', 'end'],
    },
  ],
  [
    'a held seat',
    seat({ holderId: 'h' }),
    {
      member: ['read'],
      facilitator: ['read'],
      coordinator: ['read', 'vacate', 'change', 'end'],
      holder: ['read', 'vacate'],
      speaker: ['read', 'fill', 'vacate', 'end'],
    },
  ],
  [
    'a seat that is kept for somebody',
    seat({ offeredToId: 'o' }),
    {
      member: ['read'],
      facilitator: ['read'],
      coordinator: ['read', 'vacate', 'change', 'end'],
      holder: ['read'],
      chosen: ['read', 'hold'],
      speaker: ['read', 'fill', 'vacate', 'end'],
    },
  ],
  [
    'a vacant seat of an organisation for which nobody acts',
    seat({ hasSpeakers: false }),
    {
      member: ['read'],
      facilitator: ['read'],
      coordinator: ['read', 'fill', 'change', 'end'],
      holder: ['read'],
      speaker: ['read', 'hold', 'fill', 'end'],
    },
  ],
  [
    'a seat that was taken back',
    seat({ endedAt: new Date() }),
    { member: ['read'], facilitator: ['read'], coordinator: ['read'], holder: ['read'], speaker: ['read'] },
  ],
];

describe.each(cases)('%s', (_what, governed, allowed) => {
  it.each(Object.entries(everyone))('%s', (who, actor) => {
    expect(allowedActions(actor, seatPolicy, governed)).toEqual(allowed[who as Who] ?? []);
  });
});

it('of a public community is seen by everybody', () => {
  expect(allowedActions(Actor.stranger, seatPolicy, seat({ communityVisibility: Visibility.PUBLIC }))).toEqual(['read']);
});

it('is taken by confirmed people of the organisation when it has no mandate, and by nobody else of them when it has', () => {
  const own = { isOwnOrganisation: true };
  expect(allowedActions(everyone.someone, seatPolicy, seat({ ...own, hasMandate: false }))).toEqual(['read', 'hold']);
  expect(allowedActions(everyone.someone, seatPolicy, seat(own))).toEqual(['read']);
  expect(allowedActions(everyone.someone, seatPolicy, seat({ ...own, hasMandate: false, offeredToId: 'o' }))).toEqual(['read']);
});
