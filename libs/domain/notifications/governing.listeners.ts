import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Statement } from '#platform/database';
import { Events } from '#platform/events';
import { ASKED_FOR_SEATS, ASKED_TO_AGREE, COORDINATORS, MAY_SUPPORT, PETITION_PEOPLE } from './governing.queries.js';
import { Inbox, type Notice } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** What one event means to all it concerns; the reason stands here or with each of them. */
type Told = Omit<Notice, 'personId' | 'path' | 'reason'> & { reason?: NotificationReason };

/** Ties between communities, petitions, charters and answers about seats: who hears of them. Who acted in another community than the reader's is not named. */
@Injectable()
export class GoverningListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.hearTies();
    this.hearPetitions();
    this.events.listen('communities.organisation-person-removed', 'notifications.tell-removed', ({ id, payload }) =>
      this.inbox.tell(id, [
        {
          personId: payload.personId,
          communityId: null,
          subjectKind: 'organisation',
          subjectId: payload.organisationId,
          path: `/o/${payload.organisationId}`,
          kind: NotificationKind.ORGANISATION_LEFT,
          reason: NotificationReason.YOU_BELONGED_TO_IT,
          actorId: payload.byId,
        },
      ]),
    );
    this.events.listen('communities.charter-written', 'notifications.tell-members', ({ id, payload: { communityId, byId, version } }) =>
      this.tell(id, ASKED_TO_AGREE, [communityId, byId, version], {
        ...about(communityId),
        kind: NotificationKind.CHARTER_CHANGED,
        reason: NotificationReason.YOU_ARE_MEMBER,
        actorId: byId,
      }),
    );
    this.events.listen(
      'communities.seats-answered',
      'notifications.tell-asking-side',
      ({ id, payload: { communityId, proposalId, byId } }) =>
        this.tell(id, ASKED_FOR_SEATS, [proposalId, byId], { ...about(communityId), kind: NotificationKind.SEATS_ANSWERED, actorId: null }),
    );
  }

  private hearTies(): void {
    const tell = (eventId: string, communityId: string, byId: string, kind: NotificationKind) =>
      this.tell(eventId, COORDINATORS, [communityId, byId, '/family'], {
        ...about(communityId),
        kind,
        reason: NotificationReason.YOU_COORDINATE,
        actorId: null,
      });
    this.events.listen('communities.tie-proposed', 'notifications.tell-asked', ({ id, payload: { askedId, proposedById } }) =>
      tell(id, askedId, proposedById, NotificationKind.TIE_PROPOSED),
    );
    this.events.listen('communities.tie-answered', 'notifications.tell-proposer', ({ id, payload: { communityId, answeredById } }) =>
      tell(id, communityId, answeredById, NotificationKind.TIE_ANSWERED),
    );
  }

  private hearPetitions(): void {
    const petition = ({ communityId, petitionId }: { communityId: string; petitionId: string }) =>
      ({ communityId, subjectKind: 'petition', subjectId: petitionId }) as const;
    this.events.listen('communities.petition-started', 'notifications.tell-supporters', ({ id, payload }) =>
      this.tell(id, MAY_SUPPORT, [payload.petitionId], {
        ...petition(payload),
        kind: NotificationKind.PETITION_STARTED,
        reason: NotificationReason.YOU_ARE_MEMBER,
        actorId: payload.petitionerId,
      }),
    );
    // Who gave the last support that it needed is not told: supporters are a number.
    this.events.listen('communities.petition-decided', 'notifications.tell-asking', ({ id, payload }) =>
      this.tell(id, PETITION_PEOPLE, [payload.petitionId, payload.decidedById], {
        ...petition(payload),
        kind: payload.isGranted ? NotificationKind.PETITION_OPENED : NotificationKind.PETITION_REFUSED,
        actorId: payload.isGranted ? null : payload.decidedById,
      }),
    );
  }

  private async tell(eventId: string, whom: Statement, values: unknown[], { reason, ...told }: Told): Promise<void> {
    const people = await this.database.read<{ personId: string; path: string; reason?: NotificationReason }>(whom, values);
    await this.inbox.tell(
      eventId,
      people.map((person) => ({ ...told, ...person, reason: person.reason ?? reason ?? NotificationReason.YOU_ARE_MEMBER })),
    );
  }
}

const about = (communityId: string) => ({ communityId, subjectKind: 'community', subjectId: communityId }) as const;
