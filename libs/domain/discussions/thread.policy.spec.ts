import { ConfidentialityLevel, Visibility } from '#domain/communities';
import { Actor, allowedActions, type GroupPart } from '#platform/auth';
import { ThreadKind } from './kinds/thread-kind.js';
import { postPolicy } from './post.policy.js';
import { threadPolicy, type ThreadFacts } from './thread.policy.js';

const COMMUNITY = 'c';
const GROUP = 'g';
const actor = (personId: string, role: string | null, part: Partial<GroupPart> | null = null): Actor =>
  new Actor({
    personId,
    sessionId: null,
    name: personId,
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: personId === 'administrator',
    roles: new Map(role ? [[COMMUNITY, role]] : []),
    groups: new Map(part ? [[GROUP, { isKeeper: false, isArchived: false, ...part }]] : []),
    organisationIds: new Set(),
  });

const actors = {
  stranger: Actor.stranger,
  outsider: actor('outsider', null),
  administrator: actor('administrator', null),
  author: actor('author', 'MEMBER'),
  'author who left': actor('author', null),
  member: actor('member', 'MEMBER'),
  facilitator: actor('facilitator', 'FACILITATOR'),
  coordinator: actor('coordinator', 'COORDINATOR'),
};

const thread = (visibility: Visibility, level: ConfidentialityLevel, isClosed: boolean): ThreadFacts => ({
  communityId: COMMUNITY,
  groupId: null,
  community: { id: COMMUNITY, visibility },
  authorId: 'author',
  level,
  closedAt: isClosed ? new Date() : null,
  kind: ThreadKind.DISCUSSION,
});
const open = thread(Visibility.PUBLIC, ConfidentialityLevel.PUBLIC, false);
const closed = thread(Visibility.PUBLIC, ConfidentialityLevel.PUBLIC, true);
const forMembers = thread(Visibility.PUBLIC, ConfidentialityLevel.COMMUNITY, false);
const inClosedCommunity = thread(Visibility.MEMBERS, ConfidentialityLevel.PUBLIC, false);

const may = (who: keyof typeof actors, subject: ThreadFacts) => allowedActions(actors[who], threadPolicy, subject).join(' ');

describe('who may do what to a thread in a group', () => {
  const inGroup = { ...thread(Visibility.PUBLIC, ConfidentialityLevel.GROUP, false), groupId: GROUP };
  const ended = { ...inGroup, closedAt: new Date() };
  it.each<[string, Actor, string, string]>([
    ['stranger', Actor.stranger, '', ''],
    ['administrator', actors.administrator, '', ''],
    ['member of the community', actors.member, '', ''],
    ['coordinator who is not in it', actors.coordinator, '', ''],
    ['author who left the group', actors.author, '', ''],
    ['removed member whose part is left over', actor('x', null, {}), '', ''],
    ['member of the group', actor('x', 'MEMBER', {}), 'read reply widen', 'read widen'],
    ['author in the group', actor('author', 'MEMBER', {}), 'read reply edit close widen', 'read reopen widen'],
    ['facilitator in it who does not keep it', actor('x', 'FACILITATOR', {}), 'read reply widen', 'read widen'],
    ['keeper', actor('x', 'MEMBER', { isKeeper: true }), 'read reply edit close widen keepSummary', 'read reopen widen keepSummary'],
    ['keeper once it is archived', actor('x', 'MEMBER', { isKeeper: true, isArchived: true }), 'read', 'read'],
  ])('%s', (_, who, whenOpen, whenClosed) => {
    const of = (subject: ThreadFacts) => allowedActions(who, threadPolicy, subject).join(' ');
    expect([of(inGroup), of(ended)]).toEqual([whenOpen, whenClosed]);
  });
});

describe('who may do what to a thread', () => {
  it.each<[keyof typeof actors, string, string, string]>([
    // who                open                     closed         for members only
    ['stranger', 'read', 'read', ''],
    ['outsider', 'read', 'read', ''],
    ['administrator', 'read', 'read', ''],
    ['author who left', 'read', 'read', ''],
    ['member', 'read reply', 'read', 'read reply widen'],
    ['author', 'read reply edit close narrow', 'read reopen narrow', 'read reply edit close widen'],
    ['facilitator', 'read reply edit close keepSummary', 'read reopen keepSummary', 'read reply edit close widen admitGuest keepSummary'],
    ['coordinator', 'read reply edit close keepSummary', 'read reopen keepSummary', 'read reply edit close widen admitGuest keepSummary'],
  ])('%s: open "%s", closed "%s", for members "%s"', (who, whenOpen, whenClosed, whenForMembers) => {
    expect([may(who, open), may(who, closed), may(who, forMembers)]).toEqual([whenOpen, whenClosed, whenForMembers]);
    // A closed community has no one wider to ask for.
    expect(may(who, inClosedCommunity)).toBe(whenForMembers.replace(' widen', ''));
  });
});

