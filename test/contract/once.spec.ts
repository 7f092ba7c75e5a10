import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { JoinPolicy, MembershipRole } from '#domain/communities';
import { ThreadKind } from '#domain/discussions';
import { startTestApp, type TestApp } from '../../apps/api/testing.js';
import { buildPosition, buildSpeaker } from '../../libs/domain/advocacy/testing.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildPost, buildThread } from '../../libs/domain/discussions/testing.js';
import { buildSession, buildSessionSeat } from '../../libs/domain/peer-learning/testing.js';
import { buildPerson, buildSeat } from '../../libs/domain/people/testing.js';
import { buildScheme, buildTerm } from '../../libs/domain/vocabulary/testing.js';
import { buildIntroduction, buildOffer } from '../../libs/domain/exchange/testing.js';
import { TestWriter } from '../../libs/domain/writing/testing.js';
import { everyOperation } from './every-operation.js';
import { groupActs } from './group-acts.js';
import { circleActs } from './once-circles.js';

const TIMES = 8;
/** What they make holds a secret that cannot be said again. */
const SHOWN_ONCE = ['createApiToken', 'createInvitationLink'];

let app: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await startTestApp();
  schema = app.get(GraphQLSchemaHost).schema;
});
afterAll(() => app?.stop());

/** A community with someone for each role and things to act on. */
async function scene() {
  const community = await buildCommunity(app);
  const of = { communityId: community.id };
  const coordinator = (await buildMembership(app, { ...of, role: MembershipRole.COORDINATOR })).personId;
  const membership = await buildMembership(app, of);
  const member = membership.personId;
  const thread = await buildThread(app, { ...of, authorId: member });
  const post = await buildPost(app, { threadId: thread.id, authorId: member });
  const session = await buildSession(app, { ...of, scheduledById: coordinator });
  const position = await buildPosition(app, { ...of, openedById: coordinator });
  const speaker = await buildSpeaker(app, community.id);
  const newcomer = (await buildPerson(app)).id;
  return { community, coordinator, membership, member, thread, post, session, position, speaker, newcomer, of };
}
type Scene = Awaited<ReturnType<typeof scene>>;
interface Act {
  as: string;
  input: object;
}

const keeper = async () => (await buildPerson(app, { isAdministrator: true })).id;
const words = (text: string) => [{ language: 'en', text }];
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] };
const run = (name: string, as: string, input: object) => {
  const operation = everyOperation(schema, {}, 1).find((known) => known.name === name);
  return app.ok(operation?.text ?? '', { input }, { as });
};
async function written({ coordinator, position }: Scene) {
  const writer = await TestWriter.open(app, coordinator, position.documentId);
  writer.type('We ask for courses from the first day.');
  await writer.settled();
  return { positionId: position.id };
}
const frozen = async (at: Scene) => {
  const input = await written(at);
  await run('freezePosition', at.coordinator, input);
  return input;
};
const decided = async (at: Scene) => {
  const input = await frozen(at);
  await run('decidePosition', at.coordinator, { ...input, adopted: true, statement: 'It stands as it is written.' });
  return input;
};

const savedSearch = async ({ member }: Scene) => {
  await run('saveSearch', member, { name: 'Housing', text: 'housing' });
  const [saved] = await app.sql<{ id: string }>('select id from saved_search where person_id = $1', [member]);
  return { as: member, input: { savedSearchId: saved?.id } };
};

const administrator = async () => (await buildPerson(app, { isAdministrator: true })).id;

