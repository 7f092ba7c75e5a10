import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { MembershipRole } from '../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { hearAgain, inboxOf, prefer } from './testing.js';

let app: TestApp;
beforeAll(async () => (app = await startTestApp()));
afterAll(() => app.stop());

const PROPOSE_TIE = `mutation ($input: ProposeTieInput!) { proposeTie(input: $input) { ties { id agreedAt } } }`;
const ANSWER_TIE = `mutation ($input: AnswerTieInput!) { answerTie(input: $input) { id } }`;
const START = `mutation ($input: StartPetitionInput!) { startPetition(input: $input) { id } }`;
const SUPPORT = `mutation ($input: SupportPetitionInput!) { supportPetition(input: $input) { state } }`;
const ANSWER_PETITION = `mutation ($input: AnswerPetitionInput!) { answerPetition(input: $input) { state } }`;
const THRESHOLD = `mutation ($input: SetPetitionThresholdInput!) { setPetitionThreshold(input: $input) { id } }`;
const EDIT = `mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { charter { version } } }`;
const AGREE = `mutation ($input: AgreeToCharterInput!) { agreeToCharter(input: $input) { id } }`;
const PROPOSE_SEATS = `mutation ($input: ProposeSeatsInput!) { proposeSeats(input: $input) { id } }`;
const ANSWER_SEATS = `mutation ($input: AnswerSeatProposalInput!) { answerSeatProposal(input: $input) { id } }`;
const PROPOSALS = `query ($id: ID!) { organisation(id: $id) { seatProposals { id } } }`;

/** A community with a coordinator and two members. */
async function circle() {
  const community = await buildCommunity(app);
  const member = async (role = MembershipRole.MEMBER) => {
    const person = await buildPerson(app);
    await buildMembership(app, { communityId: community.id, personId: person.id, role });
    return person.id;
  };
  return { community, coordinator: await member(MembershipRole.COORDINATOR), one: await member(), other: await member() };
}
const kindsOf = async (personId: string) => (await inboxOf(app, personId)).notices.map(({ kind }) => kind);
/** The mails that came to a person once all was heard. */
const mailedTo = async (personId: string) => {
  await app.jobsDone();
  const [person] = await app.sql<{ email: string }>('select email from person where id = $1', [personId]);
  return app.mails(person?.email);
};

describe('a tie', () => {
  const propose = async () => {
    const [asking, asked] = [await circle(), await circle()];
    const input = { communityId: asking.community.id, otherSlug: asked.community.slug, relation: 'PARTNER' };
    const { proposeTie } = await app.ok(PROPOSE_TIE, { input }, { as: asking.coordinator });
    return { asking, asked, tieId: proposeTie.ties[0].id as string };
  };

  it('that is proposed comes to the coordinators of the other side alone, once, and names nobody of the asking one', async () => {
    const { asking, asked } = await propose();
    await app.jobsDone();
    await hearAgain(app, 'communities.tie-proposed', 'notifications.tell-asked');
    expect((await inboxOf(app, asked.coordinator)).notices).toMatchObject([
      {
        kind: 'TIE_PROPOSED',
        reason: 'YOU_COORDINATE',
        subject: asked.community.name,
        path: `/c/${asked.community.slug}/family`,
        count: 1,
        actor: null,
      },
    ]);
    for (const nobody of [asked.one, asking.coordinator, asking.one]) expect(await kindsOf(nobody)).toEqual([]);
    expect((await mailedTo(asked.coordinator)).map(({ subject }) => subject)).toEqual([`A tie is proposed to ${asked.community.name}`]);
  });

  it('that is answered comes back to the asking side, and goes with the role', async () => {
    const { asking, asked, tieId } = await propose();
    await app.ok(ANSWER_TIE, { input: { tieId, agree: false } }, { as: asked.coordinator });
    expect((await inboxOf(app, asking.coordinator)).notices).toMatchObject([
      { kind: 'TIE_ANSWERED', subject: asking.community.name, path: `/c/${asking.community.slug}/family`, actor: null },
    ]);
    expect(await kindsOf(asking.one)).toEqual([]);
    await app.sql(`update membership set role = 'MEMBER' where person_id = $1`, [asking.coordinator]);
    expect(await inboxOf(app, asking.coordinator)).toMatchObject({ notices: [], unread: 0 });
  });

  it('that was taken back before its mail leaves is not mailed', async () => {
    const { asked, tieId } = await propose();
    await app.sql('delete from community_tie where id = $1', [tieId]);
    expect(await kindsOf(asked.coordinator)).toEqual(['TIE_PROPOSED']);
    expect(await mailedTo(asked.coordinator)).toEqual([]);
  });
});

