import type { TestApp } from '../../../../apps/api/testing.js';
import { MembershipRole } from '../../communities/community.enums.js';
import { buildCommunity, buildMembership } from '../../communities/testing.js';

// What the API specs of this module send, and what they look at afterwards.

export interface ShownSeat {
  person: { id: string };
  state: string;
  waitingPosition: number | null;
}

export interface ShownChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface ShownPage {
  nodes: { title: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const FIELDS = `id title kind description need { id statement sessionCount } host { id name } startsAt endsAt localStart timeZone durationMinutes place link
  seats takenSeats waitingCount state isPast cancelReason scheduledBy { id } viewerSeat { id state waitingPosition } viewerCan
  participants { person { id } state waitingPosition organisation { id } } changes { field before after changedBy { id } } calendarUrl community { id sessionCount }`;
export const SCHEDULE = `mutation ($input: ScheduleSessionInput!) { scheduleSession(input: $input) { ${FIELDS} } }`;
export const CHANGE = `mutation ($input: ChangeSessionInput!) { changeSession(input: $input) { ${FIELDS} } }`;
export const CANCEL = `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { ${FIELDS} } }`;
export const TAKE = `mutation ($input: TakeSeatInput!) { takeSeat(input: $input) { ${FIELDS} } }`;
export const GIVE_UP = `mutation ($input: GiveUpSeatInput!) { giveUpSeat(input: $input) { ${FIELDS} } }`;
export const SESSION = `query ($id: ID!) { session(id: $id) { ${FIELDS} } }`;
export const LIST = `query ($communityId: ID, $time: SessionTime, $from: DateTime, $to: DateTime, $first: PageSize, $after: String) {
  sessions(communityId: $communityId, time: $time, from: $from, to: $to, first: $first, after: $after) {
    nodes { id title startsAt takenSeats viewerSeat { state } viewerCan need { statement } host { name } community { name } scheduledBy { name } }
    pageInfo { hasNextPage endCursor } } }`;

/** A community with a coordinator and so many members. */
export async function circle(app: TestApp, members = 0, overrides: Parameters<typeof buildCommunity>[1] = {}) {
  const { id: communityId } = await buildCommunity(app, overrides);
  const coordinator = (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const people: string[] = [];
  for (let index = 0; index < members; index++) people.push((await buildMembership(app, { communityId })).personId);
  return { communityId, coordinator, people };
}
/** A session as a coordinator would send it. */
export const asked = (communityId: string, overrides: object = {}) => ({
  communityId,
  title: 'Teaching adults to read',
  kind: 'WORKSHOP',
  needStatement: 'How do we teach adults who never went to school?',
  localStart: '2027-05-20T16:00',
  timeZone: 'Europe/Lisbon',
  durationMinutes: 90,
  place: 'Town hall, Braga',
  link: 'https://meet.example.org/a',
  seats: 12,
  ...overrides,
});
/** The payloads of the events of a name about a session, in order. */
export const told = async (app: TestApp, name: string, sessionId: string) =>
  (await app.sql(`select payload from event where name = $1 and payload->>'sessionId' = $2 order by occurred_at`, [name, sessionId])).map(
    (row) => row['payload'],
  );
/** What a room was told, in order. */
export const roomHeard = async (app: TestApp, room: string) =>
  (await app.sql('select kind, payload from room_message where room = $1 order by seq', [room])) as {
    kind: string;
    payload: Record<string, unknown>;
  }[];
/** The fields that a refusal names. */
export const fieldsOf = async (app: TestApp, query: string, input: object, as: string) => {
  const { errors, status } = await app.graphql(query, { input }, { as });
  expect(status).toBeLessThan(500);
  expect(errors?.[0]?.extensions.kind).toBe('INVALID');
  return errors?.[0]?.extensions.fields.map((field) => field.path);
};