/** A session that takes place now and has a conversation off the record. */
const offTheRecord = async ({ session, coordinator }: Scene) => {
  await run('openOffRecord', coordinator, { sessionId: session.id });
  await app.sql(`update session set starts_at = $2, ends_at = $3 where id = $1`, [
    session.id,
    new Date(app.clock.now().getTime() - 600_000),
    new Date(app.clock.now().getTime() + 600_000),
  ]);
  return session.id;
};
const handover = async ({ of, speaker: { personId } }: Scene) => {
  const [seat] = await app.sql('select id from community_seat where holder_id = $1 and community_id = $2', [personId, of.communityId]);
  const input = { ...of, seatId: seat?.['id'], leaves: false };
  const { beginHandover } = await app.ok(
    'mutation ($input: BeginHandoverInput!) { beginHandover(input: $input) { id } }',
    { input },
    { as: personId },
  );
  return { as: personId, input: { handoverId: beginHandover.id as string } };
};

/** A thread for members whose author is asked whether the public may read it. */
const asked = async ({ coordinator, thread }: Scene) => {
  const input = { threadId: thread.id, level: 'PUBLIC', purpose: 'For the report to the ministry.' };
  await app.sql(`update thread set level = 'COMMUNITY' where id = $1`, [thread.id]);
  await run('askForAudience', coordinator, input);
  const [row] = await app.sql(
    `select r.id as "requestId", c.id as "askId" from audience_request r join audience_consent c on c.request_id = r.id where r.thread_id = $1`,
    [thread.id],
  );
  return row as { requestId: string; askId: string };
};

const guestInput = (subjectId: string, personId: string) => ({
  subject: 'SESSION',
  subjectId,
  personId,
  organisation: 'Ministry',
  until: new Date(app.clock.now().getTime() + 864e5).toISOString(),
});
const guestAt = async ({ coordinator, session, newcomer }: Scene): Promise<string> => {
  await run('inviteGuest', coordinator, guestInput(session.id, newcomer));
  const [row] = await app.sql<{ id: string }>('select id from guest where subject_id = $1', [session.id]);
  return row?.id ?? '';
};

