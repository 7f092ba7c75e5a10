import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import type { Merge } from './merging.js';

/**
 * Whoever is there already keeps what they are there. `$1` from, `$2` into, `$3` whether roles count there. They belong since the day they came to the
 * old one: nobody is welcomed as a newcomer among those they have known for years.
 */
const COME: Statement = {
  name: 'merging.come',
  text: `insert into membership (community_id, person_id, organisation_id, role, joined_at, is_by_seat)
         select $2, m.person_id, m.organisation_id, case when m.role = 'ADVISOR' or $3::boolean then m.role else 'MEMBER' end, m.joined_at, m.is_by_seat
           from membership m where m.community_id = $1
         on conflict (community_id, person_id) do nothing returning id, person_id as "personId", role`,
};
/** Who was there only by following another roll, and in the old one on their own, is there on their own from now on. */
const ON_THEIR_OWN: Statement = {
  name: 'merging.on-their-own',
  text: `update membership m set is_inherited = false from membership old
          where m.community_id = $2 and m.is_inherited and old.community_id = $1 and old.person_id = m.person_id and not old.is_inherited`,
};
/** All of them, and nobody else, read what was for them alone. Coordinators keep it; where there are none, whoever is there longest. */
const INTO_GROUP: Statement = {
  name: 'merging.into-group',
  text: `with roll as (
           select person_id, role = 'COORDINATOR' as leads, bool_or(role = 'COORDINATOR') over () as is_led,
                  row_number() over (order by role = 'ADVISOR', joined_at, id) = 1 as is_first
             from membership where community_id = $1)
         insert into group_membership (group_id, community_id, person_id, role, since)
         select $3, $2, person_id, case when leads or not is_led and is_first then 'KEEPER' else 'MEMBER' end, $4 from roll
         on conflict (group_id, person_id) do nothing`,
};
const COUNT_GROUP: Statement = {
  name: 'merging.count-group',
  text: `update community_group g set member_count = (select count(*) from group_membership m where m.group_id = g.id) where id = $1`,
};
/** Whoever leaves what goes on leaves what has become part of it. `$1` community, `$2` person */
export const LEAVE_MERGED: Statement = {
  name: 'merging.leave-merged',
  text: `with recursive merged as (
           select id from community where merged_into_id = $1 union select c.id from community c join merged m on c.merged_into_id = m.id),
         gone as (delete from membership where person_id = $2 and community_id in (select id from merged) returning community_id)
         update community set member_count = member_count - 1 where id in (select community_id from gone)`,
};

interface Comer {
  id: string;
  personId: string;
  role: string;
}

/** The people of one community come into another, and into the group that keeps what was among them. Under the locks of both. */
@Injectable()
export class MergedRoll {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
  ) {}

  /** Those who are new there. */
  async come(tx: Tx, { fromId, intoId, keepsRoles }: Merge): Promise<Comer[]> {
    const comers = await this.database.run<Comer>(tx, COME, [fromId, intoId, keepsRoles]);
    await this.database.run(tx, ON_THEIR_OWN, [fromId, intoId]);
    return comers;
  }

  /** Once they are members there. */
  async enterGroup(tx: Tx, { fromId, intoId, groupId, now }: Merge): Promise<void> {
    await this.database.run(tx, INTO_GROUP, [fromId, intoId, groupId, now]);
    await this.database.run(tx, COUNT_GROUP, [groupId]);
  }

  /** Tells those who are new there. Last in the transaction. */
  async tell(tx: Tx, { intoId: communityId }: Merge, comers: Comer[]): Promise<void> {
    for (const { id: membershipId, personId, role } of comers) {
      await this.events.publish(tx, 'communities.member-joined', { communityId, personId, membershipId });
      await this.rooms.tell(tx, `person:${personId}`, 'membership-changed', { communityId, role });
    }
  }
}
