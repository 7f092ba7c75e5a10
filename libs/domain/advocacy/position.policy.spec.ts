import { Visibility } from '#domain/communities';
import { Actor, allowedActions } from '#platform/auth';
import { PositionState } from './advocacy.enums.js';
import { type GovernedPosition, organisationsOf, positionPolicy } from './position.policy.js';

const actor = (roles: Record<string, string>, mandates: string[] = [], isAdministrator = false) =>
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
  communityVisibility: Visibility.PUBLIC,
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

it('takes no answers once the time of the round is over', () => {
  expect(positionPolicy.answer(everyone['member with a mandate'], position(PositionState.ENDORSEMENT, false))).toBe(false);
});

it('lets nobody speak for an organisation from outside the community', () => {
  expect(organisationsOf(everyone['member of another community'], position(PositionState.ENDORSEMENT))).toEqual([]);
});