/** Of each mutation with a key: who sends what, after what went before. */
const ACTS: Record<string, (at: Scene) => Act | Promise<Act>> = {
  noteFees: ({ coordinator, membership, of }) => ({
    as: coordinator,
    input: { ...of, period: '2026', membershipIds: [membership.id], organisationIds: [], state: 'UNPAID' },
  }),
  saveSearch: ({ member }) => ({ as: member, input: { name: 'Housing', text: 'housing' } }),
  changeSavedSearch: async (at) => {
    const { as, input } = await savedSearch(at);
    return { as, input: { ...input, isOn: false } };
  },
  seeSavedSearch: savedSearch,
  removeSavedSearch: savedSearch,
  addOrganisation: ({ member }) => ({ as: member, input: { name: `Association ${randomUUID()}`, type: 'NGO', country: 'PT' } }),
  addTerm: async () => ({ as: await keeper(), input: { schemeId: (await buildScheme(app)).id, labels: words(`Word ${randomUUID()}`) } }),
  appointCoordinator: async ({ newcomer }) => {
    const left = await buildCommunity(app);
    return { as: await administrator(), input: { communityId: left.id, personId: newcomer } };
  },
  answerAudience: async (at) => ({ as: at.member, input: { askId: (await asked(at)).askId, consent: true } }),
  askForAudience: async ({ member, thread }) => {
    await app.sql(`update thread set level = 'COMMUNITY' where id = $1`, [thread.id]);
    return { as: member, input: { threadId: thread.id, level: 'PUBLIC', purpose: 'For the report to the ministry.' } };
  },
  inviteGuest: ({ coordinator, session, newcomer }) => ({ as: coordinator, input: guestInput(session.id, newcomer) }),
  answerGuestInvitation: async (at) => ({ as: at.newcomer, input: { guestId: await guestAt(at), accept: true } }),
  endGuest: async (at) => ({ as: at.coordinator, input: { guestId: await guestAt(at) } }),
  cancelAudience: async (at) => ({ as: at.coordinator, input: { requestId: (await asked(at)).requestId } }),
  narrowThread: async ({ member, thread }) => {
    await app.sql(`update thread set level = 'PUBLIC' where id = $1`, [thread.id]);
    return { as: member, input: { threadId: thread.id } };
  },
  answerEndorsement: async (at) => ({
    as: at.speaker.personId,
    input: { ...(await frozen(at)), organisationId: at.speaker.organisationId, answer: 'ENDORSE' },
  }),
  acceptHandover: async (at) => {
    const { as, input } = await handover(at);
    const colleague = (await buildSeat(app, { organisationId: at.speaker.organisationId, hasMandate: false, isConfirmed: true })).personId;
    await app.ok(
      'mutation ($input: OfferHandoverInput!) { offerHandover(input: $input) { id } }',
      { input: { ...input, personId: colleague } },
      { as },
    );
    return { as: colleague, input };
  },
  beginHandover: async ({ coordinator, of }) => ({ as: coordinator, input: { ...of, leaves: false } }),
  closeHandover: async (at) => {
    const { as, input } = await handover(at);
    const [row] = await app.sql('select id from person where id <> $1 limit 1', [as]);
    await app.sql(`update handover set state = 'ACCEPTED', to_id = $2, accepted_at = now() where id = $1`, [input.handoverId, row?.['id']]);
    return { as: String(row?.['id']), input };
  },
  offerHandover: async (at) => {
    const { as, input } = await handover(at);
    return { as, input: { ...input, email: `${randomUUID()}@example.org` } };
  },
  withdrawIntroduction: async ({ member }) => ({
    as: member,
    input: { introductionId: (await buildIntroduction(app, { askerId: member })).id },
  }),
  withdrawHandover: (at) => handover(at),
  writeHandover: async (at) => {
    const { as, input } = await handover(at);
    return { as, input: { ...input, notes: 'Ask Rui first', items: [{ text: 'Keys', isDone: true }] } };
  },
  answerSeatProposal: async ({ of, coordinator }) => {
    const { organisationId, personId } = await buildSeat(app);
    await run('proposeSeats', personId, { ...of, organisationId, seats: 2, hasMandate: true });
    const [proposal] = await app.sql('select id from seat_proposal where organisation_id = $1', [organisationId]);
    return { as: coordinator, input: { proposalId: proposal?.['id'], accept: true } };
  },
  changeSeat: async ({ of, coordinator }) => ({
    as: coordinator,
    input: { seatId: (await buildCommunitySeat(app, of)).id, hasMandate: false },
  }),
  endSeat: async ({ of, coordinator }) => ({ as: coordinator, input: { seatId: (await buildCommunitySeat(app, of)).id } }),
  fillSeat: async ({ of, speaker: { organisationId, personId } }) => {
    const colleague = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    return { as: personId, input: { seatId: (await buildCommunitySeat(app, { ...of, organisationId })).id, personId: colleague } };
  },
  grantSeats: ({ of, coordinator, speaker: { organisationId } }) => ({
    as: coordinator,
    input: { ...of, organisationId, seats: 3, hasMandate: false },
  }),
  holdSeat: async ({ of }) => {
    const { organisationId, personId } = await buildSeat(app);
    return { as: personId, input: { seatId: (await buildCommunitySeat(app, { ...of, organisationId })).id } };
  },
  proposeSeats: async ({ of }) => {
    const { organisationId, personId } = await buildSeat(app);
    return { as: personId, input: { ...of, organisationId, seats: 2, hasMandate: true } };
  },
  vacateSeat: async ({ of, speaker: { personId } }) => {
    const [seat] = await app.sql('select id from community_seat where holder_id = $1 and community_id = $2', [personId, of.communityId]);
    return { as: personId, input: { seatId: seat?.['id'] } };
  },
  answerIntroduction: async ({ member }) => ({
    as: member,
    input: { introductionId: (await buildIntroduction(app, { personId: member })).id, accept: true },
  }),
  answerJoinRequest: async ({ community, coordinator, newcomer }) => {
    await app.sql('update community set join_policy = $2 where id = $1', [community.id, JoinPolicy.ON_REQUEST]);
    await run('joinCommunity', newcomer, { communityId: community.id });
    const [request] = await app.sql('select id from join_request where person_id = $1', [newcomer]);
    return { as: coordinator, input: { requestId: request?.['id'], accept: true } };
  },
  askIntroduction: async ({ coordinator, member }) => ({
    as: coordinator,
    input: { personId: member, reason: 'We both look for rooms in the evening.' },
  }),
  cancelSession: ({ coordinator, session }) => ({ as: coordinator, input: { sessionId: session.id, reason: 'The host is ill' } }),
  changeRole: ({ coordinator, membership }) => ({ as: coordinator, input: { membershipId: membership.id, role: 'FACILITATOR' } }),
  changeSession: ({ coordinator, session }) => ({ as: coordinator, input: { sessionId: session.id, place: 'Another hall' } }),
  closeThread: ({ member, thread }) => ({ as: member, input: { threadId: thread.id } }),
  confirmReading: async ({ member, of, coordinator }) => ({
    as: member,
    input: { threadId: (await buildThread(app, { ...of, authorId: coordinator, kind: ThreadKind.ANNOUNCEMENT })).id },
  }),
  echoSignal: async ({ member, of, coordinator }) => ({
    as: member,
    input: { threadId: (await buildThread(app, { ...of, authorId: coordinator, kind: ThreadKind.SIGNAL })).id, on: true },
  }),
  keepSummary: ({ coordinator, thread }) => ({ as: coordinator, input: { threadId: thread.id, baseVersion: 0, agree: body } }),
  markAnswer: async ({ member, of }) => {
    const { id: threadId } = await buildThread(app, { ...of, authorId: member, kind: ThreadKind.QUESTION });
    return { as: member, input: { threadId, postId: (await buildPost(app, { threadId })).id, on: true } };
  },
  moveClinic: async ({ member, of }) => ({
    as: member,
    input: { threadId: (await buildThread(app, { ...of, authorId: member, kind: ThreadKind.CASE_CLINIC })).id, phase: 'QUESTIONS' },
  }),
  confirmOrganisationPerson: async ({ speaker }) => {
    const { personId } = await buildSeat(app, { organisationId: speaker.organisationId, hasMandate: false });
    return { as: speaker.personId, input: { organisationId: speaker.organisationId, personId, hasMandate: true } };
  },
  removeOrganisationPerson: async ({ speaker }) => {
    const { personId } = await buildSeat(app, { organisationId: speaker.organisationId, hasMandate: false });
    return { as: speaker.personId, input: { organisationId: speaker.organisationId, personId } };
  },
  createApiToken: ({ member }) => ({ as: member, input: { name: 'A program', expiresInDays: 30 } }),
  sendInvitationList: ({ coordinator, of }) => ({
    as: coordinator,
    input: { ...of, rows: [{ line: 1, email: `${randomUUID()}@example.org`, name: '', role: '', organisation: '', language: '' }] },
  }),
  createInvitationLink: ({ coordinator, of }) => ({
    as: coordinator,
    input: { ...of, name: 'A training', role: 'MEMBER', maxUses: 5, days: 7 },
  }),
  createCommunity: ({ newcomer }) => ({
    as: newcomer,
    input: {
      name: 'A new circle',
      kind: 'COMMUNITY_OF_PRACTICE',
      level: 'LOCAL',
      countries: ['PT'],
      languages: ['en'],
      themes: [],
      summary: 'People who want to learn together.',
      charter: { domain: 'What', community: 'Who', practice: 'How' },
      visibility: 'PUBLIC',
      joinPolicy: 'OPEN',
    },
  }),
  delegateIntroduction: async ({ member, newcomer }) => {
    const { organisationId } = await buildSeat(app, { personId: member, isMain: false });
    await buildSeat(app, { personId: newcomer, organisationId, isMain: false });
    return { as: member, input: { introductionId: (await buildIntroduction(app, { personId: member })).id, personId: newcomer } };
  },
  decidePosition: async (at) => ({
    as: at.coordinator,
    input: { ...(await frozen(at)), adopted: true, statement: 'It stands as it is written.' },
  }),
  doubtOrganisation: async ({ speaker: { organisationId } }) => {
    const as = (await buildPerson(app, { isAdministrator: true })).id;
    await run('verifyOrganisation', as, { organisationId });
    return { as, input: { organisationId, reason: 'Its address is another’s' } };
  },
  endSessionsOf: async ({ member }) => {
    await app.cookieOf(member);
    return { as: await administrator(), input: { personId: member } };
  },
  editCommunity: ({ coordinator, of }) => ({
    as: coordinator,
    input: { ...of, charter: { domain: 'What else', community: 'Who', practice: 'How' } },
  }),
  editOrganisation: ({ speaker }) => ({ as: speaker.personId, input: { organisationId: speaker.organisationId, about: 'Other words' } }),
  editOffer: async ({ member }) => ({
    as: member,
    input: { offerId: (await buildOffer(app, { personId: member })).id, title: 'A better title' },
  }),
  editPosition: ({ coordinator, position }) => ({ as: coordinator, input: { positionId: position.id, title: 'A better title' } }),
  editPost: ({ member, post }) => ({ as: member, input: { postId: post.id, body } }),
  editScheme: async () => ({ as: await keeper(), input: { schemeId: (await buildScheme(app)).id, labels: words('Hues') } }),
  editTerm: async () => ({ as: await keeper(), input: { termId: (await buildTerm(app)).id, labels: words('Crimson') } }),
  editThread: ({ member, thread }) => ({ as: member, input: { threadId: thread.id, title: 'A better title' } }),
  finishOffer: async ({ member }) => ({
    as: member,
    input: { offerId: (await buildOffer(app, { personId: member })).id, wasShared: true },
  }),
  freezePosition: async (at) => ({ as: at.coordinator, input: await written(at) }),
  giveUpSeat: async ({ member, session }) => {
    await buildSessionSeat(app, session, { personId: member });
    return { as: member, input: { sessionId: session.id } };
  },
  importScheme: async () => ({ as: await keeper(), input: { id: `scheme-${randomUUID()}`, labels: words('Hues'), terms: [] } }),
  inviteToCommunity: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, email: `${randomUUID()}@example.org`, role: 'MEMBER' } }),
  joinCommunity: ({ newcomer, of }) => ({ as: newcomer, input: of }),
  leaveCommunity: ({ member, of }) => ({ as: member, input: of }),
  nameVersion: async (at) => ({ as: at.coordinator, input: { ...(await written(at)), name: 'First draft' } }),
  openOffRecord: ({ coordinator, session }) => ({ as: coordinator, input: { sessionId: session.id } }),
  sayOffRecord: async (at) => ({ as: at.coordinator, input: { sessionId: await offTheRecord(at), words: 'Among ourselves.' } }),
  openPosition: ({ coordinator, of }) => ({
    as: coordinator,
    input: { ...of, title: 'Courses for all', addressee: 'The ministry', purpose: 'That everyone may begin a course at once.' },
  }),
  orderTerms: async () => {
    const { id, schemeId } = await buildTerm(app);
    const { id: other } = await buildTerm(app, { schemeId, position: 1 });
    return { as: await keeper(), input: { schemeId, termIds: [other, id] } };
  },
  postOffer: ({ member, of }) => ({
    as: member,
    input: {
      ...of,
      direction: 'OFFER',
      kind: 'ROOM',
      title: 'A room in the evening',
      details: 'For twelve people, with a kitchen.',
      languages: [],
      themes: [],
      audience: 'COMMUNITY',
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    },
  }),
  publishPosition: async (at) => ({ as: at.coordinator, input: await decided(at) }),
  raiseNeed: ({ member, of }) => ({ as: member, input: { ...of, statement: 'How do we find rooms in the evening?' } }),
  react: ({ coordinator, post }) => ({ as: coordinator, input: { postId: post.id, kind: 'THANKS', on: true } }),
  removeMember: ({ coordinator, membership }) => ({ as: coordinator, input: { membershipId: membership.id } }),
  removePost: ({ member, post }) => ({ as: member, input: { postId: post.id } }),
  reopenDrafting: async (at) => ({ as: at.coordinator, input: await frozen(at) }),
  reopenThread: async ({ member, thread }) => {
    await run('closeThread', member, { threadId: thread.id });
    return { as: member, input: { threadId: thread.id } };
  },
  reply: ({ member, thread }) => ({ as: member, input: { threadId: thread.id, body } }),
  restorePost: async ({ member, post }) => {
    await run('removePost', member, { postId: post.id });
    return { as: member, input: { postId: post.id } };
  },
  retireTerm: async () => ({ as: await keeper(), input: { termId: (await buildTerm(app)).id } }),
  reviveTerm: async () => ({ as: await keeper(), input: { termId: (await buildTerm(app, { retiredAt: new Date() })).id } }),
  scheduleSession: ({ coordinator, of }) => ({
    as: coordinator,
    input: {
      ...of,
      title: 'Reading with adults',
      kind: 'WORKSHOP',
      needStatement: 'How do we read with adults?',
      localStart: '2028-05-20T16:00',
      timeZone: 'Europe/Lisbon',
      durationMinutes: 90,
      place: 'Town hall',
      seats: 12,
    },
  }),
  setUnattributedFloor: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, people: 6 } }),
  setAdministrator: async ({ member }) => ({ as: await administrator(), input: { personId: member, isAdministrator: true } }),
  suspendPerson: async ({ member }) => ({ as: await administrator(), input: { personId: member, reason: 'Sends the same to all' } }),
  unsuspendPerson: async ({ member }) => {
    await app.sql(`update person set suspended_at = now(), suspended_reason = 'Once' where id = $1`, [member]);
    return { as: await administrator(), input: { personId: member } };
  },
  startThread: ({ member, of }) => ({ as: member, input: { ...of, title: 'Rooms in the evening', body } }),
  takeSeat: ({ member, session }) => ({ as: member, input: { sessionId: session.id } }),
  writeToCoordinators: async ({ community }) => ({
    as: await administrator(),
    input: { communityId: community.id, subject: 'A question', text: 'Is this community still in use?' },
  }),
  setRetention: async () => {
    await app.sql('delete from retention_setting');
    return { as: await administrator(), input: { kind: 'notices', days: 90 } };
  },
  requestDownload: ({ member }) => ({ as: member, input: {} }),
  showPart: ({ member }) => ({ as: member, input: { part: 'HEADLINE', audience: 'FELLOWS' } }),
  updateProfile: async ({ member }) => {
    await buildSeat(app, { personId: member });
    return { as: member, input: { headline: 'Teacher, Braga' } };
  },
  verifyOrganisation: async ({ speaker: { organisationId } }) => ({
    as: (await buildPerson(app, { isAdministrator: true })).id,
    input: { organisationId },
  }),
  updateSettings: ({ member }) => ({ as: member, input: { colorScheme: 'DARK' } }),
  ...groupActs(() => app, run),
  ...circleActs(() => app, run),
};

