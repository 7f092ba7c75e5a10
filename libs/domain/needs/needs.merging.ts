import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergedThing, type MergeTally, Merging, openOrInGroup, tallyOf } from '#domain/communities';
import { Database } from '#platform/database';

const MOVE = openOrInGroup('need');
const COUNT = tallyOf('need');

/** Needs go along when two communities merge: where everybody read them, or into the closed group. */
@Injectable()
export class NeedsMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.merging.define('need', {
      move: (tx, { fromId, intoId, groupId, isOpen }) => this.database.run(tx, MOVE, [fromId, intoId, groupId, isOpen]),
      count: {
        thing: MergedThing.NEEDS,
        tally: async (fromId, isOpen) => (await this.database.read<MergeTally>(COUNT, [fromId, isOpen]))[0] as MergeTally,
      },
    });
  }
}
