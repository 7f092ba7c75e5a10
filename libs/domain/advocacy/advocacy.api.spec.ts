import { createHash, randomUUID } from 'node:crypto';
import { Membership, MembershipRole } from '#domain/communities';
import { Documents } from '#domain/writing';
import { Rooms } from '#platform/realtime';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../communities/testing.js';
import { buildPerson } from '../people/testing.js';
import { connect, TestWriter } from '../writing/testing.js';
import { buildPolicyProcess, buildPosition, buildSpeaker } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const WHOLE = `
  id title addressee purpose deadline state createdAt updatedAt documentId publishedAt publicPath viewerCan
  community { id name } policyProcess { id name level } openedBy { id name }
  versions { id number name isFrozen createdBy { id } html contributors { characters person { id } } authorship { html authors { characters person { id } } } }
  frozenVersion { id number html isFrozen }
  round { id openedAt closesAt closedAt version { id }
    answers { id organisation { id name } answer reason answeredBy { id } answeredAt } tally { answer count } }
  outcome { adopted statement statedBy { id } statedAt }
  contributors { characters person { id } } viewerAnswersFor { id }`;
const OPEN = `mutation ($input: OpenPositionInput!) { openPosition(input: $input) { ${WHOLE} } }`;
const EDIT = `mutation ($input: EditPositionInput!) { editPosition(input: $input) { ${WHOLE} } }`;
const NAME = `mutation ($input: NameVersionInput!) { nameVersion(input: $input) { id number name html isFrozen } }`;
const FREEZE = `mutation ($input: FreezePositionInput!) { freezePosition(input: $input) { ${WHOLE} } }`;
const REOPEN = `mutation ($input: ReopenDraftingInput!) { reopenDrafting(input: $input) { ${WHOLE} } }`;
const ANSWER = `mutation ($input: AnswerEndorsementInput!) { answerEndorsement(input: $input) { ${WHOLE} } }`;
const DECIDE = `mutation ($input: DecidePositionInput!) { decidePosition(input: $input) { ${WHOLE} } }`;
const PUBLISH = `mutation ($input: PublishPositionInput!) { publishPosition(input: $input) { ${WHOLE} } }`;
const GET = `query ($id: ID!) { position(id: $id) { ${WHOLE} } }`;
const LIST = `query ($communityId: ID, $first: PageSize, $after: String) {
  positions(communityId: $communityId, first: $first, after: $after) {
    nodes { id title state updatedAt viewerCan community { name } openedBy { name } } pageInfo { hasNextPage endCursor } } }`;
const PUBLIC = `query ($id: ID!) { publicPosition(id: $id) {
  id title addressee purpose communityName communitySlug html publishedAt checkValue isDemo policyProcess { id name }
  outcome { adopted statement statedBy { name } }
  signatories { organisationName organisationType country answer reason } reservations { organisationName answer reason } others { organisationName answer reason } } }`;

const scene = async () => {
  const community = await buildCommunity(app);
  const communityId = community.id;
  const coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const member = (await buildMembership(app, { communityId })).personId;
  const outsider = (await buildPerson(app)).id;
  const speakers = [];
  for (const name of ['Arbor', 'Bridge', 'Cove', 'Delta', 'Ember'])
    speakers.push(await buildSpeaker(app, communityId, `${name} ${randomUUID().slice(0, 6)}`));
  return { community, communityId, coordinator, member, outsider, speakers };
};

const write = async (personId: string, documentId: string, text: string) => {
  const writer = await TestWriter.open(app, personId, documentId);
  writer.type(text);
  await writer.settled();
  expect(writer.refusals).toEqual([]);
  return writer;
};

/** A position that is with its five organisations. */
const frozen = async () => {
  const everyone = await scene();
  const position = await buildPosition(app, { communityId: everyone.communityId, openedById: everyone.coordinator });
  (await write(everyone.member, position.documentId, 'We ask for courses from the first day.')).close();
  await app.ok(FREEZE, { input: { positionId: position.id } }, { as: everyone.coordinator });
  return { ...everyone, position, positionId: position.id };
};

