import { JoinPolicy } from '#domain/communities';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildPosition, buildSpeaker } from '../advocacy/testing.js';
import { MembershipRole } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildPost, buildThread } from '../discussions/testing.js';
import { buildSession, buildSessionSeat } from '../peer-learning/testing.js';
import { buildIntroduction } from '../exchange/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { circleWithThread, reply } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.clock.set('2027-05-01T10:00:00Z'));
afterAll(() => app.stop());

interface ShownAsk {
  id: string;
  kind: string;
  minutes: number;
  title: string;
  path: string;
  actor: { name: string } | null;
  organisation: { name: string } | null;
  notificationKind: string | null;
}
const HOME = `{ home { asks { id kind minutes title path actor { name } organisation { name } notificationKind } leftOutCount nextSession { title } newThreads { title unreadCount } } }`;
const homeOf = async (personId: string) =>
  (await app.ok(HOME, {}, { as: personId })).home as {
    asks: ShownAsk[];
    leftOutCount: number;
    nextSession: { title: string } | null;
    newThreads: { title: string }[];
  };
const kinds = (asks: ShownAsk[]) => asks.map((ask) => ask.kind);

/** A round as freezing would open it, without the writing before. */
async function openRound(communityId: string, organisationId: string): Promise<string> {
  const position = await buildPosition(app, { communityId });
  const [version] = await app.sql(
    `insert into document_version (document_id, number, name, body, html, plain_text, authorship, is_frozen, created_by_id, created_at)
     values ($1, 1, 'Final', '{"type":"doc"}', '', '', '[]', true, $2, now()) returning id`,
    [position.documentId, position.openedById],
  );
  const [round] = await app.sql(`insert into endorsement_round (position_id, version_id, opened_at) values ($1, $2, now()) returning id`, [
    position.id,
    version?.['id'],
  ]);
  await app.sql('insert into endorsement (round_id, organisation_id) values ($1, $2)', [round?.['id'], organisationId]);
  await app.sql(`update position set state = 'ENDORSEMENT', frozen_version_id = $2 where id = $1`, [position.id, version?.['id']]);
  return position.id;
}

