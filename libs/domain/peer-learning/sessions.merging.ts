import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergedThing, MergeObstacle, type MergeTally, Merging, openOrInGroup, tallyOf } from '#domain/communities';
import { Database, type Statement, type Tx } from '#platform/database';

const MOVE = openOrInGroup('session', { column: 'session_count', counts: `state = 'SCHEDULED'` });
const COUNT = tallyOf('session');
/** Whoever leads in the other community would read what was not said to them. It is erased soon after the session. */
const OFF_RECORD: Statement = {
  name: 'merging.off-record',
  text: `select exists (select from off_record_remark r join session s on s.id = r.session_id where s.community_id = $1) as stands`,
};

/** Sessions go along when two communities merge: where everybody read them, or into the closed group. */
@Injectable()
export class SessionsMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.merging.define('session', {
      move: (tx, { fromId, intoId, groupId, isOpen }) => this.database.run(tx, MOVE, [fromId, intoId, groupId, isOpen]),
      count: {
        thing: MergedThing.SESSIONS,
        tally: async (fromId, isOpen) => (await this.database.read<MergeTally>(COUNT, [fromId, isOpen]))[0] as MergeTally,
      },
      obstacle: { is: MergeObstacle.OFF_RECORD_OPEN, stands: (tx, fromId) => this.isOffRecord(tx, fromId) },
    });
  }

  private async isOffRecord(tx: Tx | null, fromId: string): Promise<boolean> {
    const [row] = await (tx
      ? this.database.run<{ stands: boolean }>(tx, OFF_RECORD, [fromId])
      : this.database.read<{ stands: boolean }>(OFF_RECORD, [fromId]));
    return row?.stands === true;
  }
}
