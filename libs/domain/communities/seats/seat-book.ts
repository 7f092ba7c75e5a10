import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { CommunitySeat } from './community-seat.entity.js';
import { SeatHolding } from './seat-holding.entity.js';
import { FREE_SEAT } from './seats.queries.js';

/** Who holds which seat, and who held it before. Under the lock of the community; who may is decided by the callers. */
@Injectable()
export class SeatBook {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The person must be a member. Whoever held it before is written down as such. */
  async fill(tx: Tx, seat: CommunitySeat, personId: string, byId: string): Promise<void> {
    const now = this.clock.now();
    if (seat.holderId) await this.close(tx, seat, now);
    Object.assign(seat, { holderId: personId, heldSince: now, offeredToId: null });
    await tx.update(CommunitySeat, { id: seat.id }, { holderId: personId, heldSince: now, offeredToId: null });
    await tx.insert(SeatHolding, { seatId: seat.id, personId, since: now });
    const { id: seatId, communityId, organisationId } = seat;
    await this.events.publish(tx, 'communities.seat-filled', { seatId, communityId, organisationId, personId, byId });
  }

  /** A member comes for their organisation: a free seat of it that is theirs to take becomes theirs. */
  async takeFree(tx: Tx, communityId: string, organisationId: string, personId: string): Promise<void> {
    if (await tx.existsBy(CommunitySeat, { communityId, organisationId, holderId: personId })) return;
    const [free] = await this.database.run<CommunitySeat>(tx, FREE_SEAT, [communityId, organisationId, personId]);
    if (free) await this.fill(tx, free, personId, personId);
  }

  /** Nobody holds it any more; the seat and its history stay with the organisation. */
  async vacate(tx: Tx, seat: CommunitySeat): Promise<void> {
    if (seat.holderId) await this.close(tx, seat, this.clock.now());
    await tx.update(CommunitySeat, { id: seat.id }, { holderId: null, heldSince: null, offeredToId: null });
    const { id: seatId, communityId, organisationId, holderId: personId } = seat;
    Object.assign(seat, { holderId: null, heldSince: null, offeredToId: null });
    if (personId) await this.events.publish(tx, 'communities.seat-vacated', { seatId, communityId, organisationId, personId });
  }

  /** All seats of a person in a community; of one organisation where it is named. */
  async vacateAll(tx: Tx, personId: string, where: { communityId: string; organisationId?: string }): Promise<CommunitySeat[]> {
    const seats = await tx.findBy(CommunitySeat, { holderId: personId, ...where });
    for (const seat of seats) await this.vacate(tx, seat);
    return seats;
  }

  private async close(tx: Tx, { id: seatId }: CommunitySeat, until: Date): Promise<void> {
    await tx.update(SeatHolding, { seatId, until: IsNull() }, { until });
  }
}
