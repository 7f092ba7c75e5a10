import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Merging, MergeStep } from '#domain/communities';
import { Database, type Statement } from '#platform/database';
import { Events } from '#platform/events';
import { Inbox } from './inbox.service.js';
import { NotificationKind, NotificationReason } from './notification.enums.js';

/** Notices of things that went along are of the place where these are now; those of the old community itself stay its own. $1 from */
const MOVE: Statement = {
  name: 'merging.notices',
  text: `update notification n set community_id = there.community_id, group_id = there.group_id
           from (select 'thread' as kind, id, community_id, group_id from thread union all
                 select 'session', id, community_id, group_id from session union all
                 select 'position', id, community_id, group_id from position union all
                 select 'group', id, community_id, case when is_hidden then id end from community_group) there
          where n.community_id = $1 and there.kind = n.subject_kind and there.id = n.subject_id and there.community_id = $2`,
};

/** Everybody of the two, who are members of the one that goes on by now, but who did it. */
const MEMBERS: Statement = {
  name: 'notifications.merged_members',
  text: `select m.person_id as "personId", c.slug from membership m join community c on c.id = m.community_id where c.id = $1 and m.person_id <> $2`,
};

/** Notices go along when two communities merge, and everybody concerned is told. */
@Injectable()
export class NoticesMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
    private readonly events: Events,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.merging.define('notification', {
      step: MergeStep.AFTERWARDS,
      move: (tx, { fromId, intoId }) => this.database.run(tx, MOVE, [fromId, intoId]),
    });
    this.events.listen('communities.community-merged', 'notifications.tell-members', async ({ id, payload }) => {
      const { communityId, fromId, mergedById } = payload;
      const people = await this.database.read<{ personId: string; slug: string }>(MEMBERS, [communityId, mergedById]);
      const about = { communityId, subjectKind: 'community', subjectId: fromId, kind: NotificationKind.COMMUNITY_MERGED } as const;
      const told = people.map(({ personId, slug }) => ({
        ...about,
        personId,
        path: `/c/${slug}`,
        reason: NotificationReason.YOU_ARE_MEMBER,
        actorId: mergedById,
      }));
      await this.inbox.tell(id, told);
    });
  }
}