describe('a petition', () => {
  const ask = async (threshold = 2) => {
    const all = await circle();
    await app.ok(THRESHOLD, { input: { communityId: all.community.id, threshold } }, { as: all.coordinator });
    const input = {
      communityId: all.community.id,
      kind: 'WORKING_GROUP',
      title: 'Housing for all',
      task: 'One answer to the new law on housing.',
      openUntil: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const { startPetition } = await app.ok(START, { input }, { as: all.one });
    return { ...all, petitionId: startPetition.id as string };
  };

  it('comes to all who may support it, and not to outsiders or whoever asked', async () => {
    const { community, one, other, coordinator } = await ask();
    for (const personId of [other, coordinator])
      expect((await inboxOf(app, personId)).notices).toMatchObject([
        { kind: 'PETITION_STARTED', reason: 'YOU_ARE_MEMBER', subject: 'Housing for all', path: `/c/${community.slug}/petitions` },
      ]);
    expect(await kindsOf(one)).toEqual([]);
    await app.sql('delete from membership where person_id = $1', [other]);
    expect(await inboxOf(app, other)).toMatchObject({ notices: [], unread: 0 });
  });

  it('that reached its threshold tells whoever asked and the coordinators, without saying who came last', async () => {
    const { petitionId, one, other, coordinator } = await ask();
    await app.jobsDone();
    await app.ok(SUPPORT, { input: { petitionId, isSupported: true } }, { as: other });
    const opened = { kind: 'PETITION_OPENED', subject: 'Housing for all', actor: null };
    expect((await inboxOf(app, one)).notices).toMatchObject([{ ...opened, reason: 'YOU_SUPPORTED_PETITION' }]);
    expect((await inboxOf(app, coordinator)).notices[0]).toMatchObject({ ...opened, reason: 'YOU_COORDINATE' });
    expect(await kindsOf(other)).toEqual(['PETITION_STARTED']);
  });

  it('that is refused says by whom', async () => {
    const { petitionId, one, coordinator } = await ask(5);
    await app.ok(ANSWER_PETITION, { input: { petitionId, grant: false, reason: 'We have it.' } }, { as: coordinator });
    expect((await inboxOf(app, one)).notices).toMatchObject([{ kind: 'PETITION_REFUSED', actor: { name: expect.any(String) } }]);
  });
});

describe('a new version of the charter', () => {
  const charter = { domain: 'Learning German', community: 'Teachers and learners', practice: 'A meeting every month' };

  it('asks every member but its writer; who agreed gets no mail any more', async () => {
    const { community, coordinator, one, other } = await circle();
    for (const personId of [one, other]) await prefer(app, personId, 'CHARTER_CHANGED', 'INBOX_AND_MAIL');
    const { editCommunity } = await app.ok(EDIT, { input: { communityId: community.id, charter } }, { as: coordinator });
    const { version } = editCommunity.charter;
    await app.ok(AGREE, { input: { communityId: community.id, version } }, { as: one });
    expect((await inboxOf(app, other)).notices).toMatchObject([
      { kind: 'CHARTER_CHANGED', reason: 'YOU_ARE_MEMBER', subject: community.name, path: `/c/${community.slug}/charter` },
    ]);
    expect(await kindsOf(coordinator)).toEqual([]);
    expect([(await mailedTo(one)).length, (await mailedTo(other)).length]).toEqual([0, 1]);
  });

  it('is not told when the charter stays', async () => {
    const { community, coordinator, one } = await circle();
    await app.ok(EDIT, { input: { communityId: community.id, summary: 'People who meet every month.' } }, { as: coordinator });
    expect(await kindsOf(one)).toEqual([]);
  });
});

describe('an answer about seats', () => {
  it('comes to the side that asked, and a proposal taken back to nobody', async () => {
    const { community, coordinator, one } = await circle();
    const organisation = await buildOrganisation(app);
    const speaker = (await buildPerson(app)).id;
    await buildSeat(app, { organisationId: organisation.id, personId: speaker });
    const propose = async (as: string) => {
      const input = { communityId: community.id, organisationId: organisation.id, seats: 1, hasMandate: false };
      await app.ok(PROPOSE_SEATS, { input }, { as });
      return (await app.ok(PROPOSALS, { id: organisation.id }, { as: speaker })).organisation.seatProposals[0].id as string;
    };
    const answer = (proposalId: string, accept: boolean, as: string) => app.ok(ANSWER_SEATS, { input: { proposalId, accept } }, { as });

    await answer(await propose(coordinator), false, coordinator);
    expect(await kindsOf(coordinator)).toEqual([]);
    await answer(await propose(coordinator), false, speaker);
    expect((await inboxOf(app, coordinator)).notices).toMatchObject([
      { kind: 'SEATS_ANSWERED', reason: 'YOU_COORDINATE', path: `/c/${community.slug}/members` },
    ]);
    expect(await kindsOf(one)).toEqual([]);
    await answer(await propose(speaker), true, coordinator);
    expect((await inboxOf(app, speaker)).notices[0]).toMatchObject({
      kind: 'SEATS_ANSWERED',
      reason: 'YOU_ACT_FOR_ORGANISATION',
      path: `/o/${organisation.id}`,
      actor: null,
    });
  });
});
