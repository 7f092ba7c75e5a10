import { MembershipRole, Visibility } from '#domain/communities';
import { Audit, communityChain } from '#platform/audit';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPost, buildThread } from '../../discussions/testing.js';
import { buildPerson } from '../../people/testing.js';

const TRAIL = `query ($communityId: ID, $first: PageSize, $after: String, $filter: AuditFilter) {
  auditEntries(communityId: $communityId, first: $first, after: $after, filter: $filter) {
    nodes { act actor { id name } person { id name } subjectKind subjectId details { name value } at }
    pageInfo { hasNextPage endCursor }
  }
}`;
const CHANGE_ROLE = 'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { id } }';

let app: TestApp;
let coordinator: string;
let member: string;
let communityId: string;
let membershipId: string;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  coordinator = (await buildPerson(app, { name: 'Clara' })).id;
  member = (await buildPerson(app, { name: 'Milo' })).id;
  communityId = (await buildCommunity(app)).id;
  await buildMembership(app, { communityId, personId: coordinator, role: MembershipRole.COORDINATOR });
  membershipId = (await buildMembership(app, { communityId, personId: member })).id;
});

const trail = async (as: string, more: object = {}) => (await app.ok(TRAIL, { communityId, ...more }, { as })).auditEntries;
const acts = async (as: string, more: object = {}) => (await trail(as, more)).nodes.map(({ act }: { act: string }) => act);
const changeRole = (role: string) => app.ok(CHANGE_ROLE, { input: { membershipId, role } }, { as: coordinator });

