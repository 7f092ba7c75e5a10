import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../people/testing.js';
import { OfferAudience, OfferDirection, OfferKind } from './exchange.enums.js';
import { Offers } from './offers/offers.service.js';
import { buildIntroduction, buildOffer } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set(new Date('2027-01-10T10:00:00Z'));
});
afterAll(() => app?.stop());

const OFFER = `id state title outcome person { id } sharedWith { id } viewerCan until`;
const INTRODUCTION = `id state answer asker { id } person { id } organisation { id } delegatedBy { id } room { id slug } colleagues { id } viewerCan`;
const write = (name: string, fields: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`;
const act = async (name: string, input: object, as: string) =>
  (await app.ok(write(name, name.endsWith('Offer') ? OFFER : INTRODUCTION), { input }, { as }))[name];
const refused = (name: string, input: object, as?: string) => app.refusal(write(name, 'id'), { input }, { as });
const fieldOf = async (name: string, input: object, as: string) =>
  (await app.graphql(write(name, 'id'), { input }, { as })).errors?.[0]?.extensions.fields[0];
const person = async (name = 'Somebody') => (await buildPerson(app, { name })).id;
const titles = async (as?: string, filter: object = {}) =>
  (await app.ok(`query ($filter: OfferFilter) { offers(filter: $filter) { nodes { title } } }`, { filter }, { as }))['offers'].nodes
    .map(({ title }: { title: string }) => title)
    .sort();
const inbox = async (as: string) =>
  (await app.ok(`{ notifications { nodes { kind subject path actor { id } } } }`, {}, { as }))['notifications'].nodes;
const room = {
  direction: 'OFFER',
  kind: 'ROOM',
  title: 'Town hall, evenings',
  details: 'Twelve chairs and a kitchen.',
  languages: ['pt'],
  themes: [],
  audience: 'SIGNED_IN',
  until: '2027-03-31',
};
const reason = 'We build the same thing and would like to compare.';

describe('an offer', () => {
  it('reaches whom it is for, and nobody else', async () => {
    const [author, other] = [await person(), await person()];
    const community = await buildCommunity(app);
    const { personId: member } = await buildMembership(app, { communityId: community.id });
    await buildMembership(app, { communityId: community.id, personId: author });
    await act('postOffer', { ...room, title: 'For everyone', audience: 'PUBLIC' }, author);
    await act('postOffer', { ...room, title: 'For the signed in' }, author);
    const { id } = await act('postOffer', { ...room, title: 'For members', audience: 'COMMUNITY', communityId: community.id }, author);
    expect(await titles(member)).toEqual(['For everyone', 'For members', 'For the signed in']);
    expect(await titles(other)).toEqual(['For everyone', 'For the signed in']);
    expect(await titles()).toEqual(['For everyone']);
    expect(await titles(author, { mine: true, kinds: ['ROOM'], direction: 'OFFER', languages: ['pt'] })).toHaveLength(3);
    expect(await titles(author, { countries: ['SE'] })).toEqual([]);
    expect(await app.refusal('query ($id: ID!) { offer(id: $id) { id } }', { id }, { as: other })).toBe('NOT_FOUND');
  });

  it('says what is wrong with it', async () => {
    const author = await person();
    const elsewhere = await buildCommunity(app);
    expect(await fieldOf('postOffer', { ...room, until: '2027-02-30' }, author)).toMatchObject({ path: 'until', code: 'NO_SUCH_DAY' });
    expect(await fieldOf('postOffer', { ...room, until: '2027-01-09' }, author)).toMatchObject({ code: 'IN_THE_PAST' });
    expect(await fieldOf('postOffer', { ...room, until: '2030-01-09' }, author)).toMatchObject({ code: 'TOO_FAR' });
    expect(await fieldOf('postOffer', { ...room, title: 'Hall' }, author)).toMatchObject({ path: 'title' });
    for (const communityId of [undefined, elsewhere.id])
      expect(await fieldOf('postOffer', { ...room, audience: 'COMMUNITY', communityId }, author)).toMatchObject({ path: 'communityId' });
    expect(await refused('postOffer', room)).toBe('UNAUTHENTICATED');
  });

  it('ends after its day with a friendly notice, and can be opened again', async () => {
    const author = await person();
    const { id: offerId } = await act('postOffer', { ...room, title: 'Until tomorrow', until: '2027-01-11' }, author);
    app.clock.set(new Date('2027-01-12T04:00:00Z'));
    await app.get(Offers).expire();
    await app.jobsDone();
    expect(await titles(author)).not.toContain('Until tomorrow');
    expect((await inbox(author))[0]).toMatchObject({ kind: 'OFFER_EXPIRED', subject: 'Until tomorrow', path: `/exchange/${offerId}` });
    expect((await app.mails()).some(({ text }) => text.includes('offer or ask is over'))).toBe(true);
    expect(await refused('editOffer', { offerId, title: 'Another title' }, author)).toBe('OFFER_HAS_ENDED');
    expect(await act('editOffer', { offerId, until: '2027-02-01' }, author)).toMatchObject({ state: 'OPEN' });
    app.clock.set(new Date('2027-01-10T10:00:00Z'));
  });

  it('records what was shared, with whom, and what came of it', async () => {
    const [author, other] = [await person(), await person()];
    const { id: offerId } = await act('postOffer', room, author);
    const done = { offerId, wasShared: true, sharedWithId: other, outcome: 'They met there every Tuesday.' };
    expect(await fieldOf('finishOffer', done, author)).toMatchObject({ code: 'NOT_INTRODUCED' });
    const { id: introductionId } = await act('askIntroduction', { offerId, reason }, other);
    await act('answerIntroduction', { introductionId, accept: true }, author);
    expect(await act('finishOffer', done, author)).toMatchObject({ state: 'SHARED', outcome: done.outcome, sharedWith: { id: other } });
    expect(await refused('finishOffer', done, author)).toBe('OFFER_HAS_ENDED');
    expect(await refused('finishOffer', { offerId, wasShared: false }, other)).toBe('FORBIDDEN');
  });
});

describe('an introduction', () => {
  it('tells the one who is asked; with a yes both have a room that nobody else finds', async () => {
    const [asker, asked, third] = [await person('Ada'), await person('Bo'), await person('Cy')];
    await app.sql('update person set is_listed = true where id = $1', [asked]);
    const { id: introductionId, viewerCan } = await act('askIntroduction', { personId: asked, reason }, asker);
    expect(viewerCan).toEqual(['READ', 'WITHDRAW']);
    await app.jobsDone();
    expect(await inbox(asked)).toMatchObject([
      { kind: 'INTRODUCTION_ASKED', path: `/introductions/${introductionId}`, actor: { id: asker } },
    ]);
    expect(await app.refusal('query ($id: ID!) { introduction(id: $id) { id } }', { id: introductionId }, { as: third })).toBe('NOT_FOUND');
    expect(await refused('answerIntroduction', { introductionId, accept: true }, asker)).toBe('FORBIDDEN');
    const accepted = await act('answerIntroduction', { introductionId, accept: true, answer: 'Gladly' }, asked);
    expect(accepted).toMatchObject({ state: 'ACCEPTED', answer: 'Gladly', room: { slug: 'ada-bo' } });
    await app.jobsDone();
    expect((await inbox(asker))[0]).toMatchObject({ kind: 'INTRODUCTION_ACCEPTED' });
    const look = `query ($slug: String!) { community(slug: $slug) { name viewerCan memberCount } }`;
    const slug = accepted.room.slug as string;
    expect((await app.ok(look, { slug }, { as: asker }))['community']).toMatchObject({ name: 'Ada, Bo', memberCount: 2 });
    for (const as of [third, undefined]) expect(await app.refusal(look, { slug }, { as })).toBe('NOT_FOUND');
    const listed = async (as: string, filter: object = {}) =>
      JSON.stringify(
        await app.ok(
          `query ($filter: CommunityFilter) { communities(filter: $filter, first: 100) { nodes { slug } } }`,
          { filter },
          { as },
        ),
      );
    expect(await listed(third)).not.toContain(slug);
    expect(await listed(asker, { mine: true })).toContain(slug);
    const found = `{ goTo(text: "Ada, B") { path } }`;
    expect(JSON.stringify(await app.ok(found, {}, { as: third }))).not.toContain(slug);
    const startThread = `mutation ($input: StartThreadInput!) { startThread(input: $input) { id } }`;
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }] };
    await app.ok(startThread, { input: { communityId: accepted.room.id, title: 'First words', body } }, { as: asker });
    expect(await refused('answerIntroduction', { introductionId, accept: false }, asked)).toBe('INTRODUCTION_IS_ANSWERED');
  });

  it('to an organisation goes to those who speak for it, and may be handed to a colleague', async () => {
    const organisation = await buildOrganisation(app);
    const { personId: speaker } = await buildSeat(app, { organisationId: organisation.id });
    const { personId: colleague } = await buildSeat(app, { organisationId: organisation.id, hasMandate: false });
    const asker = await person();
    const { id: introductionId } = await act('askIntroduction', { organisationId: organisation.id, reason }, asker);
    expect(await refused('answerIntroduction', { introductionId, accept: true }, colleague)).toBe('NOT_FOUND');
    const seen = `query ($id: ID!) { introduction(id: $id) { ${INTRODUCTION} } }`;
    expect((await app.ok(seen, { id: introductionId }, { as: speaker }))['introduction']).toMatchObject({
      colleagues: [{ id: colleague }],
    });
    expect(await fieldOf('delegateIntroduction', { introductionId, personId: asker }, speaker)).toMatchObject({ code: 'NOT_A_COLLEAGUE' });
    await act('delegateIntroduction', { introductionId, personId: colleague }, speaker);
    await app.jobsDone();
    expect((await inbox(colleague))[0]).toMatchObject({ kind: 'INTRODUCTION_ASKED', actor: { id: asker } });
    const declined = await act('answerIntroduction', { introductionId, accept: false }, colleague);
    expect(declined).toMatchObject({ state: 'DECLINED', answer: null, room: null, delegatedBy: { id: speaker } });
    const silent = await buildOrganisation(app);
    expect(await fieldOf('askIntroduction', { organisationId: silent.id, reason }, asker)).toMatchObject({ code: 'NOBODY_TO_INTRODUCE' });
  });

  it('pesters nobody: one at a time, a no counts for three months, five a week', async () => {
    const asker = await person();
    const ask = async (to: string) => {
      await app.sql('update person set is_listed = true where id = $1', [to]);
      return act('askIntroduction', { personId: to, reason }, asker);
    };
    const first = await person();
    const { id: introductionId } = await ask(first);
    expect(await refused('askIntroduction', { personId: first, reason }, asker)).toBe('INTRODUCTION_WAITS');
    await act('answerIntroduction', { introductionId, accept: false }, first);
    expect(await refused('askIntroduction', { personId: first, reason }, asker)).toBe('INTRODUCTION_WAS_DECLINED');
    for (let number = 2; number <= 5; number++) await ask(await person());
    const sixth = await person();
    await app.sql('update person set is_listed = true where id = $1', [sixth]);
    expect(await refused('askIntroduction', { personId: sixth, reason }, asker)).toBe('INTRODUCTIONS_ENOUGH');
    app.clock.set(new Date('2027-04-20T10:00:00Z'));
    await ask(sixth);
    await act('withdrawIntroduction', { introductionId: (await ask(first)).id }, asker);
    app.clock.set(new Date('2027-01-10T10:00:00Z'));
  });

  it('is only asked of those who want to be found or share a community', async () => {
    const community = await buildCommunity(app);
    const { personId: near } = await buildMembership(app, { communityId: community.id });
    const { personId: asker } = await buildMembership(app, { communityId: community.id });
    expect(await refused('askIntroduction', { personId: await person(), reason }, asker)).toBe('NOT_FOUND');
    expect(await act('askIntroduction', { personId: near, reason }, asker)).toMatchObject({ state: 'ASKED' });
    expect(await fieldOf('askIntroduction', { personId: asker, reason }, asker)).toMatchObject({ code: 'YOURSELF' });
    expect(await fieldOf('askIntroduction', { reason }, asker)).toMatchObject({ code: 'NOBODY_CHOSEN' });
    expect(await fieldOf('askIntroduction', { personId: near, reason: 'Hello' }, asker)).toMatchObject({ path: 'reason' });
  });
});

describe('across borders', () => {
  it('what others offer is suggested to who asks for it, with the reason', async () => {
    const place = async (country: string) => {
      const { id: organisationId } = await buildOrganisation(app, { country });
      return (await buildSeat(app, { organisationId })).personId;
    };
    const [me, near, far] = [await place('PT'), await place('PT'), await place('SE')];
    const interpreter = { kind: OfferKind.INTERPRETER, audience: OfferAudience.SIGNED_IN };
    await buildOffer(app, { ...interpreter, personId: me, direction: OfferDirection.ASK });
    await buildOffer(app, { ...interpreter, personId: near, title: 'Nearby' });
    const { id } = await buildOffer(app, { ...interpreter, personId: far, title: 'Far away' });
    const asked = `{ exchangeSuggestions { offer { title } reasons } }`;
    expect((await app.ok(asked, {}, { as: me }))['exchangeSuggestions']).toEqual([
      { offer: { title: 'Far away' }, reasons: ['THEY_OFFER_WHAT_YOU_ASK', 'COMMON_LANGUAGE', 'OTHER_COUNTRY'] },
      { offer: { title: 'Nearby' }, reasons: ['THEY_OFFER_WHAT_YOU_ASK', 'COMMON_LANGUAGE'] },
    ]);
    const { id: introductionId } = await act('askIntroduction', { offerId: id, reason }, me);
    expect((await app.ok(asked, {}, { as: me }))['exchangeSuggestions']).toHaveLength(1);
    const community = await buildCommunity(app);
    for (const personId of [me, near]) await buildMembership(app, { communityId: community.id, personId });
    const { personId: coordinator } = await buildMembership(app, { communityId: community.id, role: 'COORDINATOR' as never });
    const contacts = `query ($slug: String!) { community(slug: $slug) { crossBorderContacts { people withContact without { id } } } }`;
    const seenBy = async (as: string) => (await app.ok(contacts, { slug: community.slug }, { as }))['community'].crossBorderContacts;
    expect(await seenBy(me)).toEqual({ people: 2, withContact: 0, without: [] });
    await act('answerIntroduction', { introductionId, accept: true }, far);
    expect(await seenBy(coordinator)).toEqual({ people: 2, withContact: 1, without: [{ id: near }] });
    expect(await seenBy(far)).toBeNull();
  });

  it('a page of offers is read from its index', async () => {
    const personId = await person();
    await app.sql(
      `insert into offer (direction, kind, title, details, person_id, audience, until, created_at)
       select 'OFFER', 'ROOM', 'Many ' || n, 'One of many rooms.', $1, 'SIGNED_IN', '2099-01-01', now() - n * interval '1 minute' from generate_series(1, 10000) n`,
      [personId],
    );
    await app.sql('analyze offer');
    const rows = await app.sql<{ 'QUERY PLAN': string }>(
      `explain select id from offer f where f.state = 'OPEN' and f.audience = 'SIGNED_IN' order by f.created_at desc, f.id desc limit 21`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('offer_newest');
    expect((await buildIntroduction(app)).state).toBe('ASKED');
  });
});
