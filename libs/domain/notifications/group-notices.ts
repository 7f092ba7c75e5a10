import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Statement } from '#platform/database';
import { Events } from '#platform/events';
import { Inbox, type Notice } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** $1 group: where its page is. */
const COMMUNITY_OF_GROUP: Statement = {
  name: 'notifications.community_of_group',
  text: `select c.slug from community_group g join community c on c.id = g.community_id where g.id = $1`,
};
/** $1 group, $2 the one who asks. */
const KEEPERS: Statement = {
  name: 'notifications.group_keepers',
  text: `select person_id as "personId" from group_membership where group_id = $1 and role = 'KEEPER' and person_id <> $2`,
};

/** Turns what groups tell about who is in them into notices. Mails name the community and never the group. */
@Injectable()
export class GroupNotices implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly inbox: Inbox,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.events.listen('communities.group-member-added', 'notifications.tell-brought-in', async ({ id, payload }) => {
      if (payload.cameBy !== 'ADDED') return;
      await this.tell(id, payload, [payload.personId], payload.byId, NotificationKind.GROUP_ADDED, NotificationReason.YOU_ARE_IN_GROUP);
    });
    this.events.listen('communities.group-join-requested', 'notifications.tell-keepers', async ({ id, payload }) => {
      const keepers = await this.database.read<{ personId: string }>(KEEPERS, [payload.groupId, payload.personId]);
      const people = keepers.map(({ personId }) => personId);
      await this.tell(id, payload, people, payload.personId, NotificationKind.GROUP_REQUESTED, NotificationReason.YOU_KEEP_GROUP);
    });
    this.events.listen('communities.group-join-answered', 'notifications.tell-asker', ({ id, payload }) =>
      this.tell(id, payload, [payload.personId], payload.byId, NotificationKind.GROUP_ANSWERED, NotificationReason.YOU_ASKED_TO_JOIN),
    );
  }

  private async tell(
    eventId: string,
    { communityId, groupId }: { communityId: string; groupId: string },
    people: string[],
    actorId: string,
    kind: NotificationKind,
    reason: NotificationReason,
  ): Promise<void> {
    const [place] = await this.database.read<{ slug: string }>(COMMUNITY_OF_GROUP, [groupId]);
    if (!place) return;
    const path = `/c/${place.slug}/groups/${groupId}`;
    const notice = { kind, reason, communityId, actorId, subjectKind: 'group', subjectId: groupId, path } satisfies Omit<
      Notice,
      'personId'
    >;
    await this.inbox.tell(
      eventId,
      people.map((personId) => ({ ...notice, personId })),
    );
  }
}
