import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../../apps/api/testing.js';
import { MembershipRole, Visibility } from '#domain/communities';
import { Authentication } from '#platform/auth';
import { type RoomMessage, Rooms } from '#platform/realtime';
import { buildCommunity, buildMembership } from '../../communities/testing.js';
import { buildPerson } from '../../people/testing.js';
import { buildSession, buildSessionSeat } from '../testing.js';
import { OffRecord } from './off-record.service.js';

const CANARY = 'eisvogel';
let app: TestApp;
const told: RoomMessage[] = [];
beforeAll(async () => {
  app = await startTestApp();
  app.get(Rooms).connect(
    (message) => told.push(structuredClone(message)),
    () => Promise.resolve(),
  );
});
afterAll(() => app.stop());
beforeEach(() => told.splice(0));

const PARTS = `offRecord { state opensAt erasedAt readerCount viewerCan remarks { id words author { id } viewerMayTakeBack } }`;
const OPEN = `mutation ($input: OpenOffRecordInput!) { openOffRecord(input: $input) { id ${PARTS} } }`;
const SAY = `mutation ($input: SayOffRecordInput!) { sayOffRecord(input: $input) { id ${PARTS} } }`;
const BACK = `mutation ($input: TakeBackOffRecordInput!) { takeBackOffRecord(input: $input) { id ${PARTS} } }`;
const GET = `query ($id: ID!) { session(id: $id) { id ${PARTS} } }`;
const during = new Date('2027-05-20T15:30:00Z');

/** A session of a public community, 15:00 to 16:30 UTC, with one who runs it, one with a seat and one without. */
async function scene() {
  app.clock.set(new Date('2027-05-20T10:00:00Z'));
  const community = await buildCommunity(app, { visibility: Visibility.PUBLIC });
  const of = { communityId: community.id };
  const { personId: coordinator } = await buildMembership(app, { ...of, role: MembershipRole.COORDINATOR });
  const { personId: seated } = await buildMembership(app, of);
  const { personId: member } = await buildMembership(app, of);
  const session = await buildSession(app, { ...of, scheduledById: coordinator });
  await buildSessionSeat(app, session, { personId: seated });
  return { session, coordinator, seated, member, outsider: (await buildPerson(app)).id };
}
const opened = async () => {
  const place = await scene();
  await app.ok(OPEN, { input: { sessionId: place.session.id } }, { as: place.coordinator });
  app.clock.set(during);
  return place;
};
const say = (sessionId: string, as: string, words: string, more: object = {}) =>
  app.ok(SAY, { input: { sessionId, words, ...more } }, { as });

