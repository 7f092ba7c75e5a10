import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationSeat } from '#domain/people';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Tx } from '#platform/database';
import { Conflict, Invalid, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import type { Community } from '../community.entity.js';
import { MembershipRole, reaches } from '../community.enums.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { CommunitySeat } from '../seats/community-seat.entity.js';
import { SeatBook } from '../seats/seat-book.js';
import { seatPolicy } from '../seats/seat.policy.js';
import { Seats } from '../seats/seats.service.js';
import { HandoverBook } from './handover-book.js';
import { Handover } from './handover.entity.js';
import { HandoverItem } from './handover-item.entity.js';
import { HandoverMail } from './handover-mail.js';
import { type GovernedHandover, type HandoverActionName, handoverPolicy } from './handover.policy.js';
import { HandoverSources, type PassedOn, type PassingOn } from './handover-sources.js';
import type { BeginHandoverInput, HandoverInput, OfferHandoverInput, WriteHandoverInput } from './handovers.inputs.js';
import { HANDOVER_BY_ID, HANDOVERS_FOR_VIEWER, HANDOVERS_OF_COMMUNITY, LOCK_HANDOVER } from './handovers.queries.js';

class HandoverBegun extends Conflict {
  constructor() {
    super('This is being handed over already.', 'HANDOVER_BEGUN');
  }
}
onConstraint('handover_open_seat', () => new HandoverBegun());
onConstraint('handover_open_role', () => new HandoverBegun());

/** A handover with what its rules look at. */
export type HandoverRow = Handover & GovernedHandover & { hasMandate: boolean };
const asHandover = (row: HandoverRow): HandoverRow => Object.assign(new Handover(), row);

/** Passing a seat or a role on: begun, offered, accepted, closed. */
@Injectable()
export class Handovers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly seats: Seats,
    private readonly seatBook: SeatBook,
    private readonly book: HandoverBook,
    private readonly sources: HandoverSources,
    private readonly mail: HandoverMail,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Whoever comes into a seat that waits for a successor is the successor, whichever way they came.
    this.events.listen('communities.seat-filled', 'communities.meet-successor', ({ payload }) =>
      this.meet(payload.seatId, payload.personId),
    );
  }

  /** @throws NotFound */
  async get(actor: Actor, id: string): Promise<HandoverRow> {
    const handover = await this.find(actor, uuid(id));
    authorize(actor, handoverPolicy, 'read', handover);
    return handover;
  }

  async forViewer(actor: Actor): Promise<HandoverRow[]> {
    return (await this.database.read<HandoverRow>(HANDOVERS_FOR_VIEWER, [actor.personId]))
      .map(asHandover)
      .filter((row) => handoverPolicy.read(actor, row));
  }

  /** Open ones; none for those who do not coordinate the community. */
  async ofCommunity(actor: Actor, communityId: string): Promise<HandoverRow[]> {
    if (!reaches(actor.roleIn(communityId), MembershipRole.COORDINATOR)) return [];
    return (await this.database.read<HandoverRow>(HANDOVERS_OF_COMMUNITY, [actor.personId, communityId])).map(asHandover);
  }

  items(handoverId: string): Promise<HandoverItem[]> {
    return this.database.dataSource.manager.find(HandoverItem, { where: { handoverId }, order: { position: 'ASC', id: 'ASC' } });
  }

  /** What passes on, as far as the reader may read it. */
  async passesOn(actor: Actor, handover: HandoverRow): Promise<PassedOn[]> {
    const passing = passingOn(handover);
    return passing ? this.sources.list(actor, passing) : [];
  }

  /** One's own seat or role; also a seat that one fills, or coordinates, for the one who held it. */
  async begin(actor: Actor, input: BeginHandoverInput): Promise<HandoverRow> {
    return this.once(actor, input, async (tx) => {
      const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
      if (!community || !now.isMemberOf(community.id)) throw new NotFound();
      const { leaves } = input;
      if (!input.seatId) {
        // Null where nobody acts any more: in an archived community.
        const role = now.roleIn(community.id) as MembershipRole | null;
        if (!role || role === MembershipRole.MEMBER)
          throw Invalid.field('seatId', 'NOTHING_TO_HAND_OVER', 'You have no role to hand over here. Name a seat.');
        return this.book.beginBy(tx, now, { communityId: community.id, seatId: null, role, fromId: now.personId, leaves });
      }
      const seat = await this.seats.find(now, input.seatId, tx);
      if (!seat || seat.communityId !== community.id) throw new NotFound();
      authorize(now, seatPolicy, 'vacate', seat);
      return this.book.beginBy(tx, now, {
        communityId: community.id,
        seatId: seat.id,
        role: null,
        fromId: seat.holderId,
        leaves: leaves && now.is(seat.holderId),
      });
    });
  }

  async write(actor: Actor, input: WriteHandoverInput): Promise<HandoverRow> {
    return this.change(actor, input, 'write', async (tx, handover) => {
      if (input.notes !== undefined) handover.notes = input.notes ?? '';
      if (!input.items) return;
      const done = new Map(
        (await tx.findBy(HandoverItem, { handoverId: handover.id })).map((item) => [item.template ?? item.text, item.doneAt]),
      );
      await tx.delete(HandoverItem, { handoverId: handover.id });
      const items = input.items.map(({ template, text, isDone }, position) => {
        if (Boolean(template) === Boolean(text))
          throw Invalid.field(`items.${position}.text`, 'ONE_OF_TWO', 'Write a point in your own words, or take one of the usual.');
        const said = template ?? text ?? '';
        return {
          handoverId: handover.id,
          template: template ?? null,
          text: template ? null : said,
          position,
          doneAt: isDone ? (done.get(said) ?? this.clock.now()) : null,
        };
      });
      if (items.length) await tx.insert(HandoverItem, items);
    });
  }

  /** Asks a person, or an address. Who only hands over a seat chooses among the organisation's confirmed people. */
  async offer(actor: Actor, input: OfferHandoverInput): Promise<HandoverRow> {
    if (Boolean(input.personId) === Boolean(input.email))
      throw Invalid.field(input.email ? 'email' : 'personId', 'ONE_OF_TWO', 'Choose a person or write an address.');
    return this.change(actor, input, input.email ? 'offerByMail' : 'offer', async (tx, handover, now) => {
      const personId = input.personId ? uuid(input.personId) : null;
      if (personId === handover.fromId) throw Invalid.field('personId', 'NOT_ONESELF', 'Choose somebody else.');
      if (personId) await this.mustFit(tx, handover, now, personId);
      handover.offer({ id: personId, email: input.email ?? null }, now.personId);
      const { id: handoverId, communityId } = handover;
      await this.events.publish(tx, 'communities.handover-offered', { handoverId, communityId, personId, byId: now.personId });
      if (input.email) await this.mail.send(tx, handover, input.email, now);
    });
  }

  /** The successor takes over: the seat or the role, what is open, and what was followed. */
  async accept(actor: Actor, input: HandoverInput): Promise<HandoverRow> {
    return this.change(actor, input, 'accept', async (tx, handover, now, community) => {
      const { fromId, seatId, role } = handover;
      const organisationId = handover.organisationId;
      const there = await tx.findOneBy(Membership, { communityId: community.id, personId: now.personId });
      handover.accept(now.personId, this.clock.now());
      await tx.save(Handover, handover);
      if (seatId && organisationId) {
        await this.belong(tx, handover, now.personId);
        const seat = await tx.findOneByOrFail(CommunitySeat, { id: seatId });
        if (there) await this.seatBook.fill(tx, seat, now.personId, handover.offeredById ?? now.personId);
        else await this.roll.add(tx, community, { personId: now.personId, organisationId, role: MembershipRole.MEMBER, seat });
        if (there && !there.organisationId) await this.roll.speakFor(tx, community.id, now.personId, organisationId);
      } else if (role) {
        if (!there) await this.roll.add(tx, community, { personId: now.personId, organisationId: null, role });
        else if (!reaches(there.role, role)) await this.roll.changeRole(tx, there, role);
      }
      const passing = passingOn(handover);
      if (passing) await this.sources.pass(tx, passing, now.personId);
      if (fromId) await this.afterwards(tx, handover, fromId);
      const { id: handoverId, communityId } = handover;
      await this.book.noteAccepted(tx, now, handover);
      await this.events.publish(tx, 'communities.handover-accepted', { handoverId, communityId, fromId, personId: now.personId });
    });
  }

  async close(actor: Actor, input: HandoverInput): Promise<HandoverRow> {
    return this.change(actor, input, 'close', (_tx, handover) => Promise.resolve(handover.close(this.clock.now())));
  }

  /** Called off; nothing passes on. */
  async withdraw(actor: Actor, input: HandoverInput): Promise<void> {
    await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { handover, now } = await this.locked(tx, actor, input.handoverId);
        authorize(now, handoverPolicy, 'withdraw', handover);
        await tx.delete(Handover, { id: handover.id });
        await this.book.note(tx, now, 'communities.handover-withdrawn', handover);
        return { id: handover.id };
      },
      (id) => Promise.resolve({ id }),
    );
  }

  /** The one who handed over: out of the role, and out of the community where they said so, or came only by the seat. */
  private async afterwards(tx: Tx, { communityId, role, leaves }: Handover, fromId: string): Promise<void> {
    const membership = await tx.findOneBy(Membership, { communityId, personId: fromId });
    if (!membership) return;
    if (leaves) {
      await this.events.publish(tx, 'communities.member-left', { communityId, personId: fromId });
      await this.roll.strike(tx, membership);
    } else if (role && membership.role === role) await this.roll.changeRole(tx, membership, MembershipRole.MEMBER);
    else await this.seats.afterVacating(tx, communityId, fromId);
  }

  /** Who takes over a seat belongs to its organisation; who acts for it, or stands in for nobody acting, may bring someone new. */
  private async belong(tx: Tx, { organisationId }: HandoverRow, personId: string): Promise<void> {
    const place = await tx.findOneBy(OrganisationSeat, { organisationId: organisationId ?? '', personId });
    if (place) await tx.update(OrganisationSeat, { id: place.id }, { isConfirmed: true });
    else {
      const isMain = !(await tx.existsBy(OrganisationSeat, { personId, isMain: true }));
      await tx.insert(OrganisationSeat, {
        personId,
        organisationId: organisationId ?? '',
        isConfirmed: true,
        isMain,
        createdAt: this.clock.now(),
      });
    }
  }

  private async mustFit(tx: Tx, handover: HandoverRow, now: Actor, personId: string): Promise<void> {
    if (handover.organisationId) {
      const place = await tx.findOneBy(OrganisationSeat, { organisationId: handover.organisationId, personId });
      const mayBringNew = handoverPolicy.offerByMail(now, handover);
      if (place?.isConfirmed || (place && mayBringNew)) return;
      throw Invalid.field('personId', 'NOT_OF_ORGANISATION', 'They do not belong to the organisation, or it has not confirmed them yet.');
    }
    if (await tx.existsBy(Membership, { communityId: handover.communityId, personId })) return;
    throw Invalid.field('personId', 'NOT_A_MEMBER', 'They are not a member here. Ask them by mail.');
  }

  /** Somebody holds the seat now that waited for a successor. Listeners may hear of it twice: then there is nothing to do. */
  private async meet(seatId: string, personId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const open = await tx.findOne(Handover, { where: { seatId }, order: { begunAt: 'DESC' }, lock: { mode: 'pessimistic_write' } });
      const seat = await tx.findOneBy(CommunitySeat, { id: seatId, holderId: personId });
      if (!open || !seat || open.acceptedAt !== null || open.fromId === personId) return;
      open.accept(personId, this.clock.now());
      await tx.save(Handover, open);
      const { id: handoverId, communityId, fromId } = open;
      await this.book.noteAccepted(tx, { personId }, open);
      if (fromId)
        await this.sources.pass(
          tx,
          { communityId, fromId, toId: personId, organisationId: seat.organisationId, hasMandate: seat.hasMandate, isRole: false },
          personId,
        );
      await this.events.publish(tx, 'communities.handover-accepted', { handoverId, communityId, fromId, personId });
    });
  }

  private async change(
    actor: Actor,
    input: HandoverInput,
    action: HandoverActionName,
    change: (tx: Tx, handover: HandoverRow, now: Actor, community: Community) => Promise<void>,
  ): Promise<HandoverRow> {
    return this.once(actor, input, async (tx) => {
      const { handover, now, community } = await this.locked(tx, actor, input.handoverId);
      authorize(now, handoverPolicy, action, handover);
      await change(tx, handover, now, community);
      await tx.save(Handover, handover);
      await this.rooms.tell(tx, `community:${handover.communityId}`, 'seats-changed', { communityId: handover.communityId });
      return handover;
    });
  }

  private async locked(tx: Tx, actor: Actor, id: string): Promise<{ handover: HandoverRow; now: Actor; community: Community }> {
    const before = await this.find(actor, uuid(id), tx);
    if (!before || !handoverPolicy.read(actor, before)) throw new NotFound();
    const { community, actor: now } = await this.roll.open(tx, actor, before.communityId);
    await this.database.run(tx, LOCK_HANDOVER, [before.id]);
    const handover = await this.find(now, before.id, tx);
    if (!handover || !community) throw new NotFound();
    return { handover, now, community };
  }

  private async once(actor: Actor, input: { mutationKey?: string }, write: (tx: Tx) => Promise<Handover>): Promise<HandoverRow> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => ({ id: (await write(tx)).id }),
      (known) => Promise.resolve({ id: known }),
    );
    const handover = await this.find(actor, id);
    if (!handover) throw new NotFound();
    return handover;
  }

  private async find(actor: Actor, id: string, tx?: Tx): Promise<HandoverRow | null> {
    const values = [actor.personIdOrNull, id];
    const [row] = tx
      ? await this.database.run<HandoverRow>(tx, HANDOVER_BY_ID, values)
      : await this.database.read<HandoverRow>(HANDOVER_BY_ID, values);
    return row ? asHandover(row) : null;
  }
}

const passingOn = ({ communityId, fromId, toId, acceptedAt, organisationId, hasMandate, role }: HandoverRow): PassingOn | null =>
  fromId ? { communityId, fromId, toId: acceptedAt ? toId : null, organisationId, hasMandate, isRole: role !== null } : null;
