import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Profiles, type Ties } from '#domain/people';
import { Database, type Statement } from '#platform/database';
import { WITHOUT_LIST } from './community.policy.js';

/** $1 whose eyes, $2 the owners of the profiles: those with whom a community is shared, and whether the viewer looks after one of them. */
const TIES: Statement = {
  name: 'memberships.ties',
  text: `select theirs.person_id as "personId", bool_or(mine.role in ('FACILITATOR', 'COORDINATOR')) as "looksAfter"
           from membership mine join membership theirs on theirs.community_id = mine.community_id
          where mine.person_id = $1 and theirs.person_id = any($2)
            and (mine.community_id not in ${WITHOUT_LIST} or theirs.role in ('FACILITATOR', 'COORDINATOR')) group by theirs.person_id`,
};

/** Tells `people` who shares a community with whom: it decides what they see of each other. */
@Injectable()
export class CommunityTies implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly profiles: Profiles,
  ) {}

  onModuleInit(): void {
    this.profiles.know(this.ties);
  }

  /** One request has one viewer. */
  private readonly ties: Ties = async (keys) => {
    const pairs = keys.map((key) => key.split(' ') as [string, string]);
    const owners = pairs.map(([, ownerId]) => ownerId);
    const rows = await this.database.read<{ personId: string; looksAfter: boolean }>(TIES, [pairs[0]?.[0], owners]);
    const byOwner = new Map(
      rows.map(({ personId, looksAfter }) => [personId, looksAfter ? ('COORDINATOR' as const) : ('FELLOW' as const)]),
    );
    return owners.map((id) => byOwner.get(id) ?? null);
  };
}
