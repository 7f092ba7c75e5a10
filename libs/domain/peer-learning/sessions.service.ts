import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Communities, communityPolicy, ConfidentialityLevel, groupRoom, Groups, mayRead, type Place } from '#domain/communities';
import { type Need, Needs } from '#domain/needs';
import { Organisations } from '#domain/people';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, pageOf, uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { endOf, startOf } from './local-time.js';
import { Reminders } from './reminders.service.js';
import { sessionPolicy, type SessionSubject } from './session.policy.js';
import { Session } from './session.entity.js';
import { SESSION, SESSION_LOCKED, SESSIONS_BACKWARD, SESSIONS_FORWARD, sessionOf } from './sessions.queries.js';
import type { ScheduleSessionInput, SessionsArgs } from './sessions.inputs.js';

/** Scheduling and reading sessions. */
@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly groups: Groups,
    private readonly needs: Needs,
    private readonly organisations: Organisations,
    private readonly reminders: Reminders,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rooms.define('session', async (actor, id) => {
      const session = await this.find(actor, id).catch(() => null);
      return session !== null && sessionPolicy.read(actor, this.subjectOf(session));
    });
  }

  /** How the session stands now, for the rules. */
  subjectOf(session: Session): SessionSubject {
    const { id: sessionId, state, startsAt, endsAt, scheduledById, viewerSeat, communityId: id, groupId, visibility } = session;
    return {
      id: sessionId,
      state,
      startsAt,
      endsAt,
      scheduledById,
      seat: viewerSeat?.state ?? null,
      now: this.clock.now(),
      community: { id, visibility },
      groupId,
    };
  }

  async get(actor: Actor, id: string): Promise<Session> {
    const session = await this.find(actor, uuid(id));
    if (!session || !sessionPolicy.read(actor, this.subjectOf(session))) throw new NotFound();
    return session;
  }

  /** With its row locked: whoever wants to change its seats or its times waits here. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<Session | null> {
    return this.lockFor(tx, actor.personIdOrNull, uuid(id));
  }

  /** The same when nobody asks: `viewerSeat` is the seat of this person. */
  async lockFor(tx: Tx, personId: string | null, id: string): Promise<Session | null> {
    const [row] = await this.database.run<Record<string, unknown>>(tx, SESSION_LOCKED, [personId, id]);
    return row ? sessionOf(row) : null;
  }

  /** A coordinator or facilitator sets a date, in a group a keeper; the session answers a need, which may be raised with it. */
  async schedule(actor: Actor, input: ScheduleSessionInput): Promise<Session> {
    const community = await this.communities.get(actor, uuid(input.communityId));
    const place = { communityId: community.id, groupId: input.groupId ?? null };
    if (place.groupId === null) authorize(actor, communityPolicy, 'scheduleSession', community);
    else await this.groups.openFor(actor, community.id, place.groupId, 'scheduleSession');
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      (tx) => this.insert(tx, actor, place, input),
      (earlier) => Promise.resolve({ id: earlier }),
    );
    return this.get(actor, id);
  }

  /** By start; past ones newest first. Without a community: of all the actor is a member of. */
  async list(actor: Actor, { communityId, groupId: asked, time, from, to, first = 20, after }: SessionsArgs): Promise<Page<Session>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    if (from && to && to <= from) throw Invalid.field('to', 'BEFORE_FROM', 'The end of the range must come after its start.');
    const groupId = asked ? uuid(asked) : null;
    const communityIds = communityId ? [await this.readable(actor, communityId, groupId)] : actor.signedIn && actor.communityIds;
    const now = this.clock.now();
    const endsAfter = time === 'COMING' && !(from && from > now) ? now : (from ?? null);
    const values = [
      actor.personIdOrNull,
      communityIds,
      cursor?.[0] ?? null,
      cursor?.[1] ?? null,
      endsAfter,
      to ?? null,
      time === 'PAST' ? now : null,
    ];
    const rows = await this.database.read<Record<string, unknown>>(time === 'PAST' ? SESSIONS_BACKWARD : SESSIONS_FORWARD, [
      ...values,
      first + 1,
      groupId === null ? actor.groupIds : actor.groupIds.filter((id) => id === groupId),
      groupId !== null,
    ]);
    const cursorOf = (session: Session) => encodeCursor(session.startsAt.toISOString(), session.id);
    return pageOf(rows.map(sessionOf), first, cursorOf, cursor !== null);
  }

  /** The next session the person has a seat in, or else the next of their communities; null when there is none. */
  async next(actor: Actor): Promise<Session | null> {
    const { nodes } = await this.list(actor, { time: 'COMING', first: 50 });
    const coming = nodes.filter((session) => session.state === 'SCHEDULED');
    return coming.find((session) => session.viewerSeat?.state === 'TAKEN') ?? coming[0] ?? null;
  }

  private async find(actor: Actor, id: string): Promise<Session | null> {
    const [row] = await this.database.read<Record<string, unknown>>(SESSION, [actor.personIdOrNull, uuid(id)]);
    return row ? sessionOf(row) : null;
  }

  private async readable(actor: Actor, communityId: string, groupId: string | null): Promise<string> {
    const community = await this.communities.get(actor, uuid(communityId));
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, groupId)) throw new NotFound();
    return community.id;
  }

  private async insert(tx: Tx, actor: Actor, place: Place, input: ScheduleSessionInput): Promise<Session> {
    const now = this.clock.now();
    const { communityId, groupId } = place;
    const startsAt = this.comingStart(input.localStart, input.timeZone);
    const { title, kind, localStart, timeZone, durationMinutes, seats } = input;
    const [description, where, link] = [input.description || null, input.place || null, input.link || null];
    requireSomewhere(where, link);
    const need = await this.needOf(tx, actor, place, input);
    if (input.hostId) await this.hostName(input.hostId);
    const session = tx.create(Session, {
      communityId,
      groupId,
      needId: need.id,
      hostId: input.hostId ?? null,
      scheduledById: actor.personId,
      title,
      kind,
      description,
      place: where,
      link,
      localStart,
      timeZone,
      durationMinutes,
      startsAt,
      endsAt: endOf(startsAt, durationMinutes),
      seats,
      state: 'SCHEDULED',
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(Session, session);
    await this.count(tx, session, need.groupId, 1);
    await this.reminders.plan(tx, session);
    await this.events.publish(tx, 'peer-learning.session-scheduled', { sessionId: session.id, communityId, scheduledById: actor.personId });
    const room = groupId === null ? `community:${communityId}` : groupRoom(groupId);
    const told = groupId === null ? { title, startsAt: startsAt.toISOString() } : {};
    await this.rooms.tell(tx, room, 'session-scheduled', { id: session.id, ...told });
    return session;
  }

  /** The instant of a wall clock that is still to come. */
  comingStart(localStart: string, timeZone: string): Date {
    const startsAt = startOf(localStart, timeZone);
    const now = this.clock.now();
    if (startsAt <= now) throw Invalid.field('localStart', 'IN_THE_PAST', 'This time is over. Choose one that is still to come.');
    if (startsAt.getTime() > now.getTime() + FURTHEST_MS)
      throw Invalid.field('localStart', 'TOO_FAR', 'Choose a time within the next five years.');
    return startsAt;
  }

  /** Its name; refuses a host that is not in the register. */
  async hostName(hostId: string): Promise<string> {
    const [host] = await this.organisations.organisationsByIds([hostId]);
    if (!host) throw Invalid.field('hostId', 'NO_SUCH_ORGANISATION', 'Choose an organisation from the list.');
    return host.name;
  }

  /** Kept on the community and the need, as far as they may tell: what is in a group counts there alone. */
  async count(tx: Tx, { communityId, groupId, needId }: Session, needGroupId: string | null, by: 1 | -1): Promise<void> {
    if (needGroupId === groupId) await this.needs.countSession(tx, needId, by);
    if (groupId === null) await this.communities.bump(tx, communityId, 'sessions', by);
  }

  private async needOf(tx: Tx, actor: Actor, place: Place, { needId, needStatement }: ScheduleSessionInput): Promise<Need> {
    if (needId && needStatement) throw Invalid.field('needStatement', 'ONE_NEED', 'Choose a need or write a new one, not both.');
    if (needStatement) return this.needs.raiseWithin(tx, actor, place, needStatement);
    if (!needId) throw Invalid.field('needId', 'NEED_MISSING', 'Say which need this session answers: choose one or write it.');
    const need = await this.needs.findIn(tx, place, needId);
    if (!need) throw Invalid.field('needId', 'NO_SUCH_NEED', 'Choose a need of this community.');
    return need;
  }
}

const FURTHEST_MS = 5 * 366 * 86_400_000;

/** People must be able to come: to a place, or by a link. */
export function requireSomewhere(place: string | null, link: string | null): void {
  if (!place && !link) throw Invalid.field('place', 'PLACE_OR_LINK', 'Give a place, or a link to join by.');
}
