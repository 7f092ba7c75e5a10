import { Injectable } from '@nestjs/common';
import { OrganisationSeat } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, authorize, type Batch } from '#platform/auth';
import { Database, onConstraint, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import type { Community } from '../community.entity.js';
import { ConfidentialityLevel, MembershipRole } from '../community.enums.js';
import { mayRead, type Place } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { asPerson } from '../people.queries.js';
import { CommunitySeat } from './community-seat.entity.js';
import { SeatBook } from './seat-book.js';
import { SeatHolding } from './seat-holding.entity.js';
import { type GovernedSeat, type SeatActionName, seatPolicy } from './seat.policy.js';
import { notOfOrganisation, SeatedAlready, SeatNotFree } from './seats.errors.js';
import type { ChangeSeatInput, FillSeatInput, SeatInput } from './seats.inputs.js';
import {
  HOLDINGS,
  LOCK_SEAT,
  MANDATED_ORGANISATION_IDS,
  SEAT_BY_ID,
  SEATS_FOR_PERSON,
  SEATS_OF_ORGANISATION,
  seatsOfCommunity,
} from './seats.queries.js';

onConstraint('community_seat_once', () => new SeatedAlready());

/** A seat with what its rules look at. */
export type SeatRow = CommunitySeat & GovernedSeat & { sortName: string };

const asSeat = (row: SeatRow): SeatRow => Object.assign(new CommunitySeat(), row, { holder: row.holder ? asPerson(row.holder) : null });

/** Seats: read, taken, filled and freed. Granting them is beside it, in `SeatGrants`. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly book: SeatBook,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
  ) {}

  /** By name of the organisation. Empty for those who may not read what is in the community. */
  async ofCommunity(actor: Actor, community: Community, { first = 50, after }: PageArgs): Promise<Page<SeatRow>> {
    const cursor = decodeCursor(after, ['string', 'uuid']);
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, null)) return pageOf<SeatRow>([], 1, () => '');
    const values = [actor.personIdOrNull, community.id, first + 1, ...(cursor ?? [])];
    const rows = await this.database.read<SeatRow>(seatsOfCommunity(cursor !== null), values);
    return pageOf(rows.map(asSeat), first, (row) => encodeCursor(row.sortName, row.id), cursor !== null);
  }

  /** Where the viewer may see them; all of them for those who belong to the organisation. */
  async ofOrganisation(actor: Actor, organisationId: string): Promise<SeatRow[]> {
    const values = [actor.personIdOrNull, organisationId, actor.communityIds, actor.speaksFor(organisationId)];
    return (await this.database.read<SeatRow>(SEATS_OF_ORGANISATION, values)).map(asSeat);
  }

  /** What the viewer holds, and what they may take: everywhere, or in one community. */
  async forViewer(actor: Actor, communityId: string | null): Promise<SeatRow[]> {
    if (!actor.isSignedIn) return [];
    return (await this.database.read<SeatRow>(SEATS_FOR_PERSON, [actor.personId, communityId])).map(asSeat);
  }

  /** Who held each seat, the present one first. Of seats that the reader may see. */
  readonly holdingsOf: Batch<string, SeatHolding[]> = async (seatIds) => {
    const rows = await this.database.read<SeatHolding>(HOLDINGS, [seatIds]);
    const holdings = rows.map((row) => Object.assign(new SeatHolding(), row, { person: row.person ? asPerson(row.person) : null }));
    return seatIds.map((id) => holdings.filter((holding) => holding.seatId === id));
  };

  /** Organisations with a mandate, in the order in which they came: those that are asked to endorse. In a group those who are in it answer. */
  async mandatedOrganisationIds(tx: Tx, { communityId, groupId }: Place): Promise<string[]> {
    return (await this.database.run<{ id: string }>(tx, MANDATED_ORGANISATION_IDS, [communityId, groupId])).map((row) => row.id);
  }

  /** The seat from which somebody answers for an organisation, as it is at this moment; it stays theirs until the transaction ends. */
  async mandateOf(tx: Tx, holderId: string, communityId: string, organisationId: string): Promise<string | null> {
    const seat = await tx.findOne(CommunitySeat, {
      where: { holderId, communityId, organisationId, hasMandate: true },
      lock: { mode: 'for_key_share' },
    });
    return seat?.id ?? null;
  }

  /** Takes a seat for oneself; who is no member yet becomes one by it, without being asked anything. @throws SeatNotFree */
  async hold(actor: Actor, input: SeatInput): Promise<SeatRow> {
    return this.write(actor, input, 'hold', async (tx, seat, now, community) => {
      const { organisationId } = seat;
      const membership = await tx.findOneBy(Membership, { communityId: community.id, personId: now.personId });
      if (!membership) {
        await this.roll.add(tx, community, { personId: now.personId, organisationId, role: MembershipRole.MEMBER, seat });
        return;
      }
      if (!membership.organisationId) await this.roll.speakFor(tx, community.id, now.personId, organisationId);
      // Saying where one comes from may already have brought a free seat.
      if (!(await tx.existsBy(CommunitySeat, { communityId: community.id, organisationId, holderId: now.personId })))
        await this.book.fill(tx, seat, now.personId, now.personId);
    });
  }

  /** Says who holds a seat. Who is no member yet is offered it; nobody is put into a community unasked. @throws SeatNotFree */
  async fill(actor: Actor, input: FillSeatInput): Promise<SeatRow> {
    return this.write(actor, input, 'fill', async (tx, seat, now) => {
      const { organisationId, communityId, id: seatId } = seat;
      const personId = uuid(input.personId);
      const place = await tx.findOneBy(OrganisationSeat, { organisationId, personId });
      if (!place) throw notOfOrganisation();
      // Those who act for the organisation confirm by this that the person belongs to it.
      if (now.speaksFor(organisationId)) await tx.update(OrganisationSeat, { id: place.id }, { isConfirmed: true });
      if (seat.holderId === personId) return;
      const before = seat.holderId;
      const membership = await tx.findOneBy(Membership, { communityId, personId });
      if (membership) {
        await this.book.fill(tx, seat, personId, now.personId);
        await tx.update(Membership, { id: membership.id }, { organisationId });
        if (membership.organisationId && membership.organisationId !== organisationId)
          await this.roll.releaseOrganisation(tx, communityId, membership.organisationId);
      } else {
        if (before) await this.book.vacate(tx, seat);
        await tx.update(CommunitySeat, { id: seatId }, { offeredToId: personId });
        await this.events.publish(tx, 'communities.seat-offered', { seatId, communityId, organisationId, personId, byId: now.personId });
      }
      if (before) await this.afterVacating(tx, communityId, before);
    });
  }

  /** Frees a seat; it stays with the organisation. */
  async vacate(actor: Actor, input: SeatInput): Promise<SeatRow> {
    return this.write(actor, input, 'vacate', async (tx, seat) => {
      const before = seat.holderId;
      await this.book.vacate(tx, seat);
      if (before) await this.afterVacating(tx, seat.communityId, before);
    });
  }

  /** What it is for, and whether it answers for the organisation. */
  async change(actor: Actor, input: ChangeSeatInput): Promise<SeatRow> {
    return this.write(actor, input, 'change', async (tx, seat, now) => {
      const { id: seatId, communityId, organisationId, hasMandate: hadMandate } = seat;
      const purpose = input.purpose === undefined ? seat.purpose : input.purpose || null;
      await tx.update(CommunitySeat, { id: seatId }, { purpose, hasMandate: input.hasMandate ?? hadMandate });
      if ((input.hasMandate ?? hadMandate) === hadMandate) return;
      await this.audit.note(tx, now, hadMandate ? 'communities.mandate-taken' : 'communities.mandate-given', {
        communityId,
        subject: { kind: 'organisation', id: organisationId },
        details: { seatId },
      });
      await this.events.publish(tx, 'communities.seat-changed', {
        seatId,
        communityId,
        organisationId,
        changedById: now.personId,
        hadMandate,
      });
    });
  }

  /** Who came in by a seat goes with it, unless they hold another one or have become more than a member. */
  async afterVacating(tx: Tx, communityId: string, personId: string): Promise<void> {
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    const membership = await tx.findOneBy(Membership, { communityId, personId });
    if (!membership?.isBySeat || membership.role !== MembershipRole.MEMBER) return;
    if (await tx.existsBy(CommunitySeat, { communityId, holderId: personId })) return;
    await this.events.publish(tx, 'communities.member-left', { communityId, personId });
    await this.roll.strike(tx, membership);
  }

  /** A seat as the viewer sees it. @throws NotFound */
  async get(actor: Actor, id: string): Promise<SeatRow> {
    const seat = await this.find(actor, id);
    authorize(actor, seatPolicy, 'read', seat);
    return seat;
  }

  async find(actor: Actor, id: string, tx?: Tx): Promise<SeatRow | null> {
    const values = [actor.personIdOrNull, uuid(id)];
    const [row] = tx ? await this.database.run<SeatRow>(tx, SEAT_BY_ID, values) : await this.database.read<SeatRow>(SEAT_BY_ID, values);
    return row ? asSeat(row) : null;
  }

  /** Under the locks of the community and the seat; the room hears of it last. */
  async write(
    actor: Actor,
    input: SeatInput,
    action: SeatActionName,
    change: (tx: Tx, seat: SeatRow, now: Actor, community: Community) => Promise<void>,
  ): Promise<SeatRow> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const before = await this.find(actor, input.seatId, tx);
        if (!before || !seatPolicy.read(actor, before)) throw new NotFound();
        const { community, actor: now } = await this.roll.open(tx, actor, before.communityId);
        await this.database.run(tx, LOCK_SEAT, [before.id]);
        const seat = await this.find(now, before.id, tx);
        if (!community || !seat) throw new NotFound();
        if (action === 'hold' && seat.holderId && !now.is(seat.holderId) && seatPolicy.read(now, seat)) throw new SeatNotFree();
        authorize(now, seatPolicy, action, seat);
        await change(tx, seat, now, community);
        const { id: seatId, communityId, organisationId } = seat;
        await this.rooms.tell(tx, `community:${communityId}`, 'seats-changed', { communityId, organisationId });
        return { id: seatId };
      },
      (seatId) => Promise.resolve({ id: seatId }),
    );
    const after = await this.find(actor, id);
    if (!after) throw new NotFound();
    return after;
  }
}