describe('the story of a position', () => {
  it('goes from an empty page to a public one', async () => {
    const { communityId, community, coordinator, member, outsider, speakers } = await scene();
    const process = await buildPolicyProcess(app);
    const deadline = new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString();
    const { openPosition: opened } = await app.ok(
      OPEN,
      {
        input: {
          communityId,
          title: '  Courses from the first day ',
          addressee: 'The Ministry',
          purpose: 'That everyone may begin at once.',
          policyProcessId: process.id,
          deadline,
        },
      },
      { as: coordinator },
    );
    expect(opened).toMatchObject({
      title: 'Courses from the first day',
      state: 'DRAFTING',
      deadline,
      community: { id: communityId },
      policyProcess: { id: process.id, level: 'NATIONAL' },
      openedBy: { id: coordinator },
      versions: [],
      frozenVersion: null,
      round: null,
      outcome: null,
      publicPath: null,
      contributors: [],
      viewerAnswersFor: [],
    });
    expect(opened.viewerCan.sort()).toEqual(['EDIT', 'FREEZE', 'NAME_VERSION', 'READ', 'WRITE']);
    const positionId = opened.id as string;
    expect((await app.sql('select position_count from community where id = $1', [communityId]))[0]).toEqual({ position_count: 1 });

    const ada = await write(member, opened.documentId, 'We ask for courses.');
    const noor = await write(speakers[0]!.personId, opened.documentId, ' Now.');
    const { nameVersion } = await app.ok(NAME, { input: { positionId, name: 'First draft' } }, { as: member });
    expect(nameVersion).toMatchObject({ number: 1, name: 'First draft', isFrozen: false });
    expect(nameVersion.html).toContain('We ask for courses. Now.');
    const { position: drafted } = await app.ok(GET, { id: positionId }, { as: member });
    const shares = [
      { characters: 19, person: { id: member } },
      { characters: 5, person: { id: speakers[0]!.personId } },
    ];
    expect(drafted.contributors).toEqual(shares);
    expect(drafted.versions[0].contributors).toEqual(shares);
    expect(drafted.versions[0].authorship).toEqual([{ html: expect.stringContaining('We ask'), authors: shares }]);

    const { freezePosition } = await app.ok(FREEZE, { input: { positionId } }, { as: coordinator });
    expect(freezePosition).toMatchObject({
      state: 'ENDORSEMENT',
      frozenVersion: { number: 2, isFrozen: true },
      round: { closedAt: null, closesAt: null },
    });
    expect(freezePosition.round.answers).toHaveLength(5);
    expect(freezePosition.round.tally).toContainEqual({ answer: null, count: 5 });
    expect(freezePosition.viewerCan.sort()).toEqual(['DECIDE', 'READ', 'REOPEN_DRAFTING']);

    ada.type(' Too late.');
    await ada.settled();
    expect(ada.refusals.map(({ code }) => code)).toEqual(['TEXT_IS_CLOSED']);
    expect(noor.mayWrite).toBe(false);

    const asked = (await app.ok(GET, { id: positionId }, { as: speakers[0]!.personId })).position;
    expect(asked.viewerAnswersFor).toEqual([{ id: speakers[0]!.organisationId }]);
    expect(asked.viewerCan.sort()).toEqual(['ANSWER', 'READ']);
    const answers = [
      ['ENDORSE', null],
      ['ENDORSE_WITH_RESERVATION', 'Not without more teachers.'],
      ['STAND_ASIDE', null],
      ['OBJECT', 'It leaves children out.'],
    ] as const;
    for (const [place, [answer, reason]] of answers.entries()) {
      const { organisationId, personId } = speakers[place]!;
      await app.ok(ANSWER, { input: { positionId, organisationId, answer, reason } }, { as: personId });
    }
    const { position: answered } = await app.ok(GET, { id: positionId }, { as: member });
    expect(answered.round.answers.map((given: { answer: string | null }) => given.answer)).toEqual([
      'OBJECT',
      'ENDORSE_WITH_RESERVATION',
      'STAND_ASIDE',
      'ENDORSE',
      null,
    ]);
    expect(answered.round.answers[0]).toMatchObject({ reason: 'It leaves children out.', answeredBy: { id: speakers[3]!.personId } });
    expect(answered.round.tally).toEqual(
      ['ENDORSE', 'ENDORSE_WITH_RESERVATION', 'STAND_ASIDE', 'OBJECT', null].map((answer) => ({ answer, count: 1 })),
    );

    const { decidePosition } = await app.ok(
      DECIDE,
      { input: { positionId, adopted: true, statement: 'Carried by a broad majority; the objection is noted.' } },
      { as: coordinator },
    );
    expect(decidePosition).toMatchObject({
      state: 'ADOPTED',
      outcome: { adopted: true, statedBy: { id: coordinator } },
      round: { closedAt: expect.any(String) },
    });
    expect(await app.refusal(PUBLIC, { id: positionId })).toBe('NOT_FOUND');

    const { publishPosition } = await app.ok(PUBLISH, { input: { positionId } }, { as: coordinator });
    expect(publishPosition).toMatchObject({ state: 'PUBLISHED', publicPath: `/positions/${positionId}/public`, contributors: shares });
    expect(publishPosition.versions).toHaveLength(2);
    expect(publishPosition.documentId).not.toBe(opened.documentId);
    const names = await Promise.all(
      speakers.map(
        async ({ organisationId }) =>
          (await app.sql('select name from organisation where id = $1', [organisationId]))[0]!['name'] as string,
      ),
    );

    // A stranger reads the public page.
    const { publicPosition } = await app.ok(PUBLIC, { id: positionId });
    expect(publicPosition).toMatchObject({
      title: 'Courses from the first day',
      communityName: community.name,
      communitySlug: community.slug,
      policyProcess: { id: process.id },
      outcome: { adopted: true },
      signatories: [{ organisationName: names[0], organisationType: 'NGO', country: 'PT', answer: 'ENDORSE', reason: null }],
      reservations: [{ organisationName: names[1], answer: 'ENDORSE_WITH_RESERVATION', reason: 'Not without more teachers.' }],
      others: [
        { organisationName: names[2], answer: 'STAND_ASIDE', reason: null },
        { organisationName: names[3], answer: 'OBJECT', reason: null },
        { organisationName: names[4], answer: null, reason: null },
      ],
    });
    expect(publicPosition.html).toContain('We ask for courses. Now.');
    expect(publicPosition.checkValue).toBe(createHash('sha256').update(publicPosition.html).digest('hex'));
    expect((await app.ok('{ publicPositions(first: 1) { id } }')).publicPositions).toEqual([{ id: positionId }]);

    // And nothing else.
    expect(await app.refusal(GET, { id: positionId })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(GET, { id: positionId }, { as: outsider })).toBe('NOT_FOUND');
    expect((await app.ok(LIST, { communityId })).positions.nodes).toEqual([]);
    expect((await app.ok(LIST, { communityId }, { as: outsider })).positions.nodes).toEqual([]);
    await expect(TestWriter.open(app, outsider, publishPosition.documentId)).rejects.toThrow('NOT_FOUND');
    // The text with the history of its writing is closed to members, too.
    await expect(TestWriter.open(app, member, opened.documentId)).rejects.toThrow('NOT_FOUND');
    const reader = await TestWriter.open(app, member, publishPosition.documentId);
    expect([reader.text, reader.mayWrite]).toEqual(['We ask for courses. Now.', false]);

    const told = await app.sql<{ name: string }>(`select name from event where payload ->> 'positionId' = $1 order by occurred_at`, [
      positionId,
    ]);
    expect(told.map(({ name }) => name)).toEqual([
      'advocacy.position-opened',
      'advocacy.version-named',
      'advocacy.endorsement-requested',
      ...Array<string>(4).fill('advocacy.endorsement-answered'),
      'advocacy.position-decided',
      'advocacy.position-published',
    ]);
    const heard = await app.sql<{ kind: string; payload: object }>('select kind, payload from room_message where room = $1 order by seq', [
      `position:${positionId}`,
    ]);
    expect(heard.filter(({ kind }) => kind === 'endorsement-changed').map(({ payload }) => payload)[0]).toEqual({
      organisationId: speakers[0]!.organisationId,
      answer: 'ENDORSE',
    });
    expect(heard.at(-1)).toMatchObject({ kind: 'position-changed', payload: { state: 'PUBLISHED' } });
    for (const writer of [ada, noor, reader]) writer.close();
  });

  it('can go back to drafting; the answers of the round are kept, and the next round asks anew', async () => {
    const { positionId, coordinator, member, speakers, position } = await frozen();
    const [speaker] = speakers;
    await app.ok(
      ANSWER,
      { input: { positionId, organisationId: speaker!.organisationId, answer: 'OBJECT', reason: 'Too short.' } },
      { as: speaker!.personId },
    );
    const { reopenDrafting } = await app.ok(REOPEN, { input: { positionId } }, { as: coordinator });
    expect(reopenDrafting).toMatchObject({ state: 'DRAFTING', frozenVersion: null, round: { closedAt: expect.any(String) } });
    expect(reopenDrafting.round.answers[0]).toMatchObject({ answer: 'OBJECT', reason: 'Too short.' });
    expect(
      await app.refusal(
        ANSWER,
        { input: { positionId, organisationId: speaker!.organisationId, answer: 'ENDORSE' } },
        { as: speaker!.personId },
      ),
    ).toBe('POSITION_IS_ELSEWHERE');
    (await write(member, position.documentId, ' And for children.')).close();
    const { freezePosition } = await app.ok(FREEZE, { input: { positionId } }, { as: coordinator });
    expect(freezePosition.round.id).not.toBe(reopenDrafting.round.id);
    expect(freezePosition.round.tally).toContainEqual({ answer: null, count: 5 });
    expect(freezePosition.frozenVersion.html).toContain('And for children.');
    const kept = await app.sql('select answer from endorsement where round_id = $1 and answer is not null', [reopenDrafting.round.id]);
    expect(kept).toEqual([{ answer: 'OBJECT' }]);
  });

  it('can end without being adopted, and is then never public', async () => {
    const { positionId, coordinator } = await frozen();
    const { decidePosition } = await app.ok(
      DECIDE,
      { input: { positionId, adopted: false, statement: 'Two objections stand.' } },
      { as: coordinator },
    );
    expect(decidePosition).toMatchObject({ state: 'NOT_ADOPTED', outcome: { adopted: false } });
    expect(await app.refusal(PUBLISH, { input: { positionId } }, { as: coordinator })).toBe('POSITION_IS_ELSEWHERE');
    expect(await app.refusal(PUBLIC, { id: positionId })).toBe('NOT_FOUND');
  });
});

