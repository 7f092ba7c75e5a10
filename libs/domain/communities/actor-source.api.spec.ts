import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { Authentication, hashToken, newToken } from '#platform/auth';
import { buildPerson, buildSeat } from '../people/testing.js';
import { MembershipRole } from './community.enums.js';
import { buildCommunitySeat, buildMembership } from './testing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => app.clock.set(null));

const DAY = 86_400_000;
const later = (milliseconds: number) => app.clock.set(new Date(Date.now() + milliseconds));
/** A session that was used just now; those of the tests are otherwise used for ever. */
async function freshCookieOf(personId: string): Promise<string> {
  const cookie = await app.cookieOf(personId);
  await app.sql(`update sign_in_session set last_seen_at = now(), expires_at = now() + interval '90 days' where person_id = $1`, [
    personId,
  ]);
  return cookie;
}
const actorBy = async (cookie: string) => app.get(Authentication).actorOf({ cookie });
const lastSeen = async (personId: string) =>
  (
    (await app.sql<{ at: Date }>('select last_seen_at as at from sign_in_session where person_id = $1', [personId]))[0]?.at ?? new Date(0)
  ).getTime();
/** The note of the last use is not waited for by whoever asks. */
async function noted(personId: string, before: number): Promise<void> {
  for (let tries = 0; (await lastSeen(personId)) === before && tries < 500; tries++) await sleep(10);
  expect(await lastSeen(personId)).toBeGreaterThan(before);
}

describe('who is acting', () => {
  it('comes with roles and mandates, in one statement', async () => {
    const seat = await buildSeat(app, { hasMandate: true });
    const visitor = await buildSeat(app, { personId: seat.personId, hasMandate: false, isMain: false });
    const membership = await buildMembership(app, { role: MembershipRole.FACILITATOR, personId: seat.personId });
    const { communityId } = membership;
    const held = await buildCommunitySeat(app, { communityId, holderId: seat.personId });
    const silent = await buildCommunitySeat(app, { communityId, holderId: seat.personId, hasMandate: false });
    const cookie = await freshCookieOf(seat.personId);
    const statements = await app.statements(() => actorBy(cookie));
    expect(statements).toHaveLength(1);
    const actor = await actorBy(cookie);
    expect([actor.personId, actor.roleIn(membership.communityId), actor.roleIn(randomUUID())]).toEqual([
      seat.personId,
      'FACILITATOR',
      null,
    ]);
    expect([actor.speaksFor(seat.organisationId), actor.speaksFor(visitor.organisationId)]).toEqual([true, false]);
    const answers = [
      [communityId, held.organisationId],
      [communityId, silent.organisationId],
      [communityId, seat.organisationId],
      [randomUUID(), held.organisationId],
    ].map(([where, whose]) => actor.answersFor(where ?? '', whose ?? ''));
    expect(answers).toEqual([true, false, false, false]);
  });

  it('is nobody once the session is idle for a fortnight, or over', async () => {
    const { id } = await buildPerson(app);
    const cookie = await freshCookieOf(id);
    for (const days of [13.9, 27]) {
      const before = await lastSeen(id);
      later(days * DAY);
      expect((await actorBy(cookie)).isSignedIn).toBe(true);
      await noted(id, before);
    }
    await app.sql(`update sign_in_session set last_seen_at = now() - interval '14 days 1 minute' where person_id = $1`, [id]);
    app.clock.set(null);
    expect((await actorBy(cookie)).isSignedIn).toBe(false);
    await app.sql(`update sign_in_session set last_seen_at = now(), expires_at = now() - interval '1 second' where person_id = $1`, [id]);
    expect((await actorBy(cookie)).isSignedIn).toBe(false);
    expect((await actorBy(`__Host-throughline=${newToken()}`)).isSignedIn).toBe(false);
  });

  it('notes the last use at most every five minutes', async () => {
    const { id } = await buildPerson(app);
    const cookie = await freshCookieOf(id);
    const first = await lastSeen(id);
    later(4 * 60_000);
    await actorBy(cookie);
    await sleep(50);
    expect(await lastSeen(id)).toBe(first);
    later(6 * 60_000);
    await actorBy(cookie);
    await noted(id, first);
  });

  it('may be an API token, until it expires', async () => {
    const { id } = await buildPerson(app);
    const token = newToken();
    await app.sql(
      `insert into api_token (person_id, name, token_hash, created_at, expires_at) values ($1, 'Script', $2, now(), now() + interval '1 day')`,
      [id, hashToken(token)],
    );
    const by = () => app.get(Authentication).actorOf({ authorization: `Bearer ${token}` });
    expect((await by()).personIdOrNull).toBe(id);
    expect((await by()).sessionId).toBeNull();
    later(DAY + 1000);
    expect((await by()).isSignedIn).toBe(false);
  });
});
