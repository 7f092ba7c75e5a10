import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contentScope, HandoverSources, type PassedOn, PassedOnKind, type PassingOn } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Database, type Statement } from '#platform/database';

/**
 * What waits for the organisation's answer, and positions that somebody opened. $1 community, $2 who, $3 organisation or null, $4 and $5 communities and
 * groups of the reader. Both stay where they are: the answer belongs to the seat, the position to its community.
 */
const OPEN: Statement = {
  name: 'handovers.positions',
  text: `
    select 'ENDORSEMENT_REQUEST' as kind, p.title, '/p/' || p.id || '/endorsement' as path, r.closes_at as at
      from endorsement e join endorsement_round r on r.id = e.round_id and r.closed_at is null
      join position p on p.round_id = r.id and p.state = 'ENDORSEMENT' join community c on c.id = p.community_id
     where p.community_id = $1 and e.organisation_id = $3::uuid and e.answer is null and ${contentScope('c', `'COMMUNITY'`, 'p.group_id', '$4', '$5')}
    union all
    select 'POSITION', p.title, '/p/' || p.id, p.deadline from position p join community c on c.id = p.community_id
     where p.community_id = $1 and p.opened_by_id = $2 and p.state in ('DRAFTING', 'ENDORSEMENT') and ${contentScope('c', `'COMMUNITY'`, 'p.group_id', '$4', '$5')}
    limit 100`,
};

/** Positions and unanswered requests stand in a handover. */
@Injectable()
export class PositionsHandover implements OnModuleInit {
  constructor(
    private readonly sources: HandoverSources,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.sources.define('advocacy.positions', { list: (actor, passing) => this.list(actor, passing) });
  }

  private async list(actor: Actor, { communityId, fromId, organisationId, hasMandate }: PassingOn): Promise<PassedOn[]> {
    const values = [communityId, fromId, hasMandate ? organisationId : null, actor.communityIds, actor.groupIds];
    const rows = await this.database.read<PassedOn>(OPEN, values);
    return rows.map((row) => ({ ...row, kind: PassedOnKind[row.kind] }));
  }
}
