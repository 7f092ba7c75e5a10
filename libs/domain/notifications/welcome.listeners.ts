import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { REMIND_CONTACTS, SLUG_OF } from './audience.queries.js';
import { Inbox, type Notice } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

const REMIND = 'notifications.remind-contacts';
/** A contact hears of their newcomer once more when nothing was read or done for so long. */
const WAITS_MS = 5 * 86_400_000;

interface Waiting {
  communityId: string;
  slug: string;
  personId: string;
  contactId: string;
}

/** Newcomers hear who welcomes them, and their contacts hear of them; once more where the newcomer has not found the way. */
@Injectable()
export class WelcomeListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly inbox: Inbox,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.newcomer-welcomed', 'notifications.tell-newcomer', async ({ id, payload }) => {
      const { communityId, personId, contactId, byId } = payload;
      const [found] = await this.database.read<{ slug: string }>(SLUG_OF, [communityId]);
      if (!found) return;
      const welcomed: Notice = {
        ...placed({ communityId, slug: found.slug, personId }),
        kind: NotificationKind.WELCOMED,
        reason: NotificationReason.YOU_ASKED_TO_JOIN,
        actorId: byId,
      };
      const given = contactId && contactId !== byId ? [ofContact({ communityId, slug: found.slug, personId, contactId })] : [];
      await this.inbox.tell(id, [welcomed, ...given]);
    });
    this.jobs.define(REMIND, () => this.remind(), '17 7 * * *');
  }

  /** Each newcomer once: what is reminded of is written down before the notices leave. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.database.read<Waiting & { id: string }>(REMIND_CONTACTS, [now, new Date(now.getTime() - WAITS_MS)]);
    for (const { id, ...one } of waiting) await this.inbox.tell(id, [ofContact(one)]);
  }
}

const placed = ({ communityId, slug, personId }: Omit<Waiting, 'contactId'>) =>
  ({ personId, communityId, subjectKind: 'community', subjectId: communityId, path: `/c/${slug}` }) as const;

const ofContact = ({ contactId, personId, ...place }: Waiting): Notice => ({
  ...placed({ ...place, personId: contactId }),
  path: `/people/${personId}`,
  kind: NotificationKind.NEWCOMER_GIVEN,
  reason: NotificationReason.YOU_WERE_CHOSEN,
  actorId: personId,
});