/** What is said off the record is kept with its key in one row, so that both are erased together. */
const KEY_AND_ALL = { off_record_remark: 1 };

/** How many rows each table has: whatever was done twice shows here. Notes of visits and keys do not count. */
async function rowCounts(): Promise<Record<string, number>> {
  // What the scene told is heard before anything is counted.
  await app.jobsDone();
  const tables = await app.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('sign_in_session', 'rate_limit', 'mail', 'notification', 'thread_stir', 'audit_chain', 'migration', 'migrations',
                               'search_entry', 'search_word') order by 1`,
  );
  const [row] = await app.sql(`select ${tables.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`).join(', ')}`);
  return row as Record<string, number>;
}
const growth = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => (count === before[name] ? [] : [[name, count - (before[name] ?? 0)]])),
  );

/** Without how far the job is that sends a list: it may be done before the last asks. */
const settled = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null), (key, value: unknown) => (key === 'done' || key === 'finishedAt' ? undefined : value));

describe('a mutation with a key', () => {
  it('is known here: each of the schema', () => {
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
    const keyed = fields.filter((field) =>
      field.args.some((argument) => {
        const type = getNamedType(argument.type);
        return isInputObjectType(type) && type.getFields()['mutationKey'];
      }),
    );
    expect(keyed.map((field) => field.name).sort()).toEqual(Object.keys(ACTS).sort());
  });

  it.each(Object.keys(ACTS))('%s acts once, however often it is sent, and answers the same', async (name) => {
    // Once without repeats in one community, and often in another one like it: both must have the same effect.
    const effects: object[] = [];
    const operation = everyOperation(schema, {}, 1).find((known) => known.name === name);
    for (const times of [1, TIMES]) {
      const at = await scene();
      const act = ACTS[name];
      if (!act) throw new Error(`nothing is known of ${name}`);
      const { as, input } = await act(at);
      await app.cookieOf(as);
      await app.jobsDone();
      const before = await rowCounts();
      const variables = { input: { ...input, mutationKey: `key-${randomUUID()}` } };
      const send = () => app.graphql(operation?.text ?? '', variables, { as });
      const answers = await Promise.all(Array.from({ length: times }, send));
      if (times > 1) answers.push(await send());
      const [first] = answers.filter(({ errors }) => !errors);
      // The secret of a token is shown once; whoever asks again is told so.
      const others = SHOWN_ONCE.includes(name) ? answers.filter(({ errors }) => errors?.[0]?.extensions.code !== 'SHOWN_ONCE') : answers;
      for (const answer of others) expect(settled(answer)).toEqual(settled(first));
      expect(first).toBeDefined();
      await app.jobsDone();
      effects.push(growth(before, await rowCounts()));
    }
    expect(effects[1]).toEqual(effects[0]);
    expect(effects[0]).toMatchObject(name === 'sayOffRecord' ? KEY_AND_ALL : { mutation_key: 1 });
  });
});

