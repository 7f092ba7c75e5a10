import { Actor } from '#platform/auth';
import { communityActions } from './community-action.js';
import { ConfidentialityLevel, JoinPolicy, MembershipRole, reaches, Visibility } from './community.enums.js';
import { mayRead, maySeeMembers } from './community.policy.js';

const ID = 'c0000000-0000-4000-8000-000000000001';
const ELSEWHERE = 'c0000000-0000-4000-8000-000000000002';

const someone = (roles: [string, string][], isAdministrator = false, archivedIn = new Set<string>()) =>
  new Actor({
    personId: 'a0000000-0000-4000-8000-000000000001',
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(roles),
    archivedIn,
    organisationIds: new Set(),
  });

const actors = {
  stranger: Actor.stranger,
  outsider: someone([[ELSEWHERE, 'COORDINATOR']]),
  administrator: someone([], true),
  advisor: someone([[ID, 'ADVISOR']]),
  member: someone([[ID, 'MEMBER']]),
  facilitator: someone([[ID, 'FACILITATOR']]),
  coordinator: someone([[ID, 'COORDINATOR']]),
};
type Who = keyof typeof actors;

const community = (visibility: Visibility, joinPolicy = JoinPolicy.BY_INVITATION) => ({ id: ID, visibility, joinPolicy });
const MEMBER = ['START_THREAD', 'RAISE_NEED', 'LEAVE'];
const FACILITATOR = [...MEMBER, 'INVITE', 'ANSWER_REQUESTS', 'SCHEDULE_SESSION'];
const COORDINATOR = [
  ...FACILITATOR,
  'EDIT',
  'REMOVE_MEMBER',
  'CHANGE_ROLE',
  'GRANT_SEATS',
  'OPEN_POSITION',
  'READ_AUDIT',
  'FOUND_GROUP',
  'CONNECT',
  'ARCHIVE',
];

const actions: [Who, Visibility, string[]][] = [
  ['stranger', Visibility.PUBLIC, ['READ', 'READ_CONTENT']],
  ['stranger', Visibility.MEMBERS, []],
  ['outsider', Visibility.PUBLIC, ['READ', 'READ_CONTENT']],
  ['outsider', Visibility.MEMBERS, ['READ']],
  ['administrator', Visibility.PUBLIC, ['READ', 'READ_CONTENT']],
  ['administrator', Visibility.MEMBERS, ['READ']],
  ...[Visibility.PUBLIC, Visibility.MEMBERS].flatMap((visibility): [Who, Visibility, string[]][] => [
    ['advisor', visibility, ['READ', 'READ_CONTENT', 'LEAVE']],
    ['member', visibility, ['READ', 'READ_CONTENT', ...MEMBER]],
    ['facilitator', visibility, ['READ', 'READ_CONTENT', ...FACILITATOR]],
    ['coordinator', visibility, ['READ', 'READ_CONTENT', ...COORDINATOR]],
  ]),
];

describe('what one may do in a community', () => {
  it.each(actions)('%s, %s', (who, visibility, expected) => {
    expect(communityActions(actors[who], community(visibility)).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['stranger', JoinPolicy.OPEN, []],
    ['stranger', JoinPolicy.ON_REQUEST, []],
    ['outsider', JoinPolicy.OPEN, ['JOIN']],
    ['outsider', JoinPolicy.ON_REQUEST, ['REQUEST_TO_JOIN']],
    ['outsider', JoinPolicy.BY_INVITATION, []],
    ['outsider', JoinPolicy.BY_ORGANISATION, ['JOIN_FOR_ORGANISATION']],
    ['outsider', JoinPolicy.NO_LIST, ['JOIN']],
    ['stranger', JoinPolicy.BY_ORGANISATION, []],
    ['stranger', JoinPolicy.NO_LIST, []],
    ['member', JoinPolicy.BY_ORGANISATION, []],
    ['member', JoinPolicy.NO_LIST, []],
    ['member', JoinPolicy.OPEN, []],
    ['member', JoinPolicy.ON_REQUEST, []],
  ] as [Who, JoinPolicy, string[]][])('%s joins, %s', (who, joinPolicy, expected) => {
    const can = communityActions(actors[who], community(Visibility.PUBLIC, joinPolicy));
    expect(can.filter((action) => ['JOIN', 'REQUEST_TO_JOIN', 'JOIN_FOR_ORGANISATION'].includes(action))).toEqual(expected);
  });
});

describe('an archived community', () => {
  const archived = { ...community(Visibility.PUBLIC, JoinPolicy.OPEN), archivedAt: new Date('2026-01-01') };
  it.each([
    ['MEMBER', ['LEAVE']],
    ['FACILITATOR', ['LEAVE']],
    ['COORDINATOR', ['LEAVE', 'READ_AUDIT', 'REVIVE']],
  ])('lets a %s read it as before and do nothing but %j', (role, expected) => {
    const actor = someone([[ID, role]], false, new Set([ID]));
    expect(communityActions(actor, archived).toSorted()).toEqual(['READ', 'READ_CONTENT', ...expected].toSorted());
    expect(mayRead(actor, archived, ConfidentialityLevel.COMMUNITY, null)).toBe(true);
  });

  it('takes nobody new, and stays closed once it went into another', () => {
    expect(communityActions(actors.outsider, archived).toSorted()).toEqual(['READ', 'READ_CONTENT']);
    const merged = { ...archived, mergedIntoId: ELSEWHERE };
    expect(communityActions(someone([[ID, 'COORDINATOR']], false, new Set([ID])), merged)).not.toContain('REVIVE');
  });
});

describe('what one may read in a community', () => {
  const { PUBLIC, COMMUNITY, UNATTRIBUTED } = ConfidentialityLevel;
  it.each([
    ['stranger', Visibility.PUBLIC, [PUBLIC], false],
    ['stranger', Visibility.MEMBERS, [], false],
    ['outsider', Visibility.PUBLIC, [PUBLIC], true],
    ['outsider', Visibility.MEMBERS, [], false],
    ['administrator', Visibility.MEMBERS, [], false],
    ['member', Visibility.PUBLIC, [PUBLIC, COMMUNITY, UNATTRIBUTED], true],
    ['member', Visibility.MEMBERS, [PUBLIC, COMMUNITY, UNATTRIBUTED], true],
    ['facilitator', Visibility.MEMBERS, [PUBLIC, COMMUNITY, UNATTRIBUTED], true],
    ['coordinator', Visibility.MEMBERS, [PUBLIC, COMMUNITY, UNATTRIBUTED], true],
  ] as [Who, Visibility, ConfidentialityLevel[], boolean][])('%s, %s: levels %j, members %j', (who, visibility, levels, members) => {
    const place = community(visibility);
    // Off the record is for those in a session alone.
    expect(Object.values(ConfidentialityLevel).filter((level) => mayRead(actors[who], place, level, null))).toEqual(levels);
    expect(maySeeMembers(actors[who], place)).toBe(members);
  });
});

it('a role reaches what is at or below it, and an unknown one nothing', () => {
  const { MEMBER: member, FACILITATOR: facilitator, COORDINATOR: coordinator } = MembershipRole;
  expect([reaches(member, member), reaches(member, facilitator), reaches(facilitator, member), reaches(coordinator, coordinator)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect([reaches(null, member), reaches('toString', member), reaches('ADMIN', member)]).toEqual([false, false, false]);
});
