import { MembershipRole } from '../communities/community.enums.js';
import { Community } from '../communities/community.entity.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { Need } from '../needs/need.entity.js';
import { buildNeed } from '../needs/testing.js';
import type { WithDatabase } from '../people/testing.js';
import { endOf, instantOf } from './local-time.js';
import { Seat } from './seat.entity.js';
import { Session } from './session.entity.js';

/** A scheduled session with its community, need and coordinator where they are not given, counted on the first two. */
export async function buildSession(app: WithDatabase, overrides: Partial<Session> = {}): Promise<Session> {
  const { manager } = app.database.dataSource;
  const communityId = overrides.communityId ?? (await buildCommunity(app)).id;
  const scheduledById = overrides.scheduledById ?? (await buildMembership(app, { communityId, role: MembershipRole.COORDINATOR })).personId;
  const needId = overrides.needId ?? (await buildNeed(app, { communityId, raisedById: scheduledById })).id;
  const { localStart = '2027-05-20T16:00', timeZone = 'Europe/Lisbon', durationMinutes = 90 } = overrides;
  const startsAt = instantOf(localStart, timeZone).instant;
  const at = new Date('2026-01-01T00:00:00Z');
  const session = manager.create(Session, {
    title: 'Teaching adults to read',
    kind: 'PEER_LEARNING',
    description: null,
    place: 'Town hall, Braga',
    link: null,
    hostId: null,
    seats: 12,
    takenSeats: 0,
    waitingCount: 0,
    state: 'SCHEDULED',
    cancelReason: null,
    sequence: 0,
    createdAt: at,
    updatedAt: at,
    ...overrides,
    communityId,
    scheduledById,
    needId,
    localStart,
    timeZone,
    durationMinutes,
    startsAt,
    endsAt: endOf(startsAt, durationMinutes),
  });
  await manager.insert(Session, session);
  await manager.increment(Need, { id: needId }, 'sessionCount', 1);
  await manager.increment(Community, { id: communityId }, 'sessionCount', 1);
  return session;
}

/** A seat in a session, counted on it. Makes a member where no person is given. */
export async function buildSessionSeat(app: WithDatabase, session: Session, overrides: Partial<Seat> = {}): Promise<Seat> {
  const { manager } = app.database.dataSource;
  const personId = overrides.personId ?? (await buildMembership(app, { communityId: session.communityId })).personId;
  const seat = manager.create(Seat, {
    state: 'TAKEN',
    takenAt: new Date('2026-01-02T00:00:00Z'),
    organisationId: null,
    ...overrides,
    sessionId: session.id,
    personId,
  });
  await manager.insert(Seat, seat);
  await manager.increment(Session, { id: session.id }, seat.state === 'TAKEN' ? 'takenSeats' : 'waitingCount', 1);
  return seat;
}
