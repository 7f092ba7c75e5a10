import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, type Statement, type Tx } from '#platform/database';
import { Rooms } from '#platform/realtime';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import { CommunitySeat } from '../seats/community-seat.entity.js';
import { SeatBook } from '../seats/seat-book.js';
import { Seats } from '../seats/seats.service.js';

/** Always in the same order, so that two who go at once wait for each other. */
const COMMUNITIES_FOR: Statement = {
  name: 'organisation-leaving.communities',
  text: `select community_id as "communityId" from community_seat where organisation_id = $1 and (holder_id = $2 or offered_to_id = $2)
         union select community_id from membership where organisation_id = $1 and person_id = $2 order by 1`,
};

/** What becomes of someone's part in communities once they do not belong to their organisation any more: its seats stay with it, vacant. */
@Injectable()
export class OrganisationLeaving {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly seats: Seats,
    private readonly book: SeatBook,
    private readonly rooms: Rooms,
  ) {}

  /** Whoever came by a seat goes with it; all others are members on their own account. Tells last. */
  async leave(tx: Tx, actor: Actor, organisationId: string, personId: string): Promise<void> {
    const places = await this.database.run<{ communityId: string }>(tx, COMMUNITIES_FOR, [organisationId, personId]);
    // All locks of communities before the first one of a room.
    for (const { communityId } of places) await this.roll.open(tx, actor, communityId);
    for (const { communityId } of places) {
      await tx.update(CommunitySeat, { communityId, organisationId, offeredToId: personId }, { offeredToId: null });
      const vacated = await this.book.vacateAll(tx, personId, { communityId, organisationId });
      await tx.update(Membership, { communityId, personId, organisationId }, { organisationId: null });
      await this.roll.releaseOrganisation(tx, communityId, organisationId);
      if (vacated.length > 0) await this.seats.afterVacating(tx, communityId, personId);
      await this.rooms.tell(tx, `community:${communityId}`, 'seats-changed', { communityId, organisationId });
    }
  }
}
