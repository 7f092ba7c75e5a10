import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { MembershipRole, reaches } from '../community.enums.js';
import { PassedOnKind } from './handover.enums.js';
import { HandoverSources, type PassedOn, type PassingOn } from './handover-sources.js';

const WAITING: Statement = {
  name: 'handovers.join-requests',
  text: `select c.name as title, '/c/' || c.slug || '/members' as path, min(r.created_at) as at from join_request r join community c on c.id = r.community_id
          where r.community_id = $1 and r.answered_at is null group by c.id having count(*) > 0`,
};

/** Requests that wait for an answer belong to the role. */
@Injectable()
export class JoinRequestsHandover implements OnModuleInit {
  constructor(
    private readonly sources: HandoverSources,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.sources.define('communities.join-requests', { list: (actor, passing) => this.list(actor, passing) });
  }

  private async list(actor: Actor, { communityId, isRole }: PassingOn): Promise<PassedOn[]> {
    if (!isRole || !reaches(actor.roleIn(communityId), MembershipRole.FACILITATOR)) return [];
    const rows = await this.database.read<Omit<PassedOn, 'kind'>>(WAITING, [communityId]);
    return rows.map((row) => ({ ...row, kind: PassedOnKind.JOIN_REQUESTS }));
  }
}
