import { randomUUID } from 'node:crypto';

import { Jobs } from '#platform/jobs';
import { Limits } from '#platform/limits';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { buildPerson } from '../../people/testing.js';
import { JoinPolicy, MembershipRole, Visibility } from '../community.enums.js';
import { buildCommunity, buildMembership } from '../testing.js';

let app: TestApp;
let communityId: string;
let coordinator: string;
let facilitator: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql('delete from rate_limit');
  const community = await buildCommunity(app, { joinPolicy: JoinPolicy.BY_INVITATION, visibility: Visibility.MEMBERS });
  communityId = community.id;
  coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  facilitator = (await buildMembership(app, { communityId, role: MembershipRole.FACILITATOR })).personId;
});

interface Row {
  line: number;
  email: string;
  name: string;
  role: string;
  organisation: string;
  language: string;
  state: string;
  problems: { field: string; code: string }[];
}
const READ = `query ($input: ReadInvitationListInput!) { readInvitationList(input: $input) { line email name role organisation language state problems { field code message } } }`;
const SEND = `mutation ($input: SendInvitationListInput!) { sendInvitationList(input: $input) { id total done finishedAt } }`;
const LIST = `query ($id: ID!) { invitationList(id: $id) { id total done finishedAt } }`;
const INVITE = `mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { id } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id role } }`;

const read = async (input: object, as = coordinator): Promise<Row[]> =>
  (await app.ok(READ, { input: { communityId, ...input } }, { as }))['readInvitationList'];
const asInput = (rows: Row[]) => rows.map(({ state: _state, problems: _problems, ...row }) => row);
const send = (rows: Row[], more: object = {}, as = coordinator) =>
  app.graphql(SEND, { input: { communityId, rows: asInput(rows), ...more } }, { as });
const rowOf = (email: string, more: object = {}) =>
  ({ line: 1, email, name: '', role: '', organisation: '', language: '', ...more }) as Row;
const tokenOf = (text = '') => text.match(/\/invitations\/([\w-]+)/)?.[1];

