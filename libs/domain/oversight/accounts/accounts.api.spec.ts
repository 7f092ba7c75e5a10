import { MembershipRole } from '#domain/communities';
import { hashToken, newToken } from '#platform/auth';
import { Rooms } from '#platform/realtime';
import { Authentication } from '#platform/auth';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPerson } from '../../people/testing.js';

const ACCOUNTS = `query ($text: String, $state: AccountState, $first: PageSize, $after: String) {
  accounts(text: $text, state: $state, first: $first, after: $after) {
    nodes { person { id name } maskedEmail suspendedAt suspendedReason isAdministrator sessionCount communityCount viewerCan }
    pageInfo { hasNextPage endCursor } } }`;
const SUSPEND = 'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { suspendedAt suspendedReason viewerCan } }';
const UNSUSPEND = 'mutation ($input: AccountInput!) { unsuspendPerson(input: $input) { suspendedAt } }';
const SET = 'mutation ($input: SetAdministratorInput!) { setAdministrator(input: $input) { isAdministrator viewerCan } }';

let app: TestApp;
let administrator: string;
let person: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  await app.sql('update person set is_administrator = false');
  administrator = (await buildPerson(app, { name: 'Root', isAdministrator: true })).id;
  person = (await buildPerson(app, { name: 'Milo Marsh', email: `milo-${Date.now()}@town.example` })).id;
});

const suspend = (personId: string, reason = 'Sends the same mail to everybody') =>
  app.ok(SUSPEND, { input: { personId, reason } }, { as: administrator });
const lastAct = async () =>
  (await app.sql(`select act, actor_id, subject_id from audit_entry where chain = 'platform' order by seq desc limit 1`))[0];

describe('the list of accounts', () => {
  it('finds by name and by the whole address, and shows it masked', async () => {
    const [row] = await app.sql<{ email: string }>('select email from person where id = $1', [person]);
    for (const text of ['marsh', 'MILO M', row?.email]) {
      const { nodes } = (await app.ok(ACCOUNTS, { text }, { as: administrator })).accounts;
      expect(nodes).toContainEqual(expect.objectContaining({ person: { id: person, name: 'Milo Marsh' }, maskedEmail: 'm…@t….example' }));
    }
    expect((await app.ok(ACCOUNTS, { text: 'o@town.example' }, { as: administrator })).accounts.nodes).toEqual([]);
  });

  it('comes in pages, by state, in two statements', async () => {
    for (const name of ['Zed One', 'Zed Two', 'Zed Three']) await buildPerson(app, { name });
    const first = (await app.ok(ACCOUNTS, { text: 'zed', first: 2 }, { as: administrator })).accounts;
    const rest = (await app.ok(ACCOUNTS, { text: 'zed', first: 2, after: first.pageInfo.endCursor }, { as: administrator })).accounts;
    expect([...first.nodes, ...rest.nodes].map((node) => node.person.name)).toEqual(['Zed One', 'Zed Three', 'Zed Two']);
    await suspend(person);
    const { nodes } = (await app.ok(ACCOUNTS, { state: 'SUSPENDED' }, { as: administrator })).accounts;
    expect(nodes.map((node: { person: { id: string } }) => node.person.id)).toContain(person);
    expect(await app.statements(() => app.ok(ACCOUNTS, {}, { as: administrator }))).toHaveLength(2);
  });

  it('is not there for others', async () => {
    expect(await app.refusal(ACCOUNTS, {}, { as: person })).toBe('NOT_FOUND');
    expect(await app.refusal(SUSPEND, { input: { personId: administrator, reason: 'Because I can' } }, { as: person })).toBe('NOT_FOUND');
    expect(await app.refusal(SET, { input: { personId: person, isAdministrator: true } }, { as: person })).toBe('NOT_FOUND');
    expect(await app.refusal(ACCOUNTS, { after: 'x' }, { as: administrator })).toMatch(/BAD_CURSOR|INVALID/);
  });
});

