import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { ASKED_ABOUT_SEATS, SEAT_HOLDER } from './audience.queries.js';
import { Inbox, type Notice } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** Tells those concerned of seats, mandates and handovers. */
@Injectable()
export class SeatListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.seat-offered', 'notifications.tell-chosen', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          ...about(payload.communityId, payload.personId, '/profile'),
          kind: NotificationKind.SEAT_OFFERED,
          reason: NotificationReason.YOU_WERE_CHOSEN,
          actorId: payload.byId,
        },
      ]),
    );
    this.events.listen('communities.seat-changed', 'notifications.tell-holder', async ({ id, payload }) => {
      const [holder] = await this.database.read<{ personId: string; hasMandate: boolean; slug: string }>(SEAT_HOLDER, [payload.seatId]);
      if (!holder || holder.hasMandate === payload.hadMandate) return;
      const state = (has: boolean) => (has ? 'GIVEN' : 'TAKEN');
      await this.inbox.tell(id, [
        {
          ...about(payload.communityId, holder.personId, `/c/${holder.slug}/members`),
          kind: NotificationKind.MANDATE_CHANGED,
          reason: NotificationReason.YOU_HOLD_SEAT,
          actorId: payload.changedById,
          changes: [{ field: 'mandate', before: state(payload.hadMandate), after: state(holder.hasMandate) }],
        },
      ]);
    });
    this.events.listen('communities.seats-proposed', 'notifications.tell-asked', async ({ id, payload }) => {
      const values = [payload.communityId, payload.organisationId, payload.isInvitation, payload.byId];
      const people = await this.database.read<{ personId: string; path: string; reason: NotificationReason }>(ASKED_ABOUT_SEATS, values);
      await this.inbox.tell(
        id,
        people.map(({ personId, path, reason }) => ({
          ...about(payload.communityId, personId, path),
          kind: NotificationKind.SEATS_PROPOSED,
          reason,
          actorId: payload.byId,
        })),
      );
    });
    this.events.listen('communities.handover-offered', 'notifications.tell-successor', async ({ id, payload }) => {
      if (!payload.personId) return;
      await this.inbox.tell(id, [
        {
          ...about(payload.communityId, payload.personId, `/handovers/${payload.handoverId}`),
          kind: NotificationKind.HANDOVER_OFFERED,
          reason: NotificationReason.YOU_WERE_CHOSEN,
          actorId: payload.byId,
        },
      ]);
    });
  }
}

const about = (
  communityId: string,
  personId: string,
  path: string,
): Pick<Notice, 'personId' | 'communityId' | 'subjectKind' | 'subjectId' | 'path'> => ({
  personId,
  communityId,
  subjectKind: 'community',
  subjectId: communityId,
  path,
});