describe('who may answer', () => {
  it('is a member with a mandate, for an organisation that was asked', async () => {
    const { positionId, coordinator, member, outsider, speakers, communityId } = await frozen();
    const [one, two] = speakers;
    const answer = (organisationId: string) => ({ input: { positionId, organisationId, answer: 'ENDORSE' } });
    expect(await app.refusal(ANSWER, answer(one!.organisationId), { as: member })).toBe('NO_MANDATE');
    expect(await app.refusal(ANSWER, answer(one!.organisationId), { as: coordinator })).toBe('NO_MANDATE');
    expect(await app.refusal(ANSWER, answer(one!.organisationId), { as: two!.personId })).toBe('NO_MANDATE');
    expect(await app.refusal(ANSWER, answer(randomUUID()), { as: one!.personId })).toBe('NO_MANDATE');
    expect(await app.refusal(ANSWER, answer(one!.organisationId), { as: outsider })).toBe('NOT_FOUND');
    expect(await app.refusal(ANSWER, answer(one!.organisationId))).toBe('UNAUTHENTICATED');
    // A mandate alone is not enough: one must still be a member.
    await app.database.dataSource.manager.delete(Membership, { communityId, personId: one!.personId });
    expect(await app.refusal(ANSWER, answer(one!.organisationId), { as: one!.personId })).toBe('NOT_FOUND');
    // An organisation that came later was not asked.
    const late = await buildSpeaker(app, communityId);
    expect(await app.refusal(ANSWER, answer(late.organisationId), { as: late.personId })).toBe('NO_MANDATE');
  });

  it('gives a reason for a reservation and an objection, and may think again while the round is open', async () => {
    const { positionId, speakers } = await frozen();
    const [{ organisationId, personId }] = speakers as [(typeof speakers)[0]];
    for (const answer of ['OBJECT', 'ENDORSE_WITH_RESERVATION']) {
      for (const reason of [undefined, null, '', '  no ', 'shrt']) {
        const refused = await app.graphql(ANSWER, { input: { positionId, organisationId, answer, reason } }, { as: personId });
        expect(refused.errors?.[0]?.extensions).toMatchObject({ kind: 'INVALID', fields: [{ path: 'reason', code: 'REASON_REQUIRED' }] });
      }
    }
    await app.ok(ANSWER, { input: { positionId, organisationId, answer: 'OBJECT', reason: 'It is too long.' } }, { as: personId });
    const { answerEndorsement } = await app.ok(ANSWER, { input: { positionId, organisationId, answer: 'ENDORSE' } }, { as: personId });
    expect(
      answerEndorsement.round.answers.find((given: { organisation: { id: string } }) => given.organisation.id === organisationId),
    ).toMatchObject({
      answer: 'ENDORSE',
      reason: null,
    });
  });

  it('is in time', async () => {
    const everyone = await scene();
    const position = await buildPosition(app, { communityId: everyone.communityId, openedById: everyone.coordinator });
    (await write(everyone.member, position.documentId, 'A text.')).close();
    const closesAt = new Date(app.clock.now().getTime() + 3_600_000);
    await app.ok(FREEZE, { input: { positionId: position.id, closesAt: closesAt.toISOString() } }, { as: everyone.coordinator });
    const [{ organisationId, personId }] = everyone.speakers as [(typeof everyone.speakers)[0]];
    const input = { positionId: position.id, organisationId, answer: 'ENDORSE' };
    await app.ok(ANSWER, { input }, { as: personId });
    const before = app.clock.now();
    app.clock.set(closesAt);
    try {
      expect(await app.refusal(ANSWER, { input: { ...input, answer: 'STAND_ASIDE' } }, { as: personId })).toBe('ROUND_IS_CLOSED');
      expect((await app.ok(GET, { id: position.id }, { as: personId })).position.viewerCan).toEqual(['READ']);
    } finally {
      app.clock.set(before);
    }
  });
});

