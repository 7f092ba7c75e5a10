import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Announcements, ThreadKind } from '#domain/discussions';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { ANSWERER, THREAD_KEEPERS } from './audience.queries.js';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** What conversations bring to people because of what they are for. */
@Injectable()
export class ThreadKindsListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  onModuleInit(): void {
    this.events.listen('discussions.thread-started', 'notifications.tell-announcement', async ({ id, payload }) => {
      if (payload.kind !== ThreadKind.ANNOUNCEMENT) return;
      const people = await this.announcements.forWhom(payload.threadId);
      await this.inbox.tell(
        id,
        people.map((personId) => ({
          ...about(payload, personId),
          kind: NotificationKind.ANNOUNCEMENT,
          reason: NotificationReason.YOU_ARE_MEMBER,
          actorId: payload.authorId,
        })),
      );
    });
    this.events.listen('discussions.answer-marked', 'notifications.tell-answerer', async ({ id, payload }) => {
      const [answerer] = await this.database.read<{ personId: string; position: number }>(ANSWERER, [payload.postId]);
      if (!answerer) return;
      await this.inbox.tell(id, [
        {
          ...about(payload, answerer.personId),
          path: `/t/${payload.threadId}#post-${answerer.position}`,
          kind: NotificationKind.ANSWER_MARKED,
          reason: NotificationReason.YOU_WROTE_IN_THREAD,
          actorId: payload.byId,
        },
      ]);
    });
    this.events.listen('discussions.signal-echoed', 'notifications.tell-keepers', async ({ id, payload }) => {
      const keepers = await this.database.read<{ personId: string }>(THREAD_KEEPERS, [payload.threadId]);
      await this.inbox.tell(
        id,
        keepers.map(({ personId }) => ({
          ...about(payload, personId),
          kind: NotificationKind.SIGNAL_GROWS,
          reason: NotificationReason.YOU_COORDINATE,
          actorId: null,
        })),
      );
    });
  }
}

const about = ({ threadId, communityId }: { threadId: string; communityId: string }, personId: string) => ({
  personId,
  communityId,
  subjectKind: 'thread' as const,
  subjectId: threadId,
  path: `/t/${threadId}`,
});
