import { Actor, allowedActions } from '#platform/auth';
import { personPolicy, seesPart, type Tie } from './person.policy.js';
import { Audience, ProfilePart } from './profile-part.js';

const actorOf = (personId: string, isAdministrator = false) =>
  new Actor({
    personId,
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(),
    groups: new Map(),
    organisationIds: new Set(),
  });

it.each([
  ['a stranger', Actor.stranger, []],
  ['another member', actorOf('other'), ['read']],
  ['an administrator', actorOf('other', true), ['read']],
  ['the person', actorOf('self'), ['read', 'edit']],
])('%s may do this with a profile', (_who, actor, actions) => {
  expect(allowedActions(actor, personPolicy, { id: 'self' })).toEqual(actions);
});

const TIES: Tie[] = ['STRANGER', 'SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF'];

describe('a part of a profile', () => {
  it.each<[Audience, Tie[]]>([
    [Audience.EVERYONE, TIES],
    [Audience.SIGNED_IN, ['SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF']],
    [Audience.FELLOWS, ['FELLOW', 'COORDINATOR', 'SELF']],
    [Audience.COORDINATORS, ['COORDINATOR', 'SELF']],
    [Audience.NOBODY, ['SELF']],
  ])('that is for %s is seen by %j', (audience, who) => {
    for (const part of Object.values(ProfilePart))
      expect(TIES.filter((tie) => seesPart(tie, { shown: { [part]: audience } }, part))).toEqual(who);
  });

  it.each<[ProfilePart, Tie[]]>([
    [ProfilePart.HEADLINE, TIES],
    [ProfilePart.ORGANISATION, TIES],
    [ProfilePart.ABOUT, ['SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF']],
    [ProfilePart.LANGUAGES, ['SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF']],
    [ProfilePart.TIME_ZONE, ['SIGNED_IN', 'FELLOW', 'COORDINATOR', 'SELF']],
  ])('%s is seen by %j where nothing was chosen', (part, who) => {
    expect(TIES.filter((tie) => seesPart(tie, { shown: {} }, part))).toEqual(who);
  });
});