describe('a conversation off the record', () => {
  it('is opened by those who run the session, and seen by those who take part', async () => {
    const { session, coordinator, seated, member, outsider } = await scene();
    const input = { sessionId: session.id };
    expect((await app.ok(GET, { id: session.id }, { as: seated })).session.offRecord).toMatchObject({ state: 'NONE', viewerCan: [] });
    expect((await app.ok(GET, { id: session.id }, { as: coordinator })).session.offRecord.viewerCan).toEqual(['OPEN']);
    expect(await app.refusal(OPEN, { input }, { as: seated })).toBe('FORBIDDEN');
    expect(await app.refusal(OPEN, { input }, { as: member })).toBe('NOT_FOUND');
    const { openOffRecord } = await app.ok(OPEN, { input }, { as: coordinator });
    expect(openOffRecord.offRecord).toMatchObject({
      state: 'COMING',
      opensAt: '2027-05-20T15:00:00.000Z',
      erasedAt: '2027-05-20T17:00:00.000Z',
      readerCount: 2,
      remarks: [],
    });
    expect((await app.ok(OPEN, { input }, { as: coordinator })).openOffRecord.offRecord.state).toBe('COMING');
    for (const as of [member, outsider, undefined]) expect((await app.ok(GET, { id: session.id }, { as })).session.offRecord).toBeNull();
  });

  it('lasts as long as the session and a little', async () => {
    const { session, seated, coordinator } = await opened();
    app.clock.set(new Date('2027-05-20T14:59:00Z'));
    expect(await app.refusal(SAY, { input: { sessionId: session.id, words: 'Early' } }, { as: seated })).toBe('NOT_OFF_THE_RECORD_NOW');
    app.clock.set(during);
    const { sayOffRecord } = await say(session.id, seated, `Our mayor ${CANARY}.`);
    expect(sayOffRecord.offRecord).toMatchObject({
      state: 'OPEN',
      viewerCan: ['SAY'],
      remarks: [{ words: `Our mayor ${CANARY}.`, author: { id: seated } }],
    });
    app.clock.set(new Date('2027-05-20T17:00:00Z'));
    // Nothing has run yet: the clock alone ends it.
    expect((await app.ok(GET, { id: session.id }, { as: coordinator })).session.offRecord).toMatchObject({ state: 'ERASED', remarks: [] });
    expect(await app.refusal(SAY, { input: { sessionId: session.id, words: 'Late' } }, { as: seated })).toBe('NOT_OFF_THE_RECORD_NOW');
  });

  it('is for those in the session: others can neither read, nor speak, nor listen at the door', async () => {
    const { session, seated, member, outsider, coordinator } = await opened();
    await say(session.id, seated, CANARY);
    for (const as of [member, outsider]) {
      expect(await app.refusal(SAY, { input: { sessionId: session.id, words: 'Me too' } }, { as })).toBe('NOT_FOUND');
      expect(JSON.stringify(await app.ok(GET, { id: session.id }, { as }))).not.toContain(CANARY);
    }
    expect(await app.refusal(SAY, { input: { sessionId: session.id, words: 'x' } })).toBe('UNAUTHENTICATED');
    const mayJoin = async (personId: string) =>
      app.get(Rooms).mayJoin(await app.get(Authentication).actorByPerson(personId), `off-record:${session.id}`);
    expect([await mayJoin(seated), await mayJoin(coordinator), await mayJoin(member), await mayJoin(outsider)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    // Who gives the seat up, or leaves, is out at once.
    await app.ok(
      'mutation ($input: LeaveCommunityInput!) { leaveCommunity(input: $input) { id } }',
      { input: { communityId: session.communityId } },
      { as: seated },
    );
    expect(JSON.stringify(await app.graphql(GET, { id: session.id }, { as: seated }))).not.toContain(CANARY);
    expect(await mayJoin(seated)).toBe(false);
  });

  it('is taken back by who said it and by those who run the session', async () => {
    const { session, seated, coordinator } = await opened();
    const other = (await buildMembership(app, { communityId: session.communityId })).personId;
    await buildSessionSeat(app, session, { personId: other });
    await say(session.id, seated, 'One.');
    const [one, two] = (await say(session.id, seated, 'Two.')).sayOffRecord.offRecord.remarks;
    const input = { sessionId: session.id, remarkId: one.id };
    expect(await app.refusal(BACK, { input }, { as: other })).toBe('NOT_FOUND');
    expect((await app.ok(BACK, { input }, { as: seated })).takeBackOffRecord.offRecord.remarks).toHaveLength(1);
    expect(await app.refusal(BACK, { input }, { as: seated })).toBe('NOT_FOUND');
    const gone = await app.ok(BACK, { input: { sessionId: session.id, remarkId: two.id } }, { as: coordinator });
    expect(gone.takeBackOffRecord.offRecord.remarks).toEqual([]);
  });

  it('said 20 times with one key is said once; too long or empty is refused at its field', async () => {
    const { session, seated } = await opened();
    const mutationKey = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => say(session.id, seated, 'Once.', { mutationKey })));
    expect((await app.ok(GET, { id: session.id }, { as: seated })).session.offRecord.remarks).toHaveLength(1);
    for (const words of ['', '   ', 'x'.repeat(2001)]) {
      const refused = await app.graphql(SAY, { input: { sessionId: session.id, words } }, { as: seated });
      expect(refused.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'words' }]);
    }
  });

  it('leaves nothing: not in any table, room, event, mail or search, before or after', async () => {
    const { session, seated, coordinator, member } = await opened();
    await say(session.id, seated, `The truth is ${CANARY}.`, { mutationKey: randomUUID() });
    await app.jobsDone();
    const where = async (text: string) => {
      const tables = await app.sql<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await app.sql(`select 1 from ${name} t where to_jsonb(t)::text like '%' || $1 || '%'`, [text]);
        if (rows.length > 0) found.push(name);
      }
      return found;
    };
    const [remark] = (await app.ok(GET, { id: session.id }, { as: seated })).session.offRecord.remarks;
    expect(await where(CANARY)).toEqual(['public.off_record_remark']);
    expect(told.filter((message) => JSON.stringify(message).includes(CANARY))).toEqual([]);
    expect(told.find(({ kind }) => kind === 'said')).toMatchObject({ room: `off-record:${session.id}`, payload: { id: remark.id } });
    for (const as of [seated, coordinator, member]) {
      const goTo = await app.ok(`query ($text: String!) { goTo(text: $text) { title } }`, { text: CANARY }, { as });
      expect(goTo.goTo).toEqual([]);
    }
    expect((await app.mails()).filter((mail) => JSON.stringify(mail).includes(CANARY))).toEqual([]);
    // Too early nothing goes.
    await app.get(OffRecord).erase();
    expect(await where(CANARY)).toEqual(['public.off_record_remark']);
    app.clock.set(new Date('2027-05-20T17:00:00Z'));
    await app.get(OffRecord).erase();
    expect(await where(CANARY)).toEqual([]);
    expect(await where(remark.id)).toEqual([]);
    expect((await app.ok(GET, { id: session.id }, { as: seated })).session.offRecord).toMatchObject({ state: 'ERASED', remarks: [] });
  });

  it('goes with a session that is called off', async () => {
    const { session, coordinator, seated } = await scene();
    await app.ok(OPEN, { input: { sessionId: session.id } }, { as: coordinator });
    await app.sql(`insert into off_record_remark (session_id, person_id, repeat_key, words, said_at) values ($1, $2, 'k', $3, now())`, [
      session.id,
      seated,
      CANARY,
    ]);
    await app.ok(
      'mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { id } }',
      { input: { sessionId: session.id, reason: 'The host is ill' } },
      { as: coordinator },
    );
    expect((await app.ok(GET, { id: session.id }, { as: seated })).session.offRecord.state).toBe('ERASED');
    await app.get(OffRecord).erase();
    expect(await app.sql('select 1 from off_record_remark where session_id = $1', [session.id])).toEqual([]);
  });
});
