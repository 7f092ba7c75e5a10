import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '#platform/events';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

declare module '#platform/events' {
  interface EventPayloads {
    // Told by `search`, which stands on the same step: the shape is said on both sides.
    'search.news-found': { savedSearchId: string; personId: string };
  }
}

/** Searches that people keep: who hears of what they find. */
@Injectable()
export class SearchListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.events.listen('search.news-found', 'notifications.tell-searcher', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          personId: payload.personId,
          communityId: null,
          subjectKind: 'saved-search',
          subjectId: payload.savedSearchId,
          path: `/search?saved=${payload.savedSearchId}`,
          kind: NotificationKind.SEARCH_FOUND,
          reason: NotificationReason.IT_IS_YOURS,
          actorId: null,
        },
      ]),
    );
  }
}
