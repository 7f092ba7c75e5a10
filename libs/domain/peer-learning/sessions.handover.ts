import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentScope, HandoverSources, type PassedOn, PassedOnKind, type PassingOn } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Statement, type Tx } from '#platform/database';

/** Sessions to come that somebody scheduled, or took over. $1 community, $2 who, $3 now, $4 and $5 communities and groups of the reader. */
const SCHEDULED: Statement = {
  name: 'handovers.sessions',
  text: `select s.title, '/s/' || s.id as path, s.starts_at as at from session s join community c on c.id = s.community_id
          where s.community_id = $1 and s.scheduled_by_id = any($2::uuid[]) and s.state = 'SCHEDULED' and s.starts_at > $3
            and ${contentScope('c', `'PUBLIC'`, 's.group_id', '$4', '$5')}
          order by s.starts_at, s.id limit 100`,
};
const ORGANISE_ON: Statement = {
  name: 'handovers.organise-on',
  text: `update session set scheduled_by_id = $4 where (group_id is null or exists (select from group_membership g where g.group_id = session.group_id and g.person_id = $4)) and community_id = $1 and scheduled_by_id = $2 and state = 'SCHEDULED' and starts_at > $3`,
};

/** Who takes over organises the sessions that are still to come. */
@Injectable()
export class SessionsHandover implements OnModuleInit {
  constructor(
    private readonly sources: HandoverSources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.define('peer-learning.sessions', {
      list: (actor, passing) => this.list(actor, passing),
      pass: (tx, passing, toId) => this.pass(tx, passing, toId),
    });
  }

  private async list(actor: Actor, { communityId, fromId, toId }: PassingOn): Promise<PassedOn[]> {
    const rows = await this.database.read<Omit<PassedOn, 'kind'>>(SCHEDULED, [
      communityId,
      toId ? [fromId, toId] : [fromId],
      this.clock.now(),
      actor.communityIds,
      actor.groupIds,
    ]);
    return rows.map((row) => ({ ...row, kind: PassedOnKind.SESSION }));
  }

  private async pass(tx: Tx, { communityId, fromId }: PassingOn, toId: string): Promise<void> {
    await this.database.run(tx, ORGANISE_ON, [communityId, fromId, this.clock.now(), toId]);
  }
}
