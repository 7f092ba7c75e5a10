import { buildPerson } from '../people/testing.js';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { Authentication } from '#platform/auth';
import { Communities } from './communities.service.js';
import { MembershipRole } from './community.enums.js';
import { buildCommunity, buildMembership } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the actor', () => {
  it('comes with the roles in every community', async () => {
    const membership = await buildMembership(app, { role: MembershipRole.FACILITATOR });
    const actor = await app.get(Authentication).actorByPerson(membership.personId);
    expect(actor.roleIn(membership.communityId)).toBe('FACILITATOR');
    const cookie = await app.cookieOf(membership.personId);
    const bySession = await app.get(Authentication).actorOf({ cookie });
    expect(bySession.communityIds).toEqual([membership.communityId]);
    expect(await app.get(Communities).get(bySession, membership.communityId)).toMatchObject({ memberCount: 1 });
  });
});

describe('the tables', () => {
  it('are what the entities say', async () => {
    const { upQueries } = await app.database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });
});