describe('a mandate', () => {
  it('is the seat’s, not the person’s: whoever holds it answers, and nobody else', async () => {
    const { positionId, speakers, communityId } = await frozen();
    const [{ organisationId, personId }] = speakers as [(typeof speakers)[0]];
    const answer = (as: string) => app.graphql(ANSWER, { input: { positionId, organisationId, answer: 'ENDORSE' } }, { as });
    const code = async (as: string) => (await answer(as)).errors?.[0]?.extensions.code ?? null;
    const successor = (await buildMembership(app, { communityId, organisationId })).personId;
    expect([await code(personId), await code(successor)]).toEqual([null, 'NO_MANDATE']);
    const [seat] = await app.sql<{ id: string }>('select id from community_seat where holder_id = $1', [personId]);
    const [given] = await app.sql('select seat_id from endorsement where answered_by_id = $1', [personId]);
    expect(given?.['seat_id']).toBe(seat?.id);
    await app.sql('update community_seat set holder_id = $2 where id = $1', [seat?.id, successor]);
    expect([await code(personId), await code(successor)]).toEqual(['NO_MANDATE', null]);
    await app.sql('update community_seat set has_mandate = false where id = $1', [seat?.id]);
    expect(await code(successor)).toBe('NO_MANDATE');
  });
});

