import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Authentication } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { CANARY, closedCommunity } from './closed-community.js';
import { everyOperation, type Operation } from './every-operation.js';

/** Open to strangers: they answer without a person, and with nothing that is for members. */
const OPEN = [
  'viewer',
  'person',
  'organisations',
  'organisationCount',
  'organisation',
  'scheme',
  'schemes',
  'offers',
  'offer',
  'organisationCountries',
  'communityCountries',
  'communities',
  'community',
  'communityKinds',
  'threads',
  'thread',
  'needs',
  'sessions',
  'session',
  'policyProcesses',
  'positions',
  'publicPosition',
  'publicPositions',
  'invitationOffer',
  'requestSignIn',
  'signInWithCode',
  'signInWithLink',
  'signInWithPassword',
  'signOut',
  'keepAccount',
];

/** About oneself alone, or open to everyone who is signed in. */
const OWN = [
  'home',
  'notifications',
  'notificationPreferences',
  'goTo',
  'search',
  'savedSearches',
  'saveSearch',
  'templates',
  'calendarFeeds',
  'draft',
  'guestPlaces',
  'showPart',
  'personalDownloads',
  'namedIn',
  'requestDownload',
  'deleteAccount',
  'updateProfile',
  'updateSettings',
  'setPassword',
  'postOffer',
  'introductions',
  'exchangeSuggestions',
  'listedPeople',
  'listedPeopleCountries',
  'listedPeopleCount',
  'addOrganisation',
  'createApiToken',
  'createCommunity',
  'createCalendarFeed',
  'saveDraft',
  'discardDraft',
  'markNotificationsRead',
  'setNotificationPreference',
];

let app: TestApp;
let outsider: string;
let removed: string;
let member: string;
let rooms: string[];
let operations: Operation[];

beforeAll(async () => {
  app = await startTestApp();
  const closed = await closedCommunity(app);
  ({ outsider, removed, member, rooms } = closed);
  operations = everyOperation(app.get(GraphQLSchemaHost).schema, closed.values);
});
afterAll(() => app?.stop());

const call = (operation: Operation, as?: string) => app.graphql(operation.text, operation.variables, { as });
const sound = (answer: { status: number; errors?: { extensions: { code: string } }[] }) => ({
  status: answer.status < 500,
  internal: answer.errors?.some((error) => error.extensions.code === 'INTERNAL') ?? false,
});

describe('every operation', () => {
  it('is open, one’s own, or for those inside; nothing else is forgotten', () => {
    const names = operations.map((operation) => operation.name);
    expect([...OPEN, ...OWN].filter((name) => !names.includes(name))).toEqual([]);
    expect(OPEN.filter((name) => OWN.includes(name))).toEqual([]);
  });

  it('denies strangers, but for what is open', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const answer = await call(operation);
      const { status, internal } = sound(answer);
      const code = answer.errors?.[0]?.extensions.code;
      const right = OPEN.includes(operation.name) || code === 'UNAUTHENTICATED';
      if (!status || internal || !right)
        wrong.push(`${operation.name}: ${answer.status} ${JSON.stringify(answer.errors ?? answer.data).slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(['outsider', 'removed member'])('gives an %s nothing of a closed community, and lets them do nothing in it', async (who) => {
    const as = who === 'outsider' ? outsider : removed;
    const wrong: string[] = [];
    for (const operation of operations) {
      if (operation.name === 'signOut' || operation.name === 'setPassword' || operation.name === 'deleteAccount') continue;
      const answer = await call(operation, as);
      const { status, internal } = sound(answer);
      const text = JSON.stringify(answer.data ?? {});
      const open = [...OPEN, ...OWN].includes(operation.name);
      // What was typed comes back in nobody's words but one's own draft.
      const leaks = text.includes(CANARY);
      const acts = operation.kind === 'mutation' && !open && !answer.errors;
      if (!status || internal || leaks || acts) wrong.push(`${operation.name}: ${answer.status} ${JSON.stringify(answer).slice(0, 400)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows a member what it hides from the others, so that the walk above can fail', async () => {
    const seen: string[] = [];
    for (const operation of operations.filter(({ kind }) => kind === 'query')) {
      if (JSON.stringify((await call(operation, member)).data ?? {}).includes(CANARY)) seen.push(operation.name);
    }
    expect(seen).toEqual(
      expect.arrayContaining(['thread', 'threads', 'session', 'sessions', 'position', 'positions', 'needs', 'goTo', 'search']),
    );
  });

  it('lets nobody into the rooms of a closed community but its members', async () => {
    const authentication = app.get(Authentication);
    const mayJoin = async (personId: string) => {
      const actor = await authentication.actorByPerson(personId);
      return Promise.all(rooms.map((room) => app.get(Rooms).mayJoin(actor, room)));
    };
    expect(await mayJoin(member)).toEqual(rooms.map(() => true));
    expect(await mayJoin(outsider)).toEqual(rooms.map(() => false));
    expect(await mayJoin(removed)).toEqual(rooms.map(() => false));
  });
});
