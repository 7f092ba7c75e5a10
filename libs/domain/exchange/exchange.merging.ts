import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergedThing, type MergeTally, Merging } from '#domain/communities';
import { Database, type Statement } from '#platform/database';

const COUNT: Statement = {
  name: 'merging.count-offers',
  text: `select 0 as "intoCommunity", 0 as "intoGroup", count(*)::int as stays from offer where community_id = $1 and state = 'OPEN'`,
};

/** What somebody offered to the members of a community stays for those, until its last day. Rooms of two are never merged. */
@Injectable()
export class ExchangeMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.merging.keep('introduction');
    this.merging.define('offer', {
      count: {
        thing: MergedThing.OFFERS,
        tally: async (fromId) => (await this.database.read<MergeTally>(COUNT, [fromId]))[0] as MergeTally,
      },
    });
  }
}
