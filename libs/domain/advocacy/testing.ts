import { PolicyProcess } from '../communities/policy-process.entity.js';
import { randomUUID } from 'node:crypto';
import { MembershipRole } from '#domain/communities';
import { Documents } from '#domain/writing';
import type { Database } from '#platform/database';
import { buildCommunity, buildCommunitySeat, buildMembership } from '../communities/testing.js';
import { buildOrganisation, buildSeat } from '../people/testing.js';
import { PositionState } from './advocacy.enums.js';
import { Position } from './position.entity.js';

/** What the factories need of the test app. */
export interface WithServices {
  database: Database;
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/** A policy process that positions can be addressed to. */
export async function buildPolicyProcess(app: WithServices, overrides: Partial<PolicyProcess> = {}): Promise<PolicyProcess> {
  const { manager } = app.database.dataSource;
  return manager.save(
    manager.create(PolicyProcess, {
      id: `process-${randomUUID()}`,
      name: 'Action plan on integration',
      shortName: 'Action plan',
      institution: 'A ministry',
      level: 'NATIONAL' as PolicyProcess['level'],
      summary: 'What the ministry plans for newcomers.',
      sourceUrl: null,
      ...overrides,
    }),
  );
}

/** A position that is being written, with its empty text. Makes the community and its coordinator where they are not given. */
export async function buildPosition(app: WithServices, overrides: Partial<Position> = {}): Promise<Position> {
  const communityId = overrides.communityId ?? (await buildCommunity(app)).id;
  const openedById = overrides.openedById ?? (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const id = overrides.id ?? randomUUID();
  return app.database.transaction(async (tx) => {
    const document = await app.get(Documents).create(tx, { communityId, kind: 'position', id });
    return tx.save(
      tx.create(Position, {
        title: 'Language courses from the first day',
        addressee: 'The Ministry of the Interior',
        purpose: 'That everyone may begin a course before the asylum decision.',
        state: PositionState.DRAFTING,
        ...overrides,
        id,
        communityId,
        openedById,
        documentId: document.id,
      }),
    );
  });
}

/** A member organisation of a community and someone who holds its seat with a mandate there. */
export async function buildSpeaker(
  app: WithServices,
  communityId: string,
  name?: string,
): Promise<{ organisationId: string; personId: string }> {
  const organisation = await buildOrganisation(app, name ? { name } : {});
  const { personId } = await buildSeat(app, { organisationId: organisation.id });
  await buildMembership(app, { communityId, personId, organisationId: organisation.id });
  await buildCommunitySeat(app, { communityId, organisationId: organisation.id, holderId: personId });
  return { organisationId: organisation.id, personId };
}
