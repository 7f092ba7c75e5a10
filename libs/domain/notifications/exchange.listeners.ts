import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '#platform/events';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** Offers, asks and introductions: who hears of them. */
@Injectable()
export class ExchangeListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    const about = (introductionId: string, personId: string) =>
      ({
        personId,
        communityId: null,
        subjectKind: 'introduction',
        subjectId: introductionId,
        path: `/introductions/${introductionId}`,
      }) as const;
    this.events.listen('exchange.introduction-asked', 'notifications.tell-asked', ({ id, payload }) =>
      this.inbox.tell(
        id,
        payload.personIds.map((personId) => ({
          ...about(payload.introductionId, personId),
          kind: NotificationKind.INTRODUCTION_ASKED,
          reason: NotificationReason.YOU_ARE_ASKED,
          actorId: payload.askerId,
        })),
      ),
    );
    this.events.listen('exchange.introduction-answered', 'notifications.tell-asker', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          ...about(payload.introductionId, payload.askerId),
          kind: payload.isAccepted ? NotificationKind.INTRODUCTION_ACCEPTED : NotificationKind.INTRODUCTION_DECLINED,
          reason: NotificationReason.YOU_ASKED,
          actorId: payload.answeredById,
        },
      ]),
    );
    this.events.listen('exchange.offer-expired', 'notifications.tell-author', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          personId: payload.personId,
          communityId: null,
          subjectKind: 'offer',
          subjectId: payload.offerId,
          path: `/exchange/${payload.offerId}`,
          kind: NotificationKind.OFFER_EXPIRED,
          reason: NotificationReason.IT_IS_YOURS,
          actorId: null,
        },
      ]),
    );
  }
}