describe('the audit trail of a community', () => {
  it('says who gave which role to whom', async () => {
    await changeRole('FACILITATOR');
    const { nodes } = await trail(coordinator);
    expect(nodes).toEqual([
      {
        act: 'communities.role-changed',
        actor: { id: coordinator, name: 'Clara' },
        person: { id: member, name: 'Milo' },
        subjectKind: 'person',
        subjectId: member,
        details: expect.arrayContaining([
          { name: 'from', value: 'MEMBER' },
          { name: 'role', value: 'FACILITATOR' },
        ]),
        at: expect.any(String),
      },
    ]);
  });

  it('holds invitations, removals, and what changed in the rules, but not what stayed', async () => {
    const as = { as: coordinator };
    const edit = (input: object) =>
      app.ok('mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { id } }', { input: { communityId, ...input } }, as);
    await edit({ summary: 'People who meet every month to learn.' });
    await edit({ visibility: Visibility.MEMBERS });
    const { inviteToCommunity } = await app.ok(
      'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id } }',
      { input: { communityId, email: 'somebody@example.org', role: 'MEMBER' } },
      as,
    );
    await app.ok(
      'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) }',
      { input: { invitationId: inviteToCommunity.id } },
      as,
    );
    await app.ok('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { id } }', { input: { membershipId } }, as);
    expect(await acts(coordinator)).toEqual([
      'communities.member-removed',
      'communities.invitation-revoked',
      'communities.invited',
      'communities.edited',
    ]);
    expect(JSON.stringify(await app.sql('select * from audit_entry'))).not.toContain('somebody@example.org');
  });

  it('says that a facilitator removed a post, and nothing when people take back their own', async () => {
    const thread = await buildThread(app, { communityId, authorId: member });
    const [others, own] = [
      await buildPost(app, { threadId: thread.id, authorId: member }),
      await buildPost(app, { threadId: thread.id, authorId: coordinator }),
    ];
    for (const { id } of [others, own])
      await app.ok(
        'mutation ($input: RemovePostInput!) { removePost(input: $input) { id } }',
        { input: { postId: id } },
        { as: coordinator },
      );
    const { nodes } = await trail(coordinator);
    expect(nodes).toMatchObject([{ act: 'discussions.post-removed', subjectKind: 'post', subjectId: others.id, person: null }]);
    expect(JSON.stringify(nodes)).not.toContain(member);
  });

  it('comes in pages and narrowed', async () => {
    for (const role of ['FACILITATOR', 'MEMBER', 'FACILITATOR']) await changeRole(role);
    const first = await trail(coordinator, { first: 2 });
    expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const rest = await trail(coordinator, { first: 2, after: first.pageInfo.endCursor });
    expect([rest.nodes.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
    expect(await acts(coordinator, { filter: { acts: ['communities.invited'] } })).toEqual([]);
    expect(await acts(coordinator, { filter: { personId: member } })).toHaveLength(3);
  });

  it('is for its coordinators alone', async () => {
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    for (const as of [member, administrator]) expect(await app.refusal(TRAIL, { communityId }, { as })).toBe('NOT_FOUND');
    expect(await app.refusal(TRAIL, { communityId })).toBe('UNAUTHENTICATED');
    expect(await app.refusal(TRAIL, {}, { as: coordinator })).toBe('NOT_FOUND');
    expect((await app.ok(TRAIL, {}, { as: administrator })).auditEntries.nodes).toEqual(expect.any(Array));
  });

  it.each([{ acts: ['drop table'] }, { personId: 'nobody' }])('refuses the filter %j by name', async (filter) => {
    expect(await app.refusal(TRAIL, { communityId, filter }, { as: coordinator })).toMatch(/INVALID|BAD/);
  });

  it('comes in four statements, its people and the asking included', async () => {
    for (const role of ['FACILITATOR', 'MEMBER', 'FACILITATOR']) await changeRole(role);
    await app.cookieOf(coordinator);
    // Who asks, the community, the entries, the people.
    expect(await app.statements(() => trail(coordinator))).toHaveLength(4);
  });
});

describe('the chain', () => {
  it('holds while it is only added to, by twenty at once as well', async () => {
    const audit = app.get(Audit);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        app.database.transaction((tx) =>
          audit.note(tx, null, 'communities.coordinator-left', { communityId, subject: { kind: 'person', id: member }, details: {} }),
        ),
      ),
    );
    const rows = await app.sql<{ seq: string }>('select seq from audit_entry where chain = $1 order by seq', [communityChain(communityId)]);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await audit.faults()).toEqual([]);
    expect((await app.nest.inject('/health/audit')).json()).toEqual({ status: 'ok' });
  });

  it.each([
    ['changed', `update audit_entry set act = 'x'`],
    ['deleted', 'delete from audit_entry'],
    ['emptied', 'truncate audit_entry'],
  ])('cannot be %s', async (_, statement) => {
    await changeRole('FACILITATOR');
    await expect(app.sql(statement)).rejects.toThrow('only ever added to');
  });

  it.each([
    ['was changed', `update audit_entry set details = '{"role":"MEMBER"}' where chain = $1 and seq = 2`, 2],
    ['was taken out', 'delete from audit_entry where chain = $1 and seq = 2', 3],
    ['was cut off at the end', 'delete from audit_entry where chain = $1 and seq = 3', 3],
  ])('shows that an entry %s by someone with all rights on the database', async (_, tampering, seq) => {
    for (const role of ['FACILITATOR', 'MEMBER', 'FACILITATOR']) await changeRole(role);
    const administrator = (await buildPerson(app, { isAdministrator: true })).id;
    await app.sql('alter table audit_entry disable trigger audit_keep');
    await app.sql(tampering, [communityChain(communityId)]);
    try {
      const { auditState } = await app.ok('{ auditState { holds faults } }', {}, { as: administrator });
      expect(auditState).toEqual({ holds: false, faults: [`${communityChain(communityId)} ${seq}`] });
      app.clock.set(new Date(app.clock.now().getTime() + 600_000));
      expect((await app.nest.inject('/health/audit')).statusCode).toBe(503);
    } finally {
      await app.sql('delete from audit_entry where chain = $1', [communityChain(communityId)]);
      await app.sql('delete from audit_chain where chain = $1', [communityChain(communityId)]);
      await app.sql('alter table audit_entry enable trigger audit_keep');
    }
  });

  it('says nothing of an act that was rolled back', async () => {
    const last = { input: { membershipId, role: 'FACILITATOR', mutationKey: 'the-same-key-twice' } };
    for (let times = 0; times < 3; times++) await app.ok(CHANGE_ROLE, last, { as: coordinator });
    expect(await acts(coordinator)).toHaveLength(1);
  });
});
