import { buildCommunity, buildMembership } from '../communities/testing.js';
import type { WithDatabase } from '../people/testing.js';
import { Need } from './need.entity.js';

/** A need of a community, raised by one of its members; makes both where they are not given. */
export async function buildNeed(app: WithDatabase, overrides: Partial<Need> = {}): Promise<Need> {
  const { manager } = app.database.dataSource;
  const communityId = overrides.communityId ?? (await buildCommunity(app)).id;
  const raisedById = overrides.raisedById ?? (await buildMembership(app, { communityId })).personId;
  const createdAt = new Date('2026-01-01T00:00:00Z');
  const statement = 'How do we teach adults who never went to school?';
  const need = manager.create(Need, { statement, createdAt, sessionCount: 0, ...overrides, communityId, raisedById });
  await manager.insert(Need, need);
  return need;
}
