import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { OWE_FEES } from './audience.queries.js';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** Tells whoever is asked for a fee, themselves or their organisation: nobody shall find out by being stopped. */
@Injectable()
export class FeeListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.fees-noted', 'notifications.tell-who-owes', async ({ id, payload }) => {
      const values = [payload.feeIds, payload.notedById];
      const people = await this.database.read<{ personId: string; slug: string }>(OWE_FEES, values);
      await this.inbox.tell(
        id,
        people.map(({ personId, slug }) => ({
          personId,
          communityId: payload.communityId,
          subjectKind: 'community',
          subjectId: payload.communityId,
          path: `/c/${slug}#fees`,
          kind: NotificationKind.FEE_ASKED,
          reason: NotificationReason.YOU_ARE_ASKED,
          actorId: payload.notedById,
        })),
      );
    });
  }
}
