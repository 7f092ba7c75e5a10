import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildOrganisation, buildPerson, buildSeat } from '../../people/testing.js';
import { CommunityKind, MembershipRole } from '../community.enums.js';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.sql(
    `insert into scheme (id, labels) values ('intervention-areas', '{"en":"Areas"}'), ('target-groups', '{"en":"Groups"}') on conflict do nothing`,
  );
  await app.sql(
    `insert into term (id, scheme_id, labels) values ('housing', 'intervention-areas', '{"en":"Housing"}'), ('women', 'target-groups', '{"en":"Women"}') on conflict do nothing`,
  );
});
afterAll(() => app.stop());

const PAGE = `query ($id: ID!) { organisation(id: $id) { id name type country city about website viewerCan
  profile { level size citiesServed languages isNewToField isMigrantLed themes { id label } targetGroups { id } context { awareness demography } }
  verification { at by { id } network { id } } doubt { reason by { id } } people { person { id } title isConfirmed hasMandate } } }`;
const EDIT =
  'mutation ($input: EditOrganisationInput!) { editOrganisation(input: $input) { id name website verification { at } profile { citiesServed } } }';
const VERIFY =
  'mutation ($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { verification { by { id } network { id } } viewerCan } }';
const DOUBT = 'mutation ($input: DoubtOrganisationInput!) { doubtOrganisation(input: $input) { verification { at } doubt { reason } } }';
const CONFIRM =
  'mutation ($input: ConfirmOrganisationPersonInput!) { confirmOrganisationPerson(input: $input) { people { person { id } hasMandate } } }';

/** An organisation with someone who acts for it. */
async function organisation() {
  const seat = await buildSeat(app);
  return { organisationId: seat.organisationId, speaker: seat.personId };
}

describe('the page of an organisation', () => {
  it('is read by everybody and written by those who act for it', async () => {
    const { organisationId, speaker } = await organisation();
    const input = {
      organisationId,
      about: 'Keys for families.',
      website: 'https://keys.example',
      level: 'LOCAL',
      size: 'MICRO',
      citiesServed: [' Porto ', 'Gaia', 'Porto'],
      languages: ['pt', 'uk'],
      themes: ['housing'],
      targetGroups: ['women'],
      isNewToField: true,
      context: { awareness: 'Growing', demography: '' },
    };
    await app.ok(EDIT, { input }, { as: speaker });
    const { organisation: seen } = await app.ok(PAGE, { id: organisationId });
    expect(seen).toMatchObject({
      about: 'Keys for families.',
      website: 'https://keys.example',
      viewerCan: ['READ'],
      people: [],
      profile: {
        level: 'LOCAL',
        size: 'MICRO',
        citiesServed: ['Porto', 'Gaia'],
        languages: ['pt', 'uk'],
        isNewToField: true,
        themes: [{ id: 'housing', label: 'Housing' }],
        targetGroups: [{ id: 'women' }],
        context: { awareness: 'Growing', demography: null },
      },
    });
    await app.ok(EDIT, { input: { organisationId, city: 'Gaia' } }, { as: speaker });
    expect((await app.ok(PAGE, { id: organisationId })).organisation).toMatchObject({ city: 'Gaia', about: 'Keys for families.' });
    expect((await app.ok(PAGE, { id: organisationId }, { as: speaker })).organisation.viewerCan).toEqual(['READ', 'EDIT', 'MANAGE_PEOPLE']);
  });

  it('is not written by others, also not by those who only say that they belong to it', async () => {
    const { organisationId } = await organisation();
    const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    for (const as of [claimant, (await buildPerson(app)).id])
      expect(await app.refusal(EDIT, { input: { organisationId, name: 'Ours now' } }, { as })).toBe('FORBIDDEN');
    expect(await app.refusal(EDIT, { input: { organisationId, name: 'Ours now' } })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(EDIT, { input: { organisationId: randomUUID(), name: 'Ours' } }, { as: claimant })).toBe('NOT_FOUND');
  });

  it.each([
    ['name', 'x'],
    ['website', 'javascript:alert(1)'],
    ['website', 'keys.example'],
    ['themes', ['no-such-theme']],
    ['themes', ['women']],
    ['targetGroups', ['housing']],
    ['citiesServed', ['a\0b']],
    ['citiesServed', ['']],
    ['languages', Array.from({ length: 31 }, () => 'en')],
    ['about', 'x'.repeat(2001)],
  ])('refuses a bad %s by its name', async (field, value) => {
    const { organisationId, speaker } = await organisation();
    const { errors } = await app.graphql(EDIT, { input: { organisationId, [field]: value } }, { as: speaker });
    expect(errors?.[0]?.extensions.fields[0]?.path).toBe(field);
  });

  it('refuses a name that another has in the same place', async () => {
    const { organisationId, speaker } = await organisation();
    const other = await buildOrganisation(app, { name: `Twin ${randomUUID()}` });
    expect(await app.refusal(EDIT, { input: { organisationId, name: other.name } }, { as: speaker })).toBe('ORGANISATION_EXISTS');
  });
});