describe('races and repetitions', () => {
  it('of two who answer for the same organisation at once leave one answer, and both are told', async () => {
    const { positionId, speakers, communityId } = await frozen();
    const [{ organisationId, personId }] = speakers as [(typeof speakers)[0]];
    const colleague = (await buildMembership(app, { communityId })).personId;
    await buildCommunitySeat(app, { communityId, organisationId, holderId: colleague });
    const results = await Promise.all([
      app.graphql(ANSWER, { input: { positionId, organisationId, answer: 'ENDORSE' } }, { as: personId }),
      app.graphql(ANSWER, { input: { positionId, organisationId, answer: 'STAND_ASIDE' } }, { as: colleague }),
    ]);
    expect(results.map((result) => result.errors)).toEqual([undefined, undefined]);
    const rows = await app.sql('select answer, answered_by_id from endorsement where organisation_id = $1', [organisationId]);
    expect(rows).toHaveLength(1);
    const [row] = rows as [{ answer: string; answered_by_id: string }];
    expect(row.answered_by_id).toBe(row.answer === 'ENDORSE' ? personId : colleague);
  });

  it('of an answer and the outcome leave either the answer in or a clear refusal', async () => {
    const { positionId, coordinator, speakers } = await frozen();
    const [decided, ...answered] = await Promise.all([
      app.graphql(DECIDE, { input: { positionId, adopted: true, statement: 'Adopted with thanks.' } }, { as: coordinator }),
      ...speakers.map(({ organisationId, personId }) =>
        app.graphql(ANSWER, { input: { positionId, organisationId, answer: 'ENDORSE' } }, { as: personId }),
      ),
    ]);
    expect(decided!.errors).toBeUndefined();
    const refused = answered.filter((result) => result.errors);
    for (const result of refused) expect(result.errors?.[0]?.extensions.code).toBe('POSITION_IS_ELSEWHERE');
    const [{ count }] = (await app.sql(
      `select count(*)::int as count from endorsement e join endorsement_round r on r.id = e.round_id where r.position_id = $1 and e.answer is not null`,
      [positionId],
    )) as [{ count: number }];
    expect(count).toBe(answered.length - refused.length);
  });

  it('of two who freeze at once open one round', async () => {
    const everyone = await scene();
    const position = await buildPosition(app, { communityId: everyone.communityId, openedById: everyone.coordinator });
    (await write(everyone.member, position.documentId, 'A text.')).close();
    const both = await Promise.all(
      [1, 2].map(() => app.graphql(FREEZE, { input: { positionId: position.id } }, { as: everyone.coordinator })),
    );
    expect(both.filter((result) => result.errors).map((result) => result.errors?.[0]?.extensions.code)).toEqual(['POSITION_IS_ELSEWHERE']);
    expect(await app.sql('select 1 from endorsement_round where position_id = $1', [position.id])).toHaveLength(1);
  });

  it('of the same mutation act once and answer alike', async () => {
    const { communityId, coordinator, member, speakers } = await scene();
    const four = <T>(work: () => Promise<T>) => Promise.all([1, 2, 3, 4].map(work));
    const key = () => randomUUID();
    const opening = { mutationKey: key(), communityId, title: 'Only one', addressee: 'The council', purpose: 'To be there only once.' };
    const opened = await four(() => app.ok(OPEN, { input: opening }, { as: coordinator }));
    const ids = new Set(opened.map(({ openPosition }) => openPosition.id as string));
    expect(ids.size).toBe(1);
    expect(await app.sql('select 1 from position where community_id = $1', [communityId])).toHaveLength(1);
    const [positionId] = [...ids] as [string];
    (await write(member, opened[0]!['openPosition'].documentId, 'A text.')).close();
    const naming = { mutationKey: key(), positionId, name: 'Draft' };
    expect(new Set((await four(() => app.ok(NAME, { input: naming }, { as: member }))).map(({ nameVersion }) => nameVersion.id)).size).toBe(
      1,
    );
    const freezing = { mutationKey: key(), positionId };
    expect(
      new Set(
        (await four(() => app.ok(FREEZE, { input: freezing }, { as: coordinator }))).map(({ freezePosition }) => freezePosition.round.id),
      ).size,
    ).toBe(1);
    const [{ organisationId, personId }] = speakers as [(typeof speakers)[0]];
    const answering = { mutationKey: key(), positionId, organisationId, answer: 'ENDORSE' };
    await four(() => app.ok(ANSWER, { input: answering }, { as: personId }));
    const deciding = { mutationKey: key(), positionId, adopted: true, statement: 'Adopted with thanks.' };
    await four(() => app.ok(DECIDE, { input: deciding }, { as: coordinator }));
    const publishing = { mutationKey: key(), positionId };
    expect(
      new Set(
        (await four(() => app.ok(PUBLISH, { input: publishing }, { as: coordinator }))).map(
          ({ publishPosition }) => publishPosition.publishedAt,
        ),
      ).size,
    ).toBe(1);
    const events = await app.sql<{ name: string }>(`select name from event where payload ->> 'positionId' = $1`, [positionId]);
    expect(events).toHaveLength(new Set(events.map(({ name }) => name)).size);
  });
});