describe('a list of addresses', () => {
  it('is looked at line by line: what is wrong, what comes twice, who is invited already', async () => {
    await app.ok(INVITE, { input: { communityId, email: 'known@example.org', role: 'MEMBER' } }, { as: coordinator });
    const text = [
      'Email;Name;Role;Organisation;Language',
      'ana@example.org;Ana;;Dom;uk',
      'not an address;Bo;boss;;',
      'ANA@example.org;Ana again;;;',
      'known@example.org;;;;',
      'cora@example.org;Cora;Coordinator;;klingon',
    ].join('\r\n');
    const rows = await read({ file: Buffer.from(text).toString('base64') });
    expect(rows.map(({ line, state, problems }) => [line, state, problems.map(({ field, code }) => `${field} ${code}`)])).toEqual([
      [2, 'GOOD', []],
      [3, 'WRONG', ['email BAD_ADDRESS', 'role UNKNOWN_ROLE']],
      [4, 'TWICE', []],
      [5, 'INVITED', []],
      [6, 'WRONG', ['language UNKNOWN_LANGUAGE']],
    ]);
    const above = await read({ text: `${text}\nzoe@example.org;;Coordinator` }, facilitator);
    expect(above.at(-1)).toMatchObject({ state: 'WRONG', problems: [{ field: 'role', code: 'ROLE_ABOVE_YOUR_OWN' }] });
    expect(await app.sql('select 1 from invitation where community_id = $1', [communityId])).toHaveLength(1);
  });

  it('is sent once, good lines alone; what was wrong is mended and sent after them', async () => {
    const rows = await read({ text: 'ana@example.org,Ana,,Dom,uk\nbo at example.org,Bo\n' });
    const good = rows.filter(({ state }) => state === 'GOOD');
    const refused = await send(rows);
    expect(refused.errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'rows.1.email', code: 'BAD_ADDRESS' });
    const mutationKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(good, { mutationKey })));
    expect(new Set(answers.map(({ data }) => data['sendInvitationList'].id)).size).toBe(1);
    await app.jobsDone();
    const mended = await read({ rows: asInput(rows).map((row) => (row.line === 2 ? { ...row, email: 'bo@example.org' } : row)) });
    expect(mended.map(({ state }) => state)).toEqual(['INVITED', 'GOOD']);
    const list = (await send(mended.slice(1))).data['sendInvitationList'];
    expect(list).toMatchObject({ total: 1, finishedAt: null });
    await app.jobsDone();
    expect((await app.ok(LIST, { id: list.id }, { as: coordinator }))['invitationList']).toMatchObject({ total: 1, done: 1 });
    const kept = await app.sql('select email, name, organisation_name from invitation where community_id = $1 order by email', [
      communityId,
    ]);
    expect(kept).toEqual([
      { email: 'ana@example.org', name: 'Ana', organisation_name: 'Dom' },
      { email: 'bo@example.org', name: 'Bo', organisation_name: null },
    ]);
    const [mail] = await app.mails('ana@example.org');
    expect(await app.mails('ana@example.org')).toHaveLength(1);
    expect(mail?.text).toContain('Вітаємо, Ana!');
    const ana = await buildPerson(app, { email: 'ana@example.org' });
    await app.ok(ACCEPT, { input: { token: tokenOf(mail?.text) } }, { as: ana.id });
    expect(await read({ text: 'ana@example.org' })).toMatchObject([{ state: 'JOINED' }]);
    expect(await app.sql('select rows from invitation_list where community_id = $1 and rows <> $2', [communityId, '[]'])).toEqual([]);
  });

  it('tells nobody that an address has an account, nor that it is a member’s who came another way; a member gets no mail', async () => {
    const account = await buildPerson(app);
    const member = await buildPerson(app);
    await buildMembership(app, { communityId, personId: member.id });
    const rows = await read({ text: `${account.email}\n${member.email}\nnobody@example.org` });
    expect(rows.map(({ state }) => state)).toEqual(['GOOD', 'GOOD', 'GOOD']);
    await send(rows);
    await app.jobsDone();
    expect(await app.mails(member.email)).toEqual([]);
    expect(await app.mails(account.email)).toHaveLength(1);
  });

  it('of hundreds goes some at a time, tells how far it is, and stops when its sender may not invite any more', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => rowOf(`person-${at}@list.example.org`, { line: at + 1 }));
    await send(rows, {}, facilitator);
    await app.jobsDone();
    const told = await app.sql<{ payload: { done: number } }>(
      `select payload from room_message where room = $1 and kind = 'invitation-list-advanced' order by seq`,
      [`person:${facilitator}`],
    );
    expect(told.map(({ payload }) => payload.done)).toEqual([25, 50, 60]);
    const [counted] = await app.sql('select count(*)::int as many from invitation where community_id = $1', [communityId]);
    expect(counted?.['many']).toBe(60);
    await app.database.transaction(async (tx) => {
      // Between the order and the work.
      await tx.query(`update membership set role = 'MEMBER' where person_id = $1`, [facilitator]);
    });
    const [{ id }] = (await app.sql(
      `insert into invitation_list (community_id, sent_by_id, rows, total, created_at)
       values ($1, $2, '[{"email":"late@example.org","role":"MEMBER"}]', 1, now()) returning id`,
      [communityId, facilitator],
    )) as [{ id: string }];
    await app.database.transaction((tx) => app.get(Jobs).send(tx, 'communities.send-list', { listId: id }));
    await app.jobsDone();
    const [stopped] = await app.sql('select done, rows, finished_at is not null as "isOver" from invitation_list where id = $1', [id]);
    expect(stopped).toEqual({ done: 0, rows: [], isOver: true });
    expect(await app.mails('late@example.org')).toEqual([]);
  }, 60_000);

  it('is for those who may invite; how far it is, for its sender alone', async () => {
    const member = (await buildMembership(app, { communityId })).personId;
    const outsider = (await buildPerson(app)).id;
    for (const [as, code] of [
      [member, 'FORBIDDEN'],
      [outsider, 'FORBIDDEN'],
    ] as const) {
      expect(await app.refusal(READ, { input: { communityId, text: 'a@example.org' } }, { as })).toBe(code);
      expect((await send([rowOf('a@example.org')], {}, as)).errors?.[0]?.extensions.code).toBe(code);
    }
    const list = (await send([rowOf('a@example.org')])).data['sendInvitationList'];
    expect(await app.refusal(LIST, { id: list.id }, { as: facilitator })).toBe('NOT_FOUND');
    await app.jobsDone();
  });

  it.each([
    ['nothing', { text: '' }, 'text', 'NO_ROWS'],
    ['an empty file', { file: '' }, 'text', 'NO_ROWS'],
    ['what is not base64', { file: 'ä' }, 'file', 'IS_BASE64'],
    ['more than a thousand lines', { text: 'a@example.org\n'.repeat(1001) }, 'text', 'TOO_MANY_ROWS'],
  ])('refuses %s at the field', async (_, input, path, code) => {
    const answer = await app.graphql(READ, { input: { communityId, ...input } }, { as: coordinator });
    expect(answer.errors?.[0]?.extensions.fields[0]).toMatchObject({ path, code });
  });

  it('is counted by lines, so that nobody mails half the world', async () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => rowOf(`many-${at}@list.example.org`));
    await app.sql(`update community set join_policy = 'BY_INVITATION' where id = $1`, [communityId]);
    await app.get(Limits).count({ purpose: 'invite-list', tries: 1_500, seconds: 86_400 }, coordinator, 600);
    expect((await send(thousand)).errors?.[0]?.extensions.code).toBe('TOO_MANY');
  });
});