describe('vouching for an organisation', () => {
  it('is for administrators, and for coordinators of a network in which it has a seat', async () => {
    const { organisationId, speaker } = await organisation();
    const network = await buildCommunity(app, { kind: CommunityKind.NETWORK });
    const circle = await buildCommunity(app);
    const coordinator = (await buildMembership(app, { communityId: network.id, role: MembershipRole.COORDINATOR })).personId;
    const elsewhere = (await buildMembership(app, { communityId: circle.id, role: MembershipRole.COORDINATOR })).personId;
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    const input = { organisationId };
    for (const as of [speaker, coordinator, elsewhere]) expect(await app.refusal(VERIFY, { input }, { as })).toBe('FORBIDDEN');
    for (const { id: communityId } of [network, circle]) await buildCommunitySeat(app, { communityId, organisationId });
    expect(await app.refusal(VERIFY, { input }, { as: elsewhere })).toBe('FORBIDDEN');
    const { verifyOrganisation } = await app.ok(VERIFY, { input }, { as: coordinator });
    expect(verifyOrganisation).toEqual({
      verification: { by: { id: coordinator }, network: { id: network.id } },
      viewerCan: ['READ', 'DOUBT'],
    });
    expect(await app.refusal(DOUBT, { input: { ...input, reason: 'x' } }, { as: administrator })).toBe('INVALID');
    const { doubtOrganisation } = await app.ok(DOUBT, { input: { ...input, reason: 'The address is another’s.' } }, { as: administrator });
    expect(doubtOrganisation).toEqual({ verification: null, doubt: { reason: 'The address is another’s.' } });
    await app.ok(VERIFY, { input }, { as: administrator });
    expect((await app.ok(PAGE, { id: organisationId }, { as: speaker })).organisation).toMatchObject({
      verification: { by: { id: administrator }, network: null },
      doubt: null,
    });
  });

  it('ends with a new name, and not with other changes', async () => {
    const { organisationId, speaker } = await organisation();
    const as = { as: (await buildPerson(app, { isAdministrator: true })).id };
    await app.ok(VERIFY, { input: { organisationId } }, as);
    expect(
      (await app.ok(EDIT, { input: { organisationId, about: 'New words.' } }, { as: speaker })).editOrganisation.verification,
    ).not.toBeNull();
    const name = `Renamed ${randomUUID()}`;
    expect((await app.ok(EDIT, { input: { organisationId, name } }, { as: speaker })).editOrganisation.verification).toBeNull();
  });
});

