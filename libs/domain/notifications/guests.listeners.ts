import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { INVITED_GUEST, PEOPLE_THERE } from './audience.queries.js';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** Guests: who is invited hears of it, and so do those among whom a guest comes to read. */
@Injectable()
export class GuestListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.events.listen(
      'communities.guest-invited',
      'notifications.tell-guest',
      async ({ id, payload: { communityId, guestId, invitedById } }) => {
        const invited = await this.database.read<{ personId: string }>(INVITED_GUEST, [guestId]);
        await this.inbox.tell(
          id,
          invited.map(({ personId }) => ({
            personId,
            communityId,
            actorId: invitedById,
            path: '/guest',
            ...({
              subjectKind: 'community',
              subjectId: communityId,
            } as const),
            kind: NotificationKind.GUEST_INVITED,
            reason: NotificationReason.YOU_WERE_INVITED,
          })),
        );
      },
    );
    this.events.listen('communities.guest-let-in', 'notifications.tell-those-there', async ({ id, payload }) => {
      const { communityId, subject, subjectId, personId: actorId } = payload;
      const there = await this.database.read<{ personId: string; reason: NotificationReason }>(PEOPLE_THERE, [subjectId]);
      const isThread = subject === 'THREAD';
      await this.inbox.tell(
        id,
        there.map(({ personId, reason }) => ({
          personId,
          communityId,
          actorId,
          reason,
          subjectId,
          path: isThread ? `/t/${subjectId}` : `/s/${subjectId}`,
          subjectKind: isThread ? ('thread' as const) : ('session' as const),
          kind: NotificationKind.GUEST_READS,
        })),
      );
    });
  }
}
