import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentScope, HandoverSources, type PassedOn, PassedOnKind, type PassingOn } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Database, type Statement, type Tx } from '#platform/database';

/** What somebody follows in a community, as far as the reader may read it. $1 community, $2 who, $3 and $4 communities and groups of the reader. */
const FOLLOWED: Statement = {
  name: 'handovers.followed-threads',
  text: `select t.title, '/t/' || t.id as path, t.last_post_at as at from thread_reading r join thread t on t.id = r.thread_id
           join community c on c.id = t.community_id
          where t.community_id = $1 and r.person_id = $2 and r.is_followed and ${contentScope('c', 't.level', 't.group_id', '$3', '$4')}
          order by t.last_post_at desc, t.id limit 100`,
};
/** The successor follows what the predecessor followed; who has decided against a thread keeps that. Groups keep their own members. */
const FOLLOW_ON: Statement = {
  name: 'handovers.follow-on',
  text: `insert into thread_reading (person_id, thread_id, is_followed)
         select $3, t.id, true from thread_reading r join thread t on t.id = r.thread_id
          where t.community_id = $1 and r.person_id = $2 and r.is_followed
            and (t.group_id is null or exists (select from group_membership g where g.group_id = t.group_id and g.person_id = $3))
         on conflict (person_id, thread_id) do update set is_followed = true where thread_reading.is_followed is null`,
};

/** Followed discussions stay with the seat or the role. */
@Injectable()
export class DiscussionsHandover implements OnModuleInit {
  constructor(
    private readonly sources: HandoverSources,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.sources.define('discussions.followed', {
      list: (actor, passing) => this.list(actor, passing),
      pass: (tx, passing, toId) => this.pass(tx, passing, toId),
    });
  }

  private async list(actor: Actor, { communityId, fromId }: PassingOn): Promise<PassedOn[]> {
    const rows = await this.database.read<Omit<PassedOn, 'kind'>>(FOLLOWED, [communityId, fromId, actor.communityIds, actor.groupIds]);
    return rows.map((row) => ({ ...row, kind: PassedOnKind.THREAD }));
  }

  private async pass(tx: Tx, { communityId, fromId }: PassingOn, toId: string): Promise<void> {
    await this.database.run(tx, FOLLOW_ON, [communityId, fromId, toId]);
  }
}