describe('a mutation without a key', () => {
  const saying = (name: string, at: Scene): [string, object] => {
    const acts: Record<string, [string, object]> = {
      saveDraft: [at.member, { input: { subject: `thread:${at.thread.id}`, body, title: null } }],
      discardDraft: [at.member, { subject: `thread:${at.thread.id}` }],
      markRead: [at.member, { input: { threadId: at.thread.id, position: 2 } }],
      followThread: [at.member, { input: { threadId: at.thread.id, on: true } }],
      setNotificationPreference: [at.member, { kind: 'REPLY', channel: 'NONE' }],
      markNotificationsRead: [at.member, { all: true }],
    };
    return acts[name] as [string, object];
  };

  it.each(['saveDraft', 'discardDraft', 'markRead', 'followThread', 'setNotificationPreference', 'markNotificationsRead'])(
    '%s leaves the same behind however often it is sent',
    async (name) => {
      const at = await scene();
      const values = { 'markNotificationsRead.all': true };
      const operation = everyOperation(schema, values, 1).find((known) => known.name === name);
      const [as, variables] = saying(name, at);
      await app.cookieOf(as);
      const send = () => app.graphql(operation?.text ?? '', variables, { as });
      expect((await send()).errors).toBeUndefined();
      const before = await rowCounts();
      const answers = await Promise.all(Array.from({ length: TIMES }, send));
      for (const { errors, status } of answers) expect([status, errors]).toEqual([200, undefined]);
      expect(growth(before, await rowCounts())).toEqual({});
    },
  );
});