describe('home', () => {
  it('asks for an answer to who would like to meet one, or an organisation one acts for, until it is given', async () => {
    const person = await buildPerson(app);
    const organisation = await buildOrganisation(app);
    await buildSeat(app, { personId: person.id, organisationId: organisation.id, hasMandate: true });
    const asker = await buildPerson(app, { name: 'Olha Asks' });
    const own = await buildIntroduction(app, { askerId: asker.id, personId: person.id });
    const ofAll = await buildIntroduction(app, { askerId: asker.id, organisationId: organisation.id });
    await buildIntroduction(app, { askerId: person.id });
    await buildIntroduction(app, { askerId: asker.id, organisationId: (await buildOrganisation(app)).id });
    const asks = async () => (await homeOf(person.id)).asks.filter(({ kind }) => kind === 'ANSWER_INTRODUCTION');
    expect(await asks()).toMatchObject([
      { path: `/introductions/${own.id}`, actor: { name: 'Olha Asks' }, organisation: null, notificationKind: 'INTRODUCTION_ASKED' },
      { path: `/introductions/${ofAll.id}`, organisation: { name: organisation.name } },
    ]);
    await app.sql(`update introduction set state = 'DECLINED', answered_at = now() where asker_id = $1`, [asker.id]);
    expect(await asks()).toEqual([]);
  });

  it('asks a newcomer for little', async () => {
    const person = await buildPerson(app, { headline: null });
    expect((await homeOf(person.id)).asks).toMatchObject([
      { kind: 'JOIN_COMMUNITY', path: '/communities' },
      { kind: 'COMPLETE_PROFILE', path: '/profile' },
    ]);
  });

  it('asks those with a mandate for their organisation’s answer, and nobody else', async () => {
    const community = await buildCommunity(app);
    const speaker = await buildSpeaker(app, community.id, 'Arbor');
    const colleague = (await buildSeat(app, { organisationId: speaker.organisationId, hasMandate: false })).personId;
    await buildMembership(app, { communityId: community.id, personId: colleague, organisationId: speaker.organisationId });
    const positionId = await openRound(community.id, speaker.organisationId);
    expect((await homeOf(speaker.personId)).asks).toMatchObject([
      {
        kind: 'ANSWER_ENDORSEMENT',
        minutes: 3,
        path: `/p/${positionId}/endorsement`,
        organisation: { name: 'Arbor' },
        notificationKind: 'ENDORSEMENT_REQUESTED',
      },
    ]);
    expect((await homeOf(colleague)).asks).toEqual([]);
  });

  it('asks for answers to people: a mention not looked at, a newcomer who waits', async () => {
    const { community, thread, ben, cleo, dora } = await circleWithThread(app);
    await app.sql(`update community set join_policy = $2 where id = $1`, [community.id, JoinPolicy.ON_REQUEST]);
    const { position } = await reply(app, thread.id, ben.id, 'what do you think?', [{ id: cleo.id, name: 'Cleo' }]);
    const newcomer = await buildPerson(app, { name: 'New' });
    await app.ok(
      'mutation ($input: JoinCommunityInput!) { joinCommunity(input: $input) { request { id } } }',
      { input: { communityId: community.id } },
      { as: newcomer.id },
    );
    await app.jobsDone();
    expect((await homeOf(cleo.id)).asks).toMatchObject([
      { kind: 'REPLY_TO_MENTION', title: 'Evening courses', path: `/t/${thread.id}#post-2`, actor: { name: 'Ben' } },
    ]);
    expect((await homeOf(dora.id)).asks).toMatchObject([
      { kind: 'ANSWER_JOIN_REQUEST', path: `/c/${community.slug}/members`, actor: { name: 'New' } },
    ]);
    expect(kinds((await homeOf(ben.id)).asks)).toEqual([]);
    await app.ok(
      'mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }',
      { input: { threadId: thread.id, position } },
      { as: cleo.id },
    );
    expect((await homeOf(cleo.id)).asks).toEqual([]);
  });

  it('offers seats of the next three weeks and positions with a near deadline, in ten minutes at most, and counts the rest', async () => {
    const community = await buildCommunity(app);
    const person = (await buildMembership(app, { communityId: community.id })).personId;
    for (const day of ['05', '06', '07', '30'])
      await buildSession(app, { communityId: community.id, localStart: `2027-05-${day}T16:00`, title: `Session ${day}` });
    const full = await buildSession(app, { communityId: community.id, localStart: '2027-05-04T16:00', seats: 1 });
    await buildSessionSeat(app, full);
    for (const day of ['10', '11', '12'])
      await buildPosition(app, { communityId: community.id, deadline: new Date(`2027-05-${day}T00:00:00Z`), title: `Position ${day}` });
    const { asks, leftOutCount } = await homeOf(person);
    expect(kinds(asks)).toEqual(['WRITE_POSITION', 'WRITE_POSITION', 'WRITE_POSITION', 'TAKE_SEAT']);
    expect(asks.map((ask) => ask.title)).toEqual(['Position 10', 'Position 11', 'Position 12', 'Session 05']);
    expect(asks.reduce((sum, ask) => sum + ask.minutes, 0)).toBeLessThanOrEqual(10);
    expect(leftOutCount).toBe(2);
  });

  it('shows the next session one has a seat in and threads with something new, and nothing of a community one left', async () => {
    const session = await buildSession(app, { localStart: '2027-05-10T16:00', title: 'Mine' });
    const person = (await buildMembership(app, { communityId: session.communityId, role: MembershipRole.MEMBER })).personId;
    await buildSessionSeat(app, session, { personId: person });
    const thread = await buildThread(app, {
      communityId: session.communityId,
      title: 'New words',
      createdAt: new Date('2027-04-30T10:00:00Z'),
    });
    await buildPost(app, { threadId: thread.id });
    const home = await homeOf(person);
    expect([home.nextSession?.title, home.newThreads.map(({ title }) => title)]).toEqual(['Mine', ['New words']]);
    await app.sql('delete from membership where person_id = $1', [person]);
    await app.sql(`update community set visibility = 'MEMBERS' where id = $1`, [session.communityId]);
    expect(await homeOf(person)).toMatchObject({ nextSession: null, newThreads: [], asks: [{ kind: 'JOIN_COMMUNITY' }] });
  });

  it('costs the same whatever there is', async () => {
    const community = await buildCommunity(app);
    const person = (await buildMembership(app, { communityId: community.id })).personId;
    for (const day of ['05', '06', '07']) {
      await buildSession(app, { communityId: community.id, localStart: `2027-05-${day}T16:00` });
      await buildThread(app, { communityId: community.id });
    }
    expect((await app.statements(() => app.ok(HOME, {}, { as: person }))).length).toBeLessThanOrEqual(8);
  });
});
