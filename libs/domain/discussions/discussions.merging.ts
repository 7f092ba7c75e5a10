import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergedThing, MergeStep, type MergeTally, Merging } from '#domain/communities';
import { Database, type Statement } from '#platform/database';

/**
 * What everybody could read stands in the other community; all else goes into the closed group, and unattributed threads stay unattributed there.
 * $1 from, $2 into, $3 the closed group, $4 whether the old community is open.
 */
const THREADS: Statement = {
  name: 'merging.threads',
  text: `with moved as (
           update thread set community_id = $2,
                  group_id = case when group_id is not null then group_id when level = 'PUBLIC' and $4::boolean then null else $3::uuid end,
                  level = case when group_id is not null or level = 'UNATTRIBUTED' or level = 'PUBLIC' and $4::boolean then level else 'GROUP' end
            where community_id = $1 returning group_id)
         update community set thread_count = thread_count + (select count(*) from moved where group_id is null) where id = $2`,
};
/** The pulse of the other community knows what was written in threads that stand in it now. Before they move. $1 from, $2 into, $3 whether the old one is open */
const PULSE: Statement = {
  name: 'merging.pulse',
  text: `insert into community_week (community_id, week, posts)
         select $2, date_trunc('week', p.created_at at time zone 'UTC')::date, count(*)::int from thread t join post p on p.thread_id = t.id
          where t.community_id = $1 and t.group_id is null and t.level = 'PUBLIC' and $3::boolean group by 2
         on conflict (community_id, week) do update set posts = community_week.posts + excluded.posts`,
};
/** A yes that is taken back brings a thread to those who read it before, which is the closed group by now; a question nobody has decided is over. */
const AUDIENCES_BACK: Statement = {
  name: 'merging.audiences-back',
  text: `update audience_request r set from_group_id = $2, from_level = case when from_level = 'UNATTRIBUTED' then from_level else 'GROUP' end
           from thread t where t.id = r.thread_id and t.community_id = $1 and r.from_group_id is null`,
};
const AUDIENCES_ASKED: Statement = {
  name: 'merging.audiences-asked',
  text: `update audience_request r set state = 'WITHDRAWN', decided_at = $2 from thread t
          where t.id = r.thread_id and t.community_id = $1 and r.state = 'ASKED'`,
};
/** What is being written for the old community goes on for the group. */
const DRAFTS: Statement = {
  name: 'merging.drafts',
  text: `update draft d set subject = 'group:' || $2::uuid where d.subject = 'community:' || $1::uuid
            and not exists (select from draft there where there.person_id = d.person_id and there.subject = 'group:' || $2::uuid)`,
};
/** As many possible authors as people could count on. $1 from, $2 into */
const FLOOR: Statement = {
  name: 'merging.floor',
  text: `insert into unattributed_floor (community_id, people) select $2, people from unattributed_floor where community_id = $1 and people > 8
         on conflict (community_id) do update set people = greatest(unattributed_floor.people, excluded.people)`,
};
/** A floor that was chosen lower there is no lower than the usual one that people here counted on. */
const USUAL_FLOOR: Statement = {
  name: 'merging.usual-floor',
  text: `update unattributed_floor set people = greatest(people, coalesce((select people from unattributed_floor where community_id = $1), 8)) where community_id = $2`,
};
const COUNT: Statement = {
  name: 'merging.count-threads',
  text: `select count(*) filter (where level = 'PUBLIC' and $2)::int as "intoCommunity",
                count(*) filter (where not (level = 'PUBLIC' and $2::boolean))::int as "intoGroup", 0 as stays
           from thread where community_id = $1 and group_id is null`,
};

/** Conversations go along when two communities merge. */
@Injectable()
export class DiscussionsMerging implements OnModuleInit {
  constructor(
    private readonly merging: Merging,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.merging.define('audience_request', {
      step: MergeStep.GROUPS,
      move: async (tx, { fromId, groupId, now }) => {
        await this.database.run(tx, AUDIENCES_ASKED, [fromId, now]);
        await this.database.run(tx, AUDIENCES_BACK, [fromId, groupId]);
      },
    });
    this.merging.define('thread', {
      move: async (tx, { fromId, intoId, groupId, isOpen }) => {
        await this.database.run(tx, AUDIENCES_BACK, [fromId, groupId]);
        await this.database.run(tx, PULSE, [fromId, intoId, isOpen]);
        await this.database.run(tx, THREADS, [fromId, intoId, groupId, isOpen]);
      },
      count: { thing: MergedThing.THREADS, tally: (fromId, isOpen) => this.tally(fromId, isOpen) },
    });
    this.merging.define('draft', { move: (tx, { fromId, groupId }) => this.database.run(tx, DRAFTS, [fromId, groupId]) });
    this.merging.define('unattributed_floor', {
      step: MergeStep.PEOPLE,
      move: async (tx, { fromId, intoId }) => {
        await this.database.run(tx, USUAL_FLOOR, [fromId, intoId]);
        await this.database.run(tx, FLOOR, [fromId, intoId]);
      },
    });
  }

  private async tally(fromId: string, isOpen: boolean): Promise<MergeTally> {
    const [row] = await this.database.read<MergeTally>(COUNT, [fromId, isOpen]);
    return row ?? { intoCommunity: 0, intoGroup: 0, stays: 0 };
  }
}