describe('what a kind of thread adds', () => {
  const added = (who: keyof typeof actors, kind: ThreadKind, isClosed = false) => {
    const plain = allowedActions(actors[who], threadPolicy, isClosed ? closed : open);
    const all = allowedActions(actors[who], threadPolicy, { ...(isClosed ? closed : open), kind });
    return all.filter((action) => !plain.includes(action)).join(' ');
  };
  const { QUESTION, CASE_CLINIC, SIGNAL, ANNOUNCEMENT, EXPERIENCE } = ThreadKind;
  it.each<[keyof typeof actors, string, string, string, string]>([
    // who               question      case clinic   signal  announcement
    ['stranger', '', '', '', ''],
    ['outsider', '', '', '', ''],
    ['administrator', '', '', '', ''],
    ['author who left', '', '', '', ''],
    ['member', '', '', 'echo', 'confirm'],
    ['author', 'markAnswer', 'moveClinic', '', ''],
    ['facilitator', 'markAnswer', 'moveClinic', 'echo', 'confirm'],
    ['coordinator', 'markAnswer', 'moveClinic', 'echo', 'confirm'],
  ])('%s: question "%s", case clinic "%s", signal "%s", announcement "%s"', (who, question, clinic, signal, announcement) => {
    expect([QUESTION, CASE_CLINIC, SIGNAL, ANNOUNCEMENT].map((kind) => added(who, kind))).toEqual([question, clinic, signal, announcement]);
    expect(added(who, EXPERIENCE)).toBe('');
    // An answer is often marked once all is said; a clinic that has ended does not go on.
    expect([added(who, QUESTION, true), added(who, CASE_CLINIC, true)]).toEqual([question, '']);
  });
});

describe('who may do what to a post', () => {
  const at = new Date();
  const post = (subject: ThreadFacts, removedById: string | null = null) => ({
    authorId: 'author',
    voice: null,
    removedAt: removedById ? at : null,
    removedById,
    thread: subject,
  });
  const mayWith = (who: keyof typeof actors, subject: ReturnType<typeof post>) =>
    allowedActions(actors[who], postPolicy, subject).join(' ');

  it.each<[keyof typeof actors, string, string, string, string]>([
    // who               there               in a closed thread   removed by its author   removed by a facilitator
    ['stranger', 'read', 'read', 'read', 'read'],
    ['outsider', 'read', 'read', 'read', 'read'],
    ['administrator', 'read', 'read', 'read', 'read'],
    ['author who left', 'read', 'read', 'read', 'read'],
    ['member', 'read react', 'read react', 'read', 'read'],
    ['author', 'read edit remove react', 'read remove react', 'read restore', 'read'],
    ['facilitator', 'read remove react', 'read remove react', 'read restore', 'read restore'],
    ['coordinator', 'read remove react', 'read remove react', 'read restore', 'read restore'],
  ])(
    '%s: there "%s", in a closed thread "%s", removed by its author "%s", by a facilitator "%s"',
    (who, there, inClosed, byAuthor, byFacilitator) => {
      expect([post(open), post(closed), post(open, 'author'), post(open, 'facilitator')].map((subject) => mayWith(who, subject))).toEqual([
        there,
        inClosed,
        byAuthor,
        byFacilitator,
      ]);
    },
  );

  it.each<[keyof typeof actors, boolean, string, string, string]>([
    // who               wrote it  there                      taken back by its voice   removed by a facilitator
    ['stranger', false, 'read', 'read', 'read'],
    ['outsider', false, 'read', 'read', 'read'],
    ['administrator', false, 'read', 'read', 'read'],
    ['member', false, 'read react', 'read', 'read'],
    ['member', true, 'read edit remove react', 'read restore', 'read'],
    ['facilitator', false, 'read remove react', 'read', 'read restore'],
    ['coordinator', false, 'read remove react', 'read', 'read restore'],
    ['author who left', true, 'read', 'read', 'read'],
  ])('unattributed, %s, own %s: there "%s", taken back "%s", removed "%s"', (who, isViewers, there, takenBack, removed) => {
    const unnamed = (removedById: string | null, isRemoved: boolean) => ({
      authorId: null,
      voice: 3,
      removedAt: isRemoved ? at : null,
      removedById,
      thread: open,
      isViewers,
    });
    const may3 = [unnamed(null, false), unnamed(null, true), unnamed('facilitator', true)];
    expect(may3.map((subject) => allowedActions(actors[who], postPolicy, subject).join(' '))).toEqual([there, takenBack, removed]);
  });

  it('nobody from outside reads a post of a thread for members', () => {
    for (const who of ['stranger', 'outsider', 'administrator', 'author who left'] as const) {
      expect([mayWith(who, post(forMembers)), mayWith(who, post(inClosedCommunity))]).toEqual(['', '']);
    }
  });
});
