import { CommunityKind, MembershipRole } from '#domain/communities';
import type { TestApp } from '../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';

/** What these acts need of the scene. */
interface Scene {
  community: { id: string; slug: string };
  coordinator: string;
  of: { communityId: string };
}
type Act = { as: string; input: object };
type Run = (name: string, as: string, input: object) => Promise<unknown>;

/** Another circle that the same person coordinates. */
const another = async (app: TestApp, personId: string, kind = CommunityKind.NETWORK) => {
  const community = await buildCommunity(app, { kind });
  await buildMembership(app, { communityId: community.id, personId, role: MembershipRole.COORDINATOR });
  return community;
};
const tieOf = async (app: TestApp, communityId: string) =>
  (await app.sql<{ id: string }>('select id from community_tie where community_id = $1', [communityId]))[0]?.id;

const content = {
  kind: 'COMMUNITY_OF_PRACTICE',
  level: 'LOCAL',
  themeIds: [],
  summary: 'People who want to learn together.',
  charter: { domain: 'What', community: 'Who', practice: 'How' },
  visibility: 'PUBLIC',
  joinPolicy: 'OPEN',
  wanted: [],
  rooms: [{ name: 'A room', purpose: 'For us.' }],
  series: [],
  checklist: ['Begin'],
};
const template = (ownerId: string) => ({ ownerId, name: 'A template', content });
const row = (name: string) => ({ name, country: 'PT', place: 'Braga' });
async function templateOf(run: Run, app: TestApp, as: string, ownerId: string): Promise<string | undefined> {
  await run('createTemplate', as, template(ownerId));
  return (await app.sql<{ id: string }>('select id from template where owner_id = $1', [ownerId]))[0]?.id;
}

const petition = (communityId: string) => ({
  communityId,
  kind: 'WORKING_GROUP',
  title: 'A working group',
  task: 'Something to do together.',
  openUntil: new Date(Date.now() + 30 * 86_400_000).toISOString(),
});
async function petitionOf(run: Run, app: TestApp, as: string, communityId: string): Promise<string | undefined> {
  await run('startPetition', as, petition(communityId));
  return (await app.sql<{ id: string }>('select id from petition where community_id = $1', [communityId]))[0]?.id;
}
async function wordOf(run: Run, app: TestApp, as: string, communityId: string) {
  await run('defineTerm', as, { communityId, term: 'Arrival', text: 'To be here.' });
  const [row] = await app.sql<{ termId: string; definitionId: string }>(
    'select t.id as "termId", d.id as "definitionId" from glossary_term t join glossary_definition d on d.term_id = t.id where t.community_id = $1',
    [communityId],
  );
  return { termId: row?.termId, definitionId: row?.definitionId };
}

/** Of each mutation with a key about what communities hang together with: who sends what, after what went before. */
export const circleActs = (get: () => TestApp, run: Run): Record<string, (at: Scene) => Act | Promise<Act>> => ({
  addOutsidePartner: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, name: 'A city', url: 'https://city.example' } }),
  answerTie: async ({ coordinator, community }) => {
    const other = await buildCommunity(get());
    const { personId } = await buildMembership(get(), { communityId: other.id, role: MembershipRole.COORDINATOR });
    await run('proposeTie', personId, { communityId: other.id, otherSlug: community.slug, relation: 'PARTNER' });
    return { as: coordinator, input: { tieId: await tieOf(get(), other.id), agree: true } };
  },
  archiveCommunity: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, note: 'Done.' } }),
  writeReportNote: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, year: 2026, text: 'A good year.' } }),
  mergeCommunities: async ({ coordinator }) => {
    const [from, into] = [await another(get(), coordinator), await another(get(), coordinator)];
    const input = { communityId: from.id, intoId: into.id, rule: 'OPEN_STAYS_OPEN', keepRoles: false, confirmation: from.name };
    return { as: coordinator, input };
  },
  detachCommunity: async ({ coordinator, community, of }) => {
    const whole = await another(get(), coordinator);
    await run('proposeTie', coordinator, { communityId: community.id, otherSlug: whole.slug, relation: 'PART_OF' });
    return { as: coordinator, input: of };
  },
  endTie: async ({ coordinator, community, of }) => {
    await run('addOutsidePartner', coordinator, { ...of, name: 'A city', url: 'https://city.example' });
    return { as: coordinator, input: { tieId: await tieOf(get(), community.id) } };
  },
  openCircle: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, name: 'Circle of coordinators' } }),
  proposeTie: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { ...of, otherSlug: (await another(get(), coordinator)).slug, relation: 'PART_OF' },
  }),
  createTemplate: ({ coordinator, of }) => ({ as: coordinator, input: template(of.communityId) }),
  editTemplate: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { templateId: await templateOf(run, get(), coordinator, of.communityId), version: 1, name: 'Another name', content },
  }),
  retireTemplate: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { templateId: await templateOf(run, get(), coordinator, of.communityId) },
  }),
  startCohort: async ({ coordinator, of }) => ({
    as: coordinator,
    input: {
      ...of,
      templateId: await templateOf(run, get(), coordinator, of.communityId),
      name: 'Cohort',
      rows: [row('Welcome one'), row('Welcome two')],
    },
  }),
  startFromTemplate: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { templateId: await templateOf(run, get(), coordinator, of.communityId), row: row('Welcome one') },
  }),
  tickStartItem: async ({ coordinator, of }) => {
    const templateId = await templateOf(run, get(), coordinator, of.communityId);
    await run('startFromTemplate', coordinator, { templateId, parentId: of.communityId, row: row('Welcome one') });
    const [item] = await get().sql<{ id: string }>(
      'select i.id from start_item i join community c on c.id = i.community_id where c.parent_id = $1',
      [of.communityId],
    );
    return { as: coordinator, input: { itemId: item?.id, isDone: true } };
  },
  agreeToCharter: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, version: 1 } }),
  defineTerm: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, term: 'Arrival', text: 'To be here.' } }),
  editDefinition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { definitionId: (await wordOf(run, get(), coordinator, of.communityId)).definitionId, text: 'To stay.' },
  }),
  removeDefinition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { definitionId: (await wordOf(run, get(), coordinator, of.communityId)).definitionId },
  }),
  agreeOnDefinition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { definitionId: (await wordOf(run, get(), coordinator, of.communityId)).definitionId, isAgreed: true },
  }),
  renameTerm: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { termId: (await wordOf(run, get(), coordinator, of.communityId)).termId, term: 'Coming' },
  }),
  setPetitionThreshold: ({ coordinator, of }) => ({ as: coordinator, input: { ...of, threshold: 3 } }),
  startPetition: ({ coordinator, of }) => ({ as: coordinator, input: petition(of.communityId) }),
  supportPetition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { petitionId: await petitionOf(run, get(), coordinator, of.communityId), isSupported: false },
  }),
  answerPetition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { petitionId: await petitionOf(run, get(), coordinator, of.communityId), grant: true },
  }),
  withdrawPetition: async ({ coordinator, of }) => ({
    as: coordinator,
    input: { petitionId: await petitionOf(run, get(), coordinator, of.communityId) },
  }),
  reviveCommunity: async ({ coordinator, of }) => {
    await run('archiveCommunity', coordinator, of);
    return { as: coordinator, input: of };
  },
});
