import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Tx } from '#platform/database';
import type { Community } from '../community.entity.js';
import type { CommunityKind } from '../community.enums.js';
import { hasNoList } from '../community.policy.js';
import { mayHold } from '../family/kinds.js';
import { IS_BELOW, KINDS_OF_PARTS } from './merges.queries.js';
import { Merging } from './merging.js';
import { MergeObstacle } from './merging.enums.js';

/** What must be over, or different, before two communities may merge. */
@Injectable()
export class MergeObstacles {
  constructor(
    private readonly database: Database,
    private readonly merging: Merging,
  ) {}

  /** In the transaction of the merger, or for the preview without one. */
  async of(tx: Tx | null, from: Community, into: Community): Promise<MergeObstacle[]> {
    if (from.id === into.id) return [MergeObstacle.SAME];
    const found: MergeObstacle[] = [];
    if (from.archivedAt) found.push(MergeObstacle.ARCHIVED);
    if (into.archivedAt) found.push(MergeObstacle.OTHER_ARCHIVED);
    // A room of two, or the circle of coordinators, is somebody else's: its members come and go by other rules.
    if (from.circleOfId || into.circleOfId || from.isUnlisted || into.isUnlisted) found.push(MergeObstacle.CIRCLE);
    // Who came where no list is kept was promised that: the group that goes on would name them.
    if (hasNoList(from) || hasNoList(into)) found.push(MergeObstacle.NO_LIST);
    const [below] = await this.rows<{ isBelow: boolean }>(tx, IS_BELOW, [from.id, into.id]);
    if (below?.isBelow) found.push(MergeObstacle.OTHER_IS_PART);
    const parts = await this.rows<{ kind: CommunityKind }>(tx, KINDS_OF_PARTS, [from.id, into.id]);
    if (parts.some(({ kind }) => !mayHold(into.kind, kind))) found.push(MergeObstacle.PARTS_DO_NOT_FIT);
    for (const { obstacle } of this.merging.inOrder()) if (obstacle && (await obstacle.stands(tx, from.id))) found.push(obstacle.is);
    return found;
  }

  private rows<Row>(tx: Tx | null, statement: Statement, values: unknown[]): Promise<Row[]> {
    return tx ? this.database.run<Row>(tx, statement, values) : this.database.read<Row>(statement, values);
  }
}