describe('freezing', () => {
  it('takes every word that was acknowledged before, and none after', async () => {
    const everyone = await scene();
    const position = await buildPosition(app, { communityId: everyone.communityId, openedById: everyone.coordinator });
    const writers = await Promise.all(
      [everyone.member, everyone.speakers[0]!.personId].map((personId) => TestWriter.open(app, personId, position.documentId)),
    );
    writers[0]!.type('Begin. ');
    await writers[0]!.settled();
    let stop = false;
    const busy = writers.map(async (writer, place) => {
      for (let count = 0; !stop; count++) {
        writer.type(`<${place}.${count}>`);
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    });
    while (writers.flatMap((writer) => writer.acknowledged).length < 60) await new Promise((resolve) => setTimeout(resolve, 10));
    const { freezePosition } = await app.ok(FREEZE, { input: { positionId: position.id } }, { as: everyone.coordinator });
    stop = true;
    await Promise.all(busy);
    await Promise.all(writers.map((writer) => writer.settled()));
    const text = (freezePosition.frozenVersion.html as string).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const acknowledged = writers.flatMap((writer) => writer.acknowledged);
    const refused = writers.flatMap((writer) => writer.refusals);
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(acknowledged.filter((piece) => !text.includes(piece.trim()))).toEqual([]);
    expect(text.match(/<\d\.\d+>/g)).toHaveLength(acknowledged.length - 1);
    for (const { code } of refused) expect(['TEXT_IS_CLOSED', 'INCOMPLETE_UPDATE', 'MAY_NOT_WRITE']).toContain(code);
    for (const writer of writers) writer.close();
  });

  it('needs a text that fits, and someone to ask', async () => {
    const { communityId, coordinator, member } = await scene();
    const empty = await buildPosition(app, { communityId, openedById: coordinator });
    expect(await app.refusal(FREEZE, { input: { positionId: empty.id } }, { as: coordinator })).toBe('TEXT_IS_EMPTY');
    const lonely = await buildCommunity(app);
    const alone = (await buildMembership(app, { communityId: lonely.id, role: MembershipRole.COORDINATOR })).personId;
    const unasked = await buildPosition(app, { communityId: lonely.id, openedById: alone });
    (await write(alone, unasked.documentId, 'A text.')).close();
    expect(await app.refusal(FREEZE, { input: { positionId: unasked.id } }, { as: alone })).toBe('NOBODY_TO_ASK');
    // Nothing was half done: the text is still open.
    (await write(alone, unasked.documentId, ' More.')).close();
    (await write(member, empty.documentId, 'Now.')).close();
    await app.ok(FREEZE, { input: { positionId: empty.id } }, { as: coordinator });
  });
});

describe('bad input', () => {
  it('names the field', async () => {
    const { communityId, coordinator } = await scene();
    const good = { communityId, title: 'A good title', addressee: 'The council', purpose: 'To say something together.' };
    const past = new Date(app.clock.now().getTime() - 1000).toISOString();
    const wrong: [string, object, string][] = [
      [OPEN, { ...good, title: 'x' }, 'title'],
      [OPEN, { ...good, title: `nul \0 here` }, 'title'],
      [OPEN, { ...good, title: 'x'.repeat(201) }, 'title'],
      [OPEN, { ...good, addressee: ' ' }, 'addressee'],
      [OPEN, { ...good, purpose: 'short' }, 'purpose'],
      [OPEN, { ...good, purpose: `a purpose with \0 in it` }, 'purpose'],
      [OPEN, { ...good, deadline: past }, 'deadline'],
      [OPEN, { ...good, deadline: 'tomorrow' }, 'deadline'],
      [OPEN, { ...good, policyProcessId: 'no-such' }, 'policyProcessId'],
      [OPEN, { ...good, communityId: 'x' }, 'communityId'],
      [OPEN, { ...good, mutationKey: 'x' }, 'mutationKey'],
    ];
    const position = await buildPosition(app, { communityId, openedById: coordinator });
    const positionId = position.id;
    wrong.push(
      [EDIT, { positionId, title: '' }, 'title'],
      [EDIT, { positionId, deadline: past }, 'deadline'],
      [NAME, { positionId, name: '' }, 'name'],
      [FREEZE, { positionId, closesAt: past }, 'closesAt'],
      [DECIDE, { positionId, adopted: true, statement: 'short' }, 'statement'],
      [ANSWER, { positionId, organisationId: 'x', answer: 'ENDORSE' }, 'organisationId'],
      [ANSWER, { positionId, organisationId: randomUUID(), answer: 'MAYBE' }, 'answer'],
    );
    for (const [mutation, input, field] of wrong) {
      const answer = await app.graphql(mutation, { input }, { as: coordinator });
      expect(answer.status).toBeLessThan(500);
      expect([field, answer.errors?.[0]?.extensions.fields?.[0]?.path]).toEqual([field, field]);
    }
  });

  it('and what is not open give the same answer as what is not there', async () => {
    const { communityId, coordinator, outsider, member } = await scene();
    const { id } = await buildPosition(app, { communityId, openedById: coordinator });
    for (const unknown of ['x', '', randomUUID(), "' or 1=1 --"]) {
      expect(await app.refusal(GET, { id: unknown }, { as: member })).toBe('NOT_FOUND');
      expect(await app.refusal(PUBLIC, { id: unknown })).toBe('NOT_FOUND');
    }
    expect(await app.refusal(PUBLIC, { id })).toBe('NOT_FOUND');
    expect(await app.refusal(GET, { id }, { as: outsider })).toBe('NOT_FOUND');
    for (const [mutation, input] of [
      [EDIT, { positionId: id, title: 'Taken over' }],
      [NAME, { positionId: id, name: 'Mine' }],
      [FREEZE, { positionId: id }],
      [REOPEN, { positionId: id }],
      [DECIDE, { positionId: id, adopted: true, statement: 'I decide this alone.' }],
      [PUBLISH, { positionId: id }],
    ] as const) {
      expect(await app.refusal(mutation, { input }, { as: outsider })).toBe('NOT_FOUND');
      expect(await app.refusal(mutation, { input: { ...input, positionId: randomUUID() } }, { as: outsider })).toBe('NOT_FOUND');
    }
    expect(await app.refusal(FREEZE, { input: { positionId: id } }, { as: member })).toBe('FORBIDDEN');
    expect(await app.refusal(EDIT, { input: { positionId: id, title: 'Not mine' } }, { as: member })).toBe('FORBIDDEN');
    const opening = { communityId, title: 'A good title', addressee: 'The council', purpose: 'To say something together.' };
    expect(await app.refusal(OPEN, { input: opening }, { as: member })).toBe('FORBIDDEN');
    expect(await app.refusal(LIST, { communityId: randomUUID() }, { as: member })).toBe('NOT_FOUND');
    expect(await app.refusal(LIST, { communityId, after: 'x' }, { as: member })).toBe('INVALID');
    expect(await app.refusal('{ publicPositions(after: "x") { id } }')).toBe('INVALID');
  });
});

describe('lists', () => {
  it('page through everything once, last changed first, with few statements', async () => {
    const { communityId, coordinator, member } = await scene();
    const start = app.clock.now().getTime();
    for (let count = 0; count < 7; count++) {
      // Three at the very same moment.
      const updatedAt = new Date(start + Math.min(count, 4) * 1000);
      await buildPosition(app, { communityId, openedById: coordinator, title: `Position ${count}`, updatedAt });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { positions } = (await app.ok(LIST, { communityId, first: 3, after }, { as: member })) as {
        positions: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      seen.push(...positions.nodes.map((node) => node.id));
      after = positions.pageInfo.hasNextPage ? positions.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    await app.cookieOf(member);
    const costs: number[] = [];
    for (const first of [2, 7]) costs.push((await app.statements(() => app.ok(LIST, { communityId, first }, { as: member }))).length);
    expect(costs[0]).toBe(costs[1]);
    expect(costs[1]).toBeLessThanOrEqual(6);
    expect((await app.ok(LIST, {}, { as: member })).positions.nodes).toHaveLength(7);
  });

  it('of policy processes are found by part of a name', async () => {
    await buildPolicyProcess(app, { name: 'Stratégie pour l’Égalité', institution: 'Council of 100%' });
    const find = async (text: string) =>
      (await app.ok('query ($text: String) { policyProcesses(text: $text) { name } }', { text }, { as: (await buildPerson(app)).id }))
        .policyProcesses as object[];
    expect(await find('strategie')).toHaveLength(1);
    expect(await find('100%')).toHaveLength(1);
    expect(await find('10_%')).toHaveLength(0);
    expect((await find('')).length).toBeGreaterThan(0);
  });
});

it('a removed member has neither the text nor the room from that moment on', async () => {
  const { communityId, coordinator, member } = await scene();
  const position = await buildPosition(app, { communityId, openedById: coordinator });
  const writer = await write(member, position.documentId, 'Here.');
  await app.database.dataSource.manager.delete(Membership, { communityId, personId: member });
  await app.get(Rooms).recheck(member);
  writer.type(' Gone.');
  await writer.settled();
  expect(writer.refusals.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  expect(await app.refusal(GET, { id: position.id }, { as: member })).toBe('NOT_FOUND');
  await app.get(Documents).settled();
  const other = await TestWriter.open(app, coordinator, position.documentId);
  expect(other.text).toBe('Here.');
  for (const one of [writer, other]) one.close();
});

it('a newcomer can write at once over the socket that was open before', async () => {
  const { communityId, coordinator, outsider } = await scene();
  const position = await buildPosition(app, { communityId, openedById: coordinator });
  const socket = await connect(app, outsider);
  expect(await socket.emitWithAck('y:join', { documentId: position.documentId })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  await app.ok(
    'mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { membership { id } } }',
    { input: { communityId } },
    { as: outsider },
  );
  expect(await socket.emitWithAck('y:join', { documentId: position.documentId })).toEqual({ ok: true, mayWrite: true });
  socket.disconnect();
});
