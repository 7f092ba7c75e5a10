import { randomUUID } from 'node:crypto';
import { type Loose, startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { Jobs } from '#platform/jobs';
import { buildPerson, buildSeat } from '../people/testing.js';
import { JoinPolicy, MembershipRole, Visibility } from './community.enums.js';
import { buildCommunity, buildMembership } from './testing.js';

const { MEMBER, FACILITATOR, COORDINATOR } = MembershipRole;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => app.clock.set(null));

const DAY = 86_400_000;
const personOf = async () => (await buildPerson(app)).id;
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code ?? 'accepted';
const fieldOf = (answer: { errors?: { extensions: { fields: { path: string; code: string }[] } }[] }) =>
  answer.errors?.[0]?.extensions.fields[0];

/** A community on request with a coordinator and a facilitator. */
async function place(overrides: object = {}) {
  const community = await buildCommunity(app, { joinPolicy: JoinPolicy.ON_REQUEST, ...overrides });
  const coordinator = (await buildMembership(app, { communityId: community.id, role: COORDINATOR })).personId;
  const facilitator = (await buildMembership(app, { communityId: community.id, role: FACILITATOR })).personId;
  return { communityId: community.id, slug: community.slug, coordinator, facilitator };
}

describe('questions to those who ask to join', () => {
  const SET = `mutation ($input: SetJoinQuestionsInput!) { setJoinQuestions(input: $input) { joinQuestions { id text kind choices isRequired } } }`;
  const QUESTIONS = `query ($slug: String!) { community(slug: $slug) { joinQuestions { id text } } }`;
  const JOIN = `mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { request { id answers { question answer } } membership { id } } }`;
  const REQUESTS = `query ($slug: String!, $first: PageSize, $after: String) { community(slug: $slug) { joinRequestCount
    joinRequests(first: $first, after: $after) { nodes { id answers { question answer } } pageInfo { hasNextPage endCursor } } } }`;
  const why = { text: 'Why do you want to join?', kind: 'TEXT', isRequired: true };
  const since = { text: 'Since when do you work in this field?', kind: 'CHOICE', choices: ['New to it', 'Some years'], isRequired: false };

  const ask = async (at: Awaited<ReturnType<typeof place>>, questions: object[] = [why, since]) =>
    (await app.ok(SET, { input: { communityId: at.communityId, questions } }, { as: at.coordinator }))['setJoinQuestions']
      .joinQuestions as {
      id: string;
      text: string;
    }[];
  const join = (at: { communityId: string }, as: string, answers: object[]) =>
    app.graphql(JOIN, { input: { communityId: at.communityId, answers } }, { as });

  it('are written by coordinators, kept in order, and shown to those who may ask', async () => {
    const at = await place();
    const [first, second] = await ask(at);
    expect([first, second]).toMatchObject([why, since]);
    const outsider = await personOf();
    const seen = async (as?: string) => (await app.ok(QUESTIONS, { slug: at.slug }, { as }))['community'].joinQuestions.length;
    expect([await seen(outsider), await seen(at.coordinator), await seen(at.facilitator), await seen()]).toEqual([2, 2, 0, 0]);
    const turned = await ask(at, [
      { ...since, id: second?.id },
      { ...why, id: first?.id },
    ]);
    expect(turned.map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect(await ask(at, [])).toEqual([]);
    expect(await app.refusal(SET, { input: { communityId: at.communityId, questions: [] } }, { as: at.facilitator })).toBe('FORBIDDEN');
    expect(await app.refusal(SET, { input: { communityId: randomUUID(), questions: [] } }, { as: at.coordinator })).toBe('NOT_FOUND');
  });

  it('never touch the questions of another community', async () => {
    const [one, other] = [await place(), await place()];
    const [theirs] = await ask(other);
    await ask(one, [{ ...why, text: 'Something else?', id: theirs?.id }]);
    expect((await app.ok(QUESTIONS, { slug: other.slug }, { as: other.coordinator }))['community'].joinQuestions).toHaveLength(2);
  });

  it.each([
    ['six questions', Array.from({ length: 6 }, () => why), 'questions'],
    ['a choice between one', [{ ...since, choices: ['Only this'] }], 'questions.0.choices'],
    ['the same answer twice', [{ ...since, choices: ['a', 'a '] }], 'questions.0.choices'],
    ['an answer of two lines', [{ ...since, choices: ['a\nb', 'c'] }], 'questions.0.choices'],
    ['an empty question', [why, { ...why, text: ' ' }], 'questions.1.text'],
  ])('refuse %s at the field', async (_, questions, path) => {
    const at = await place();
    const answer = await app.graphql(SET, { input: { communityId: at.communityId, questions } }, { as: at.coordinator });
    expect(fieldOf(answer)?.path).toBe(path);
  });

  it('want their answers, which are shown to those who answer and to the one who asks', async () => {
    const at = await place();
    const [first, second] = await ask(at);
    const person = await personOf();
    const text = 'I teach evening courses.';
    expect(fieldOf(await join(at, person, []))).toMatchObject({ path: 'answers', code: 'ANSWER_MISSING' });
    expect(fieldOf(await join(at, person, [{ questionId: first?.id, text: ' ' }]))).toMatchObject({ path: 'answers.0.text' });
    const wrong = [
      { questionId: first?.id, text },
      { questionId: second?.id, text: 'Neither' },
    ];
    expect(fieldOf(await join(at, person, wrong))).toMatchObject({ path: 'answers.1.text', code: 'NOT_A_CHOICE' });
    const right = [
      { questionId: second?.id, text: 'New to it' },
      { questionId: first?.id, text },
    ];
    const { request } = (await join(at, person, right)).data['joinCommunity'];
    const answers = [
      { question: why.text, answer: text },
      { question: since.text, answer: 'New to it' },
    ];
    expect(request.answers).toEqual(answers);
    await ask(at, []);
    const { community } = await app.ok(REQUESTS, { slug: at.slug }, { as: at.facilitator });
    expect(community).toMatchObject({ joinRequestCount: 1, joinRequests: { nodes: [{ id: request.id, answers }] } });
    const outside = await app.ok(REQUESTS, { slug: at.slug }, { as: await personOf() });
    expect(outside['community']).toMatchObject({ joinRequestCount: 0, joinRequests: { nodes: [] } });
  });

  it('lets all requests be read, page by page', async () => {
    const at = await place();
    for (let one = 0; one < 5; one++) await join(at, await personOf(), []);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { community }: Loose = await app.ok(REQUESTS, { slug: at.slug, first: 2, after }, { as: at.facilitator });
      seen.push(...community.joinRequests.nodes.map(({ id }: { id: string }) => id));
      after = community.joinRequests.pageInfo.hasNextPage ? community.joinRequests.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
  });

  it('has its answers deleted ninety days after they were read', async () => {
    const at = await place();
    const [first] = await ask(at, [why]);
    const [answered, open] = [await personOf(), await personOf()];
    for (const person of [answered, open]) await join(at, person, [{ questionId: first?.id, text: 'Because.' }]);
    const [request] = await app.sql('select id from join_request where person_id = $1', [answered]);
    await app.ok(
      'mutation ($input: AnswerJoinRequestInput!) { answerJoinRequest(input: $input) { id } }',
      { input: { requestId: request?.['id'], accept: false } },
      { as: at.facilitator },
    );
    const left = async (days: number) => {
      app.clock.set(new Date(Date.now() + days * DAY));
      await app.database.transaction((tx) => app.get(Jobs).send(tx, 'communities.forget-requests', {}));
      await app.jobsDone();
      return (await app.sql<{ person_id: string }>('select person_id from join_request where community_id = $1', [at.communityId])).map(
        (row) => row.person_id,
      );
    };
    expect((await left(89)).toSorted()).toEqual([answered, open].toSorted());
    expect(await left(91)).toEqual([open]);
  });
});

describe('an invitation link', () => {
  const CREATE = `mutation ($input: CreateInvitationLinkInput!) { createInvitationLink(input: $input) { url link { id name role maxUses uses createdBy { id } } } }`;
  const REVOKE = `mutation ($input: RevokeInvitationLinkInput!) { revokeInvitationLink(input: $input) }`;
  const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id role community { memberCount viewerCan } organisation { id } } }`;
  const OFFER = `query ($token: String!) { invitationOffer(token: $token) { role community { id } invitedBy { id } } }`;
  const LIST = `query ($slug: String!) { community(slug: $slug) { invitationLinks { id uses } } }`;
  const closed = () => place({ joinPolicy: JoinPolicy.BY_INVITATION, visibility: Visibility.MEMBERS });
  const make = async (at: Awaited<ReturnType<typeof place>>, more: object = {}, as = at.facilitator) => {
    const input = { communityId: at.communityId, name: 'Spring school', role: MEMBER, maxUses: 2, days: 7, ...more };
    const { url, link } = (await app.ok(CREATE, { input }, { as }))['createInvitationLink'];
    return { token: url.split('/').at(-1) as string, link };
  };
  const accept = (token: string, as: string, more: object = {}) => app.graphql(ACCEPT, { input: { token, ...more } }, { as });

  it('lets in whoever has it, with the rights in the same answer, and keeps only a hash', async () => {
    const at = await closed();
    const { token, link } = await make(at);
    expect(link).toMatchObject({ name: 'Spring school', uses: 0, createdBy: { id: at.facilitator } });
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [kept] = await app.sql('select invitation_link::text as row from invitation_link where id = $1', [link.id]);
    expect(kept?.['row']).not.toContain(token);
    expect((await app.ok(OFFER, { token }))['invitationOffer']).toMatchObject({ role: MEMBER, community: { id: at.communityId } });
    const seat = await buildSeat(app);
    const answer = await accept(token, seat.personId, { organisationId: seat.organisationId });
    expect(answer.data['acceptInvitation']).toMatchObject({ role: MEMBER, organisation: { id: seat.organisationId } });
    expect(answer.data['acceptInvitation'].community.viewerCan).toContain('LEAVE');
    // Once more, by the same person, takes no place.
    expect((await accept(token, seat.personId)).data['acceptInvitation'].id).toBe(answer.data['acceptInvitation'].id);
    expect((await app.ok(LIST, { slug: at.slug }, { as: at.facilitator }))['community'].invitationLinks).toEqual([
      { id: link.id, uses: 1 },
    ]);
  });

  it('takes as many as it was made for, however many come at once', async () => {
    const at = await closed();
    const { token } = await make(at, { maxUses: 3 });
    const people = await Promise.all(Array.from({ length: 8 }, personOf));
    for (const person of people) await app.cookieOf(person);
    const answers = await Promise.all(people.map((person) => accept(token, person)));
    expect(answers.map(codeOf).toSorted()).toEqual(
      [...Array<string>(3).fill('accepted'), ...Array<string>(5).fill('LINK_USED_UP')].toSorted(),
    );
    const [counted] = await app.sql(
      `select uses, (select count(*)::int from membership m where m.community_id = l.community_id and m.role = 'MEMBER') as members
         from invitation_link l where community_id = $1`,
      [at.communityId],
    );
    expect(counted).toEqual({ uses: 3, members: 3 });
  });

  it('is worth nothing once it was taken back, has expired, or its maker may not invite any more', async () => {
    const at = await closed();
    const [back, late, lost] = [await make(at), await make(at), await make(at, {}, at.facilitator)];
    await app.ok(REVOKE, { input: { linkId: back.link.id } }, { as: at.coordinator });
    expect(codeOf(await accept(back.token, await personOf()))).toBe('INVITATION_NOT_VALID');
    app.clock.set(new Date(Date.now() + 7.01 * DAY));
    expect(codeOf(await accept(late.token, await personOf()))).toBe('INVITATION_NOT_VALID');
    app.clock.set(null);
    await app.sql(`update membership set role = 'MEMBER' where person_id = $1`, [at.facilitator]);
    expect(codeOf(await accept(lost.token, await personOf()))).toBe('INVITATION_NOT_VALID');
    expect(await app.refusal(OFFER, { token: lost.token })).toBe('INVITATION_NOT_VALID');
  });

  it('never gives more than its maker has, when it is made and when it is used', async () => {
    const at = await closed();
    const input = { communityId: at.communityId, name: 'x', role: COORDINATOR, maxUses: 1, days: 1 };
    expect(await app.refusal(CREATE, { input }, { as: at.facilitator })).toBe('ROLE_ABOVE_YOUR_OWN');
    const { token } = await make(at, { role: COORDINATOR }, at.coordinator);
    await buildMembership(app, { communityId: at.communityId, role: COORDINATOR });
    await app.sql(`update membership set role = 'FACILITATOR' where person_id = $1`, [at.coordinator]);
    expect(codeOf(await accept(token, await personOf()))).toBe('INVITATION_NOT_VALID');
  });

  it('is made, seen and taken back by those who may invite alone; its address is shown once', async () => {
    const at = await closed();
    const { link } = await make(at);
    const member = (await buildMembership(app, { communityId: at.communityId })).personId;
    const input = { communityId: at.communityId, name: 'x', role: MEMBER, maxUses: 1, days: 1 };
    expect(await app.refusal(CREATE, { input }, { as: member })).toBe('FORBIDDEN');
    expect((await app.ok(LIST, { slug: at.slug }, { as: member }))['community'].invitationLinks).toEqual([]);
    for (const as of [member, await personOf()])
      expect(await app.refusal(REVOKE, { input: { linkId: link.id } }, { as })).toBe('NOT_FOUND');
    const mutationKey = randomUUID();
    await app.ok(CREATE, { input: { ...input, mutationKey } }, { as: at.facilitator });
    expect(await app.refusal(CREATE, { input: { ...input, mutationKey } }, { as: at.facilitator })).toBe('SHOWN_ONCE');
    for (const [more, path] of [
      [{ maxUses: 0 }, 'maxUses'],
      [{ maxUses: 1001 }, 'maxUses'],
      [{ days: 366 }, 'days'],
      [{ name: ' ' }, 'name'],
    ] as const)
      expect(fieldOf(await app.graphql(CREATE, { input: { ...input, ...more } }, { as: at.facilitator }))?.path).toBe(path);
  });
});