describe('the people of an organisation', () => {
  it('are confirmed by those who act for it; only these are shown to others', async () => {
    const { organisationId, speaker } = await organisation();
    const claimant = (await buildSeat(app, { organisationId, hasMandate: false })).personId;
    const outsider = (await buildPerson(app)).id;
    const people = async (as: string) =>
      (await app.ok(PAGE, { id: organisationId }, { as })).organisation.people.map((one: { person: { id: string } }) => one.person.id);
    expect([await people(speaker), await people(outsider)]).toEqual([[speaker, claimant], [speaker]]);
    const input = { organisationId, personId: claimant, hasMandate: true };
    for (const as of [claimant, outsider]) expect(await app.refusal(CONFIRM, { input }, { as })).toBe('FORBIDDEN');
    await app.ok(CONFIRM, { input }, { as: speaker });
    expect((await people(outsider)).sort()).toEqual([speaker, claimant].sort());
    await app.ok(EDIT, { input: { organisationId, about: 'I may, too.' } }, { as: claimant });
    await app.ok(CONFIRM, { input: { ...input, hasMandate: false } }, { as: speaker });
    expect(await app.refusal(EDIT, { input: { organisationId, about: 'Still?' } }, { as: claimant })).toBe('FORBIDDEN');
    const { errors } = await app.graphql(CONFIRM, { input: { ...input, personId: outsider } }, { as: speaker });
    expect(errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'personId', code: 'NOT_OF_ORGANISATION' });
  });
});

describe('someone who does not belong to it any more', () => {
  const REMOVE =
    'mutation ($input: RemoveOrganisationPersonInput!) { removeOrganisationPerson(input: $input) { people { person { id } } } }';

  it('is taken out by those who act for it: seats stay vacant, who came by a seat goes, others stay on their own account', async () => {
    const { organisationId, speaker } = await organisation();
    const personId = (await buildSeat(app, { organisationId, hasMandate: true })).personId;
    const [bySeat, own] = [await buildCommunity(app), await buildCommunity(app)];
    const seat = await buildCommunitySeat(app, { communityId: bySeat.id, organisationId, holderId: personId });
    for (const { id: communityId } of [bySeat, own]) await buildMembership(app, { communityId, personId, organisationId });
    await app.sql('update membership set is_by_seat = true where community_id = $1 and person_id = $2', [bySeat.id, personId]);
    const input = { organisationId, personId };
    for (const as of [(await buildPerson(app)).id, (await buildSeat(app, { organisationId, hasMandate: false })).personId])
      expect(await app.refusal(REMOVE, { input }, { as })).toBe('FORBIDDEN');
    const { removeOrganisationPerson } = await app.ok(REMOVE, { input }, { as: speaker });
    expect(removeOrganisationPerson.people).not.toContainEqual({ person: { id: personId } });
    expect(await app.sql('select holder_id, ended_at from community_seat where id = $1', [seat.id])).toEqual([
      { holder_id: null, ended_at: null },
    ]);
    expect(await app.sql('select community_id, organisation_id from membership where person_id = $1', [personId])).toEqual([
      { community_id: own.id, organisation_id: null },
    ]);
    expect(await app.refusal(EDIT, { input: { organisationId, name: 'Mine again' } }, { as: personId })).toBe('FORBIDDEN');
    const { errors } = await app.graphql(REMOVE, { input }, { as: speaker });
    expect(errors?.[0]?.extensions['fields']).toMatchObject([{ path: 'personId', code: 'NOT_OF_ORGANISATION' }]);
    await app.jobsDone();
    const told = await app.sql('select kind, subject_id, actor_id from notification where person_id = $1', [personId]);
    expect(told).toContainEqual({ kind: 'ORGANISATION_LEFT', subject_id: organisationId, actor_id: speaker });
  });

  it('is taken out by an administrator where nobody acts for it', async () => {
    const { personId, organisationId } = await buildSeat(app, { hasMandate: false });
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    await app.ok(REMOVE, { input: { organisationId, personId } }, { as: administrator });
    expect(await app.sql('select id from organisation_seat where person_id = $1', [personId])).toEqual([]);
  });
});