describe('suspending', () => {
  it('takes every road at once: pages, rooms, tokens, feeds, signing in; and is told in a mail', async () => {
    const { id: communityId } = await buildCommunity(app);
    await buildMembership(app, { communityId, personId: person });
    await app.cookieOf(person);
    const token = newToken();
    await app.sql(`insert into api_token (person_id, name, token_hash, created_at, expires_at) values ($1, 'P', $2, now(), '2200-01-01')`, [
      person,
      hashToken(token),
    ]);
    const feed = newToken();
    await app.sql(`insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, now())`, [person, hashToken(feed)]);
    const viewer = async (headers: Record<string, string>) => (await app.graphql('{ viewer { id } }', {}, { headers })).data?.viewer;
    const byToken = () => viewer({ authorization: `Bearer ${token}` });
    const byFeed = async () => (await app.nest.inject(`/calendar/feed/${feed}.ics`)).statusCode;
    const cookie = await app.cookieOf(person);
    expect([await viewer({ cookie }), await byToken(), await byFeed()]).toEqual([{ id: person }, { id: person }, 200]);

    const { suspendPerson } = await suspend(person, 'Sends the same mail to everybody');
    expect(suspendPerson).toMatchObject({ suspendedReason: 'Sends the same mail to everybody' });
    expect(suspendPerson.viewerCan).toContain('UNSUSPEND');
    expect([await viewer({ cookie }), await byToken(), await byFeed()]).toEqual([null, null, 404]);
    const actor = await app.get(Authentication).actorByPerson(person);
    expect(actor.isSignedIn).toBe(false);
    expect(await app.get(Rooms).mayJoin(actor, `community:${communityId}`)).toBe(false);
    expect(await lastAct()).toEqual({ act: 'oversight.person-suspended', actor_id: administrator, subject_id: person });
    await app.jobsDone();
    const [row] = await app.sql<{ email: string }>('select email from person where id = $1', [person]);
    const [mail] = await app.mails(row?.email);
    expect(mail?.text).toContain('Sends the same mail to everybody');

    await app.ok(UNSUSPEND, { input: { personId: person } }, { as: administrator });
    expect(await byToken()).toEqual({ id: person });
  });

  it('refuses the password only after it was right', async () => {
    const passwordHash = await app.get((await import('#domain/people')).Passwords).hash('a long and unusual password 4711');
    await app.sql('update person set password_hash = $2 where id = $1', [person, passwordHash]);
    await suspend(person);
    const [row] = await app.sql<{ email: string }>('select email from person where id = $1', [person]);
    const enter = (password: string) =>
      app.refusal('mutation ($input: SignInWithPasswordInput!) { signInWithPassword(input: $input) { isNew } }', {
        input: { email: row?.email, password },
      });
    expect(await enter('a wrong and unusual password')).toBe('SIGN_IN_REFUSED');
    expect(await enter('a long and unusual password 4711')).toBe('ACCOUNT_SUSPENDED');
  });

  it('needs a reason, is not for oneself, and happens once', async () => {
    expect(await app.refusal(SUSPEND, { input: { personId: person, reason: ' ' } }, { as: administrator })).not.toBe('none');
    expect(await app.refusal(SUSPEND, { input: { personId: administrator, reason: 'Because' } }, { as: administrator })).toBe('FORBIDDEN');
    await suspend(person);
    expect(await app.refusal(SUSPEND, { input: { personId: person, reason: 'Again' } }, { as: administrator })).toBe('FORBIDDEN');
  });
});

describe('administrators', () => {
  it('make others administrators, and the last one stays', async () => {
    const set = (personId: string, isAdministrator: boolean) => ({ input: { personId, isAdministrator } });
    expect(await app.refusal(SET, set(administrator, false), { as: administrator })).toBe('LAST_ADMINISTRATOR');
    expect((await app.ok(SET, set(person, true), { as: administrator })).setAdministrator.isAdministrator).toBe(true);
    const both = await Promise.all([
      app.graphql(SET, set(administrator, false), { as: administrator }),
      app.graphql(SET, set(person, false), { as: person }),
    ]);
    expect(both.filter(({ errors }) => errors)).toHaveLength(1);
  });

  it('end the sessions of somebody', async () => {
    const cookie = await app.cookieOf(person);
    await app.ok(
      'mutation ($input: AccountInput!) { endSessionsOf(input: $input) { sessionCount } }',
      { input: { personId: person } },
      { as: administrator },
    );
    expect((await app.graphql('{ viewer { id } }', {}, { headers: { cookie } })).data?.viewer).toBeNull();
  });

  it('see what became of mails: neither texts nor addresses', async () => {
    await suspend(person);
    await app.jobsDone();
    const { mailLog, mailCounts } = await app.ok(
      '{ mailLog(first: 5) { nodes { kind to state reason createdAt doneAt } } mailCounts { state count } }',
      {},
      { as: administrator },
    );
    expect(mailLog.nodes[0]).toMatchObject({ kind: 'oversight.standing', to: 'm…@t….example', state: 'KEPT' });
    expect(mailCounts).toContainEqual({ state: 'KEPT', count: expect.any(Number) });
    const somebody = (await buildPerson(app)).id;
    expect(await app.refusal('{ mailLog { nodes { id } } }', {}, { as: somebody })).toBe('NOT_FOUND');
    expect(await app.refusal('{ mailCounts { count } }', {}, { as: somebody })).toBe('NOT_FOUND');
  });
});

