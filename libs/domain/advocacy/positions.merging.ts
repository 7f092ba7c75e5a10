import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergedThing, MergeObstacle, type MergeTally, Merging } from '#domain/communities';
import { Database, type Statement, type Tx } from '#platform/database';

/** An unpublished text is for members, in a public community too; a published one keeps its public page, wherever it stands. */
const MOVE: Statement = {
  name: 'merging.positions',
  text: `update position set community_id = $2, group_id = coalesce(group_id, $3) where community_id = $1`,
};
const COUNT: Statement = {
  name: 'merging.count-positions',
  text: `select 0 as "intoCommunity", count(*)::int as "intoGroup", 0 as stays from position where community_id = $1 and group_id is null`,
};
/** Who is asked follows from the seats, which would change under the question. */
const ASKING: Statement = {
  name: 'merging.asking',
  text: `select exists (select from position where community_id = $1 and state = 'ENDORSEMENT') as stands`,
};

/** Positions go along when two communities merge. */
@Injectable()
export class PositionsMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.merging.define('position', {
      move: (tx, { fromId, intoId, groupId }) => this.database.run(tx, MOVE, [fromId, intoId, groupId]),
      count: {
        thing: MergedThing.POSITIONS,
        tally: async (fromId) => (await this.database.read<MergeTally>(COUNT, [fromId]))[0] as MergeTally,
      },
      obstacle: { is: MergeObstacle.ENDORSEMENT_OPEN, stands: (tx, fromId) => this.isAsking(tx, fromId) },
    });
  }

  private async isAsking(tx: Tx | null, fromId: string): Promise<boolean> {
    const [row] = await (tx
      ? this.database.run<{ stands: boolean }>(tx, ASKING, [fromId])
      : this.database.read<{ stands: boolean }>(ASKING, [fromId]));
    return row?.stands === true;
  }
}
