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
  reviveCommunity: async ({ coordinator, of }) => {
    await run('archiveCommunity', coordinator, of);
    return { as: coordinator, input: of };
  },
});