describe('a community that nobody coordinates', () => {
  const APPOINT = 'mutation ($input: AppointCoordinatorInput!) { appointCoordinator(input: $input) { coordinatorCount } }';
  const LIST = 'query ($none: Boolean) { overseenCommunities(withoutCoordinator: $none, first: 100) { nodes { id coordinatorCount } } }';

  it('is found, and gets a coordinator; one that has one is left alone', async () => {
    const { id: communityId } = await buildCommunity(app);
    const coordinator = (await buildPerson(app)).id;
    await buildMembership(app, { communityId, personId: coordinator, role: MembershipRole.COORDINATOR });
    const input = { communityId, personId: person };
    const orphans = async () =>
      (await app.ok(LIST, { none: true }, { as: administrator })).overseenCommunities.nodes.map(({ id }: { id: string }) => id);
    expect(await orphans()).not.toContain(communityId);
    expect(await app.refusal(APPOINT, { input }, { as: administrator })).toBe('HAS_COORDINATOR');
    await suspend(coordinator);
    expect(await orphans()).toContain(communityId);
    expect((await app.ok(APPOINT, { input }, { as: administrator })).appointCoordinator.coordinatorCount).toBe(1);
    expect(await app.sql('select role from membership where community_id = $1 and person_id = $2', [communityId, person])).toEqual([
      { role: 'COORDINATOR' },
    ]);
    expect(await app.refusal(APPOINT, { input }, { as: person })).toBe('NOT_FOUND');
  });

  it('can be written to: one mail to each coordinator', async () => {
    const { id: communityId } = await buildCommunity(app, { name: 'Courses' });
    for (const email of ['one@town.example', 'two@town.example']) {
      const { id: personId } = await buildPerson(app, { email });
      await buildMembership(app, { communityId, personId, role: MembershipRole.COORDINATOR });
    }
    const input = { communityId, subject: 'Still there?', text: 'Is anybody\n\nstill here?' };
    await app.ok(
      'mutation ($input: WriteToCoordinatorsInput!) { writeToCoordinators(input: $input) { id } }',
      { input },
      { as: administrator },
    );
    await app.jobsDone();
    expect((await app.mails('one@town.example'))[0]?.text).toContain('Still there?');
    expect((await app.mails('two@town.example'))[0]?.text).toContain('still here?');
  });
});

describe('a sign-in of the last fifteen minutes', () => {
  const signedIn = async (minutesAgo: number) => {
    await app.cookieOf(administrator);
    await app.sql(`update sign_in_session set created_at = $2::timestamptz - make_interval(mins => $3) where person_id = $1`, [
      administrator,
      app.clock.now(),
      minutesAgo,
    ]);
  };

  it('is asked for before administrators act, and lets them go on with the same key', async () => {
    const input = { personId: person, reason: 'Sends the same mail to everybody', mutationKey: crypto.randomUUID() };
    await signedIn(16);
    expect(await app.refusal(SUSPEND, { input }, { as: administrator })).toBe('FRESH_SIGN_IN_NEEDED');
    await signedIn(14);
    expect((await app.ok(SUSPEND, { input }, { as: administrator })).suspendPerson.suspendedAt).not.toBeNull();
  });

  it('is asked for appointing, writing to coordinators and retention, too; looking needs none', async () => {
    const { id: communityId } = await buildCommunity(app);
    await signedIn(16);
    const acts: [string, string, object][] = [
      ['appointCoordinator', 'AppointCoordinatorInput', { communityId, personId: person }],
      ['writeToCoordinators', 'WriteToCoordinatorsInput', { communityId, subject: 'A question', text: 'Are you still there?' }],
      ['setRetention', 'SetRetentionInput', { kind: 'notices', days: 90 }],
    ];
    for (const [name, type, input] of acts) {
      const parts = name === 'setRetention' ? 'kind' : 'id';
      const write = `mutation ($input: ${type}!) { ${name}(input: $input) { ${parts} } }`;
      expect(await app.refusal(write, { input }, { as: administrator })).toBe('FRESH_SIGN_IN_NEEDED');
      expect(await app.refusal(write, { input }, { as: person })).toBe('NOT_FOUND');
    }
    expect((await app.ok(ACCOUNTS, {}, { as: administrator })).accounts.nodes.length).toBeGreaterThan(0);
  });
});
