import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '#platform/events';
import { Seats } from './seats.service.js';

/** Whoever is no longer in a community or a group does not hold seats that its members wait for. */
@Injectable()
export class PeerLearningListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly seats: Seats,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.member-left', 'peer-learning.free-seats', ({ payload }) =>
      this.seats.giveUpAllIn(payload.personId, payload.communityId),
    );
    this.events.listen('communities.group-member-gone', 'peer-learning.free-seats', ({ payload }) =>
      this.seats.giveUpAllIn(payload.personId, payload.communityId),
    );
    this.events.listen('communities.member-removed', 'peer-learning.free-seats', ({ payload }) =>
      this.seats.giveUpAllIn(payload.personId, payload.communityId),
    );
  }
}
