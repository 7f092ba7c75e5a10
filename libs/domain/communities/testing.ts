import { randomUUID } from 'node:crypto';
import { buildOrganisation, buildPerson, type WithDatabase } from '../people/testing.js';
import { CharterVersion } from './charter-version.entity.js';
import { Charter } from './charter.js';
import { CommunityOrganisation } from './community-organisation.entity.js';
import { Community } from './community.entity.js';
import { CommunityKind, JoinPolicy, Level, MembershipRole, Visibility } from './community.enums.js';
import { Membership } from './membership.entity.js';
import { CommunitySeat } from './seats/community-seat.entity.js';
import { SeatHolding } from './seats/seat-holding.entity.js';

/** An open, public community without members. */
export async function buildCommunity(app: WithDatabase, overrides: Partial<Community> = {}): Promise<Community> {
  const { manager } = app.database.dataSource;
  const charter = Object.assign(
    new Charter(),
    {
      domain: 'First language courses for newcomers.',
      community: 'Teachers and officers of towns.',
      practice: 'Visits, materials, one call a month.',
      version: 1,
      updatedAt: new Date('2026-01-01T00:00:00Z'),
    },
    overrides.charter,
  );
  const name = overrides.name ?? `Community ${randomUUID().slice(0, 8)}`;
  const community = await manager.save(
    manager.create(Community, {
      slug: `community-${randomUUID()}`,
      kind: CommunityKind.COMMUNITY_OF_PRACTICE,
      level: Level.LOCAL,
      countries: ['PT'],
      languages: ['en'],
      themeIds: [],
      summary: 'People who run language courses in small towns.',
      visibility: Visibility.PUBLIC,
      joinPolicy: JoinPolicy.OPEN,
      ...overrides,
      name,
      charter,
    }),
  );
  const { domain, community: audience, practice, version, updatedAt } = charter;
  await manager.insert(CharterVersion, {
    communityId: community.id,
    version,
    domain,
    community: audience,
    practice,
    writtenAt: updatedAt ?? new Date(),
  });
  return community;
}

/** Someone in a community, counted as the service would count them. Makes the person and the community where they are not given. */
export async function buildMembership(app: WithDatabase, overrides: Partial<Membership> = {}): Promise<Membership> {
  const { manager } = app.database.dataSource;
  const communityId = overrides.communityId ?? (await buildCommunity(app)).id;
  const personId = overrides.personId ?? (await buildPerson(app)).id;
  const membership = await manager.save(
    manager.create(Membership, {
      role: MembershipRole.MEMBER,
      joinedAt: new Date(),
      organisationId: null,
      ...overrides,
      communityId,
      personId,
    }),
  );
  await manager.increment(Community, { id: communityId }, 'memberCount', 1);
  if (membership.organisationId) {
    const organisation = { communityId, organisationId: membership.organisationId };
    if (!(await manager.existsBy(CommunityOrganisation, organisation))) {
      await manager.insert(CommunityOrganisation, organisation);
      await manager.increment(Community, { id: communityId }, 'organisationCount', 1);
    }
  }
  return membership;
}

/** A seat of an organisation in a community; with a mandate unless told otherwise, vacant unless somebody holds it. */
export async function buildCommunitySeat(app: WithDatabase, overrides: Partial<CommunitySeat> = {}): Promise<CommunitySeat> {
  const { manager } = app.database.dataSource;
  const communityId = overrides.communityId ?? (await buildCommunity(app)).id;
  const organisationId = overrides.organisationId ?? (await buildOrganisation(app)).id;
  if (!(await manager.existsBy(CommunityOrganisation, { communityId, organisationId }))) {
    await manager.insert(CommunityOrganisation, { communityId, organisationId });
    await manager.increment(Community, { id: communityId }, 'organisationCount', 1);
  }
  const heldSince = overrides.holderId ? new Date() : null;
  const seat = await manager.save(
    manager.create(CommunitySeat, { hasMandate: true, grantedAt: new Date(), heldSince, ...overrides, communityId, organisationId }),
  );
  if (seat.holderId) await manager.insert(SeatHolding, { seatId: seat.id, personId: seat.holderId, since: heldSince ?? new Date() });
  return seat;
}
