import { Actor, type GroupPart } from '#platform/auth';
import { JoinPolicy } from '../community.enums.js';
import { groupActions } from './group.policy.js';

const COMMUNITY = 'c0000000-0000-4000-8000-000000000001';
const GROUP = 'd0000000-0000-4000-8000-000000000001';

const someone = (role: string | null, part: Partial<GroupPart> | null = null, isAdministrator = false) =>
  new Actor({
    personId: 'a0000000-0000-4000-8000-000000000001',
    sessionId: null,
    name: 'Ada',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator,
    roles: new Map(role ? [[COMMUNITY, role]] : []),
    groups: new Map(part ? [[GROUP, { isKeeper: false, isArchived: false, ...part }]] : []),
    organisationIds: new Set(),
  });

const group = (isHidden: boolean, joinPolicy = JoinPolicy.BY_INVITATION, archivedAt: Date | null = null) => ({
  id: GROUP,
  communityId: COMMUNITY,
  isHidden,
  joinPolicy,
  archivedAt,
});
const INSIDE = 'READ READ_CONTENT LEAVE START_THREAD RAISE_NEED';
const KEEPS =
  'READ READ_CONTENT LEAVE EDIT ADD_MEMBER REMOVE_MEMBER CHANGE_ROLE ANSWER_REQUESTS ARCHIVE START_THREAD SCHEDULE_SESSION OPEN_POSITION RAISE_NEED';

describe('what one may do in a group', () => {
  it.each<[string, Actor, string, string]>([
    // who                          visible   hidden
    ['stranger', Actor.stranger, '', ''],
    ['outsider', someone(null), '', ''],
    ['administrator', someone(null, null, true), '', ''],
    ['member of the community', someone('MEMBER'), 'READ', ''],
    ['coordinator of the community', someone('COORDINATOR'), 'READ', ''],
    ['someone who left the community', someone(null, { isKeeper: true }), '', ''],
    ['someone in it', someone('MEMBER', {}), INSIDE, INSIDE],
    ['coordinator in it', someone('COORDINATOR', {}), INSIDE, INSIDE],
    ['keeper', someone('MEMBER', { isKeeper: true }), KEEPS, KEEPS],
  ])('%s', (_, who, visible, hidden) => {
    expect([groupActions(who, group(false)).join(' '), groupActions(who, group(true)).join(' ')]).toEqual([visible, hidden]);
  });

  it.each<[string, JoinPolicy, string]>([
    ['MEMBER', JoinPolicy.OPEN, 'READ JOIN'],
    ['MEMBER', JoinPolicy.ON_REQUEST, 'READ REQUEST_TO_JOIN'],
    ['MEMBER', JoinPolicy.BY_INVITATION, 'READ'],
    ['', JoinPolicy.OPEN, ''],
  ])('%s comes in, %s', (role, joinPolicy, expected) => {
    expect(groupActions(someone(role || null), group(false, joinPolicy)).join(' ')).toBe(expected);
  });

  it('an archived group is read and left, and its keeper may reopen it', () => {
    const archived = group(false, JoinPolicy.OPEN, new Date());
    expect(groupActions(someone('MEMBER'), archived)).toEqual(['READ']);
    expect(groupActions(someone('MEMBER', { isArchived: true }), archived).join(' ')).toBe('READ READ_CONTENT LEAVE');
    const keeper = someone('MEMBER', { isKeeper: true, isArchived: true });
    expect(groupActions(keeper, archived).join(' ')).toBe('READ READ_CONTENT LEAVE REMOVE_MEMBER CHANGE_ROLE REOPEN');
  });
});
