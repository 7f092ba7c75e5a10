import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import {
  COMMUNITY_SLUG,
  FACILITATORS,
  INVITED_PERSON,
  MANDATED_MEMBERS,
  MEMBERS_AMONG,
  POSITION_PEOPLE,
  SEAT_HOLDERS,
  SESSION_CHANGES,
  THREAD_FOLLOWERS,
} from './audience.queries.js';
import { Inbox, type Notice } from './inbox.service.js';
import type { NotificationChange } from './notification.entity.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

interface Someone {
  personId: string;
}

/** Why one hears of a session, by how one stands in it. */
const REASONS: Record<string, NotificationReason> = { TAKEN: NotificationReason.YOU_HAVE_SEAT, GUEST: NotificationReason.YOU_ARE_GUEST };

/** Turns what modules tell into notices: who hears of it, and why. */
@Injectable()
export class NotificationListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.hearDiscussions();
    this.hearSessions();
    this.hearPositions();
    this.hearCommunities();
  }

  private hearDiscussions(): void {
    const mention = async (
      eventId: string,
      told: { threadId: string; postId: string; communityId: string; authorId: string | null },
      ids: string[],
      position?: number,
    ) => {
      if (ids.length === 0) return;
      const members = await this.database.read<Someone>(MEMBERS_AMONG, [told.communityId, ids.filter((id) => id !== told.authorId)]);
      await this.inbox.tell(
        eventId,
        members.map(({ personId }) => ({
          personId,
          kind: NotificationKind.MENTION,
          reason: NotificationReason.YOU_WERE_MENTIONED,
          communityId: told.communityId,
          actorId: told.authorId,
          subjectKind: 'thread',
          subjectId: told.threadId,
          path: position === undefined ? `/t/${told.threadId}` : `/t/${told.threadId}#post-${position}`,
          ...(position === undefined ? {} : { position }),
        })),
      );
    };
    this.events.listen('discussions.thread-started', 'notifications.tell-mentioned', ({ id, payload }) =>
      mention(id, payload, payload.mentionedIds),
    );
    this.events.listen('discussions.post-edited', 'notifications.tell-mentioned', ({ id, payload }) =>
      mention(id, payload, payload.newlyMentionedIds),
    );
    this.events.listenMany('discussions.post-added', 'notifications.tell-readers', async (events) => {
      for (const { id, payload } of events) await mention(id, payload, payload.mentionedIds, payload.position);
      const followers = await this.database.read<Someone & { post: number }>(THREAD_FOLLOWERS, [
        events.map(({ payload }) => payload.threadId),
        events.map(({ payload }) => payload.position),
        events.map(({ payload }) => payload.authorId),
      ]);
      const notices = followers.flatMap(({ personId, post }) => {
        const event = events[post];
        if (!event || event.payload.mentionedIds.includes(personId)) return [];
        const { threadId, communityId, authorId: actorId, position } = event.payload;
        return {
          eventId: event.id,
          personId,
          kind: NotificationKind.REPLY,
          reason: NotificationReason.YOU_FOLLOW_THREAD,
          communityId,
          actorId,
          subjectKind: 'thread' as const,
          subjectId: threadId,
          path: `/t/${threadId}`,
          position,
        };
      });
      await this.inbox.tellAll(notices);
    });
    this.events.listen('discussions.audience-asked', 'notifications.ask-authors', ({ id, payload }) =>
      this.inbox.tell(
        id,
        payload.personIds.map((personId) => ({
          personId,
          communityId: payload.communityId,
          actorId: payload.askedById,
          path: '/asks',
          ...({
            subjectKind: 'thread',
            subjectId: payload.threadId,
          } as const),
          kind: NotificationKind.AUDIENCE_ASKED,
          reason: NotificationReason.YOU_WROTE_IN_THREAD,
        })),
      ),
    );
    this.events.listen('discussions.audience-decided', 'notifications.tell-asker', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          personId: payload.askedById,
          communityId: payload.communityId,
          actorId: null,
          path: `/t/${payload.threadId}`,
          ...({
            subjectKind: 'thread',
            subjectId: payload.threadId,
          } as const),
          kind: NotificationKind.AUDIENCE_DECIDED,
          reason: NotificationReason.YOU_ASKED_AUTHORS,
        },
      ]),
    );
  }

  private hearSessions(): void {
    const tellHolders = async (
      eventId: string,
      kind: NotificationKind,
      told: { sessionId: string; communityId: string },
      actorId: string,
      changes: NotificationChange[],
    ) => {
      const holders = await this.database.read<Someone & { state: string }>(SEAT_HOLDERS, [told.sessionId, actorId]);
      await this.inbox.tell(
        eventId,
        holders.map(({ personId, state }) => ({
          ...this.aboutSession(told, personId),
          kind,
          reason: REASONS[state] ?? NotificationReason.YOU_WAIT_FOR_SEAT,
          actorId,
          changes,
        })),
      );
    };
    this.events.listen('peer-learning.session-changed', 'notifications.tell-seats', async ({ id, payload }) => {
      const changes = await this.database.read<NotificationChange>(SESSION_CHANGES, [payload.changeIds]);
      if (changes.length > 0) await tellHolders(id, NotificationKind.SESSION_CHANGED, payload, payload.changedById, changes);
    });
    this.events.listen('peer-learning.session-cancelled', 'notifications.tell-seats', ({ id, payload }) =>
      tellHolders(id, NotificationKind.SESSION_CANCELLED, payload, payload.cancelledById, []),
    );
    this.events.listen('peer-learning.seat-moved-up', 'notifications.tell-moved', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          ...this.aboutSession(payload, payload.personId),
          kind: NotificationKind.SEAT_MOVED_UP,
          reason: NotificationReason.YOU_HAVE_SEAT,
          actorId: null,
        },
      ]),
    );
    this.events.listen('peer-learning.session-is-near', 'notifications.remind', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          ...this.aboutSession(payload, payload.personId),
          kind: NotificationKind.SESSION_REMINDER,
          reason: NotificationReason.YOU_HAVE_SEAT,
          actorId: null,
        },
      ]),
    );
  }

  private hearPositions(): void {
    const about = (told: { positionId: string; communityId: string }, personId: string, place = '') =>
      ({
        personId,
        communityId: told.communityId,
        subjectKind: 'position',
        subjectId: told.positionId,
        path: `/p/${told.positionId}${place}`,
      }) as const;
    this.events.listen('advocacy.endorsement-requested', 'notifications.tell-mandated', async ({ id, payload }) => {
      const people = await this.database.read<Someone>(MANDATED_MEMBERS, [
        payload.communityId,
        payload.organisationIds,
        payload.personId,
        payload.positionId,
      ]);
      await this.inbox.tell(
        id,
        people.map(({ personId }) => ({
          ...about(payload, personId, '/endorsement'),
          kind: NotificationKind.ENDORSEMENT_REQUESTED,
          reason: NotificationReason.YOU_ANSWER_FOR_ORGANISATION,
          actorId: payload.personId,
        })),
      );
    });
    this.events.listen('advocacy.position-decided', 'notifications.tell-writers', async ({ id, payload }) => {
      const people = await this.database.read<Someone>(POSITION_PEOPLE, [payload.positionId, payload.personId]);
      await this.inbox.tell(
        id,
        people.map(({ personId }) => ({
          ...about(payload, personId),
          kind: NotificationKind.POSITION_DECIDED,
          reason: NotificationReason.YOU_WROTE_IN_POSITION,
          actorId: payload.personId,
        })),
      );
    });
  }

  private hearCommunities(): void {
    const about = (communityId: string, slug: string, personId: string, place = '') =>
      ({ personId, communityId, subjectKind: 'community', subjectId: communityId, path: `/c/${slug}${place}` }) as const;
    this.events.listen('communities.join-requested', 'notifications.tell-facilitators', async ({ id, payload }) => {
      const people = await this.database.read<Someone & { slug: string }>(FACILITATORS, [payload.communityId, payload.personId]);
      await this.inbox.tell(
        id,
        people.map(({ personId, slug }) => ({
          ...about(payload.communityId, slug, personId, '/members'),
          kind: NotificationKind.JOIN_REQUESTED,
          reason: NotificationReason.YOU_COORDINATE,
          actorId: payload.personId,
        })),
      );
    });
    this.events.listen('communities.join-answered', 'notifications.tell-applicant', async ({ id, payload }) => {
      const [community] = await this.database.read<{ slug: string }>(COMMUNITY_SLUG, [payload.communityId]);
      if (!community) return;
      const changes = [{ field: 'membership', before: null, after: payload.isAccepted ? 'ACCEPTED' : 'DECLINED' }];
      await this.inbox.tell(id, [
        {
          ...about(payload.communityId, community.slug, payload.personId),
          kind: NotificationKind.JOIN_ANSWERED,
          reason: NotificationReason.YOU_ASKED_TO_JOIN,
          actorId: payload.answeredById,
          changes,
        },
      ]);
    });
    this.events.listen('communities.invited', 'notifications.tell-invited', async ({ id, payload }) => {
      const [invited] = await this.database.read<Someone & { slug: string }>(INVITED_PERSON, [payload.invitationId]);
      if (!invited) return;
      await this.inbox.tell(id, [
        {
          ...about(payload.communityId, invited.slug, invited.personId),
          kind: NotificationKind.INVITED,
          reason: NotificationReason.YOU_WERE_INVITED,
          actorId: payload.invitedById,
        },
      ]);
    });
  }

  private aboutSession(
    told: { sessionId: string; communityId: string },
    personId: string,
  ): Pick<Notice, 'personId' | 'communityId' | 'subjectKind' | 'subjectId' | 'path'> {
    return { personId, communityId: told.communityId, subjectKind: 'session', subjectId: told.sessionId, path: `/s/${told.sessionId}` };
  }
}
