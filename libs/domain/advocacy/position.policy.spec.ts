import { Visibility } from '#domain/communities';
import { Actor, allowedActions } from '#platform/auth';
import { PositionState } from './advocacy.enums.js';
import { type GovernedPosition, organisationsOf, positionPolicy } from './position.policy.js';

const actor = (roles: Record<string, string>, mandates: string[] = [], isAdministrator = false, isKeeper?: boolean) =>
  new Actor({
    personId: 'p',
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(Object.entries(roles)),
    // Acting for an organisation gives no say in a community: the seats do.
    organisationIds: new Set(['asked']),
    mandates: new Set(mandates),
    groups: new Map(isKeeper === undefined ? [] : [['group', { isKeeper, isArchived: false }]]),
  });

const everyone = {
  stranger: Actor.stranger,
  administrator: actor({}, [], true),
  'member of another community': actor({ other: 'COORDINATOR' }, ['other asked']),
  member: actor({ here: 'MEMBER' }),
  'member with a mandate': actor({ here: 'MEMBER' }, ['here asked']),
  'member with a mandate for another organisation': actor({ here: 'MEMBER' }, ['here not-asked', 'other asked']),
  facilitator: actor({ here: 'FACILITATOR' }),
  coordinator: actor({ here: 'COORDINATOR' }),
};
type Who = keyof typeof everyone;

const position = (state: PositionState, takesAnswers = state === PositionState.ENDORSEMENT): GovernedPosition => ({
  communityId: 'here',
  groupId: null,
  communityVisibility: Visibility.PUBLIC,
  isContinued: false,
  state,
  askedOrganisationIds: ['asked'],
  takesAnswers,
});

const drafters = ['read', 'write', 'nameVersion'];
const TRUTH: Record<PositionState, Partial<Record<Who, string[]>>> = {
  DRAFTING: {
    member: drafters,
    'member with a mandate': drafters,
    'member with a mandate for another organisation': drafters,
    facilitator: drafters,
    coordinator: [...drafters, 'edit', 'freeze'],
  },
  ENDORSEMENT: {
    member: ['read'],
    'member with a mandate': ['read', 'answer'],
    'member with a mandate for another organisation': ['read'],
    facilitator: ['read'],
    coordinator: ['read', 'reopenDrafting', 'decide'],
  },
  ADOPTED: {
    member: ['read'],
    'member with a mandate': ['read'],
    'member with a mandate for another organisation': ['read'],
    facilitator: ['read'],
    coordinator: ['read', 'publish'],
  },
  PUBLISHED: {
    member: ['read'],
    'member with a mandate': ['read'],
    'member with a mandate for another organisation': ['read'],
    facilitator: ['read'],
    coordinator: ['read'],
  },
  NOT_ADOPTED: {
    member: ['read'],
    'member with a mandate': ['read'],
    'member with a mandate for another organisation': ['read'],
    facilitator: ['read'],
    coordinator: ['read'],
  },
};

describe.each(Object.values(PositionState))('a position in %s', (state) => {
  it.each(Object.keys(everyone) as Who[])('lets the %s do what the table says and nothing else', (who) => {
    const allowed = allowedActions(everyone[who], positionPolicy, position(state));
    expect([...allowed].sort()).toEqual([...(TRUTH[state][who] ?? [])].sort());
  });
});

it.each<[string, Actor, PositionState, string]>([
  ['coordinator who is not in it', everyone.coordinator, PositionState.DRAFTING, ''],
  ['member of the community with a mandate', everyone['member with a mandate'], PositionState.ENDORSEMENT, ''],
  ['someone in it', actor({ here: 'COORDINATOR' }, [], false, false), PositionState.DRAFTING, 'nameVersion read write'],
  ['someone in it with a mandate', actor({ here: 'MEMBER' }, ['here asked'], false, false), PositionState.ENDORSEMENT, 'answer read'],
  ['keeper', actor({ here: 'MEMBER' }, [], false, true), PositionState.DRAFTING, 'edit freeze nameVersion read write'],
  ['keeper', actor({ here: 'MEMBER' }, [], false, true), PositionState.ENDORSEMENT, 'decide read reopenDrafting'],
  ['keeper: it is not published', actor({ here: 'COORDINATOR' }, [], false, true), PositionState.ADOPTED, 'read'],
])('one of a group, %s', (_, who, state, expected) => {
  expect(
    allowedActions(who, positionPolicy, { ...position(state), groupId: 'group' })
      .sort()
      .join(' '),
  ).toBe(expected);
});

it('takes no answers once the time of the round is over', () => {
  expect(positionPolicy.answer(everyone['member with a mandate'], position(PositionState.ENDORSEMENT, false))).toBe(false);
});

it('lets nobody speak for an organisation from outside the community', () => {
  expect(organisationsOf(everyone['member of another community'], position(PositionState.ENDORSEMENT))).toEqual([]);
});
