import { Injectable } from '@nestjs/common';
import { Database, type Statement, type Tx } from '#platform/database';
import { Events } from '#platform/events';
import { Rooms } from '#platform/realtime';
import { GroupRoll } from '../groups/group-roll.js';
import { SeatBook } from '../seats/seat-book.js';

/** Rolls that follow the one of `$1`: parts that take their members from it, its coordinators' circle, and the circle of which it is a sibling. */
const FOLLOWERS: Statement = {
  name: 'rolls.followers',
  text: `select c.id, c.circle_of_id as "circleOfId" from community c
          where c.parent_id = $1 and c.inherits_members and c.circle_of_id is null
             or c.circle_of_id = $1 or c.circle_of_id = (select parent_id from community where id = $1)
          order by c.id`,
};
const LOCK: Statement = { name: 'rolls.lock', text: `select from community where id = $1 for no key update` };

/** Who belongs into a part that takes its members from its parent. Nobody, once it does not. Nobody gets a higher role by following. */
const MEMBERS_OF_PARENT = `
  select m.person_id, m.organisation_id, case when m.role in ('FACILITATOR', 'COORDINATOR') then 'MEMBER' else m.role end as role
    from membership m join community c on c.parent_id = m.community_id where c.id = $1 and c.inherits_members`;
/** Who belongs into a coordinators' circle: those of the whole, who coordinate it too, and those of its living parts. */
const COORDINATORS_OF_FAMILY = `
  select distinct on (m.person_id) m.person_id, null::uuid as organisation_id,
         case when m.community_id = circle.circle_of_id then 'COORDINATOR' else 'MEMBER' end as role
    from community circle
    join community c on c.id = circle.circle_of_id or c.parent_id = circle.circle_of_id and c.circle_of_id is null and c.archived_at is null
    join membership m on m.community_id = c.id and m.role = 'COORDINATOR'
   where circle.id = $1 order by m.person_id, m.community_id = circle.circle_of_id desc`;

/** Brings the inherited memberships of `$1` in step in one go; whoever came on their own stays as they are. `$2` is now. */
const inStep = (name: string, wanted: string): Statement => ({
  name: `rolls.in-step.${name}`,
  text: `with wanted as (${wanted}),
    gone as (delete from membership m where m.community_id = $1 and m.is_inherited and not exists (select from wanted w where w.person_id = m.person_id)
      returning m.id, m.person_id),
    changed as (update membership m set role = w.role from wanted w
      where m.community_id = $1 and m.is_inherited and m.person_id = w.person_id and m.role <> w.role returning m.id, m.person_id, m.role),
    come as (insert into membership (community_id, person_id, organisation_id, role, joined_at, is_inherited)
      select $1, w.person_id, w.organisation_id, w.role, $2, true from wanted w on conflict (community_id, person_id) do nothing
      returning id, person_id, role)
    select 'GONE' as what, id, person_id as "personId", null as role from gone
    union all select 'CHANGED', id, person_id, role from changed union all select 'COME', id, person_id, role from come`,
});
const leaving = (name: string, wanted: string): Statement => ({
  name: `rolls.leaving.${name}`,
  text: `with wanted as (${wanted}) select m.person_id as "personId" from membership m
          where m.community_id = $1 and m.is_inherited and not exists (select from wanted w where w.person_id = m.person_id)`,
});
const PART_LEAVING = leaving('part', MEMBERS_OF_PARENT);
const CIRCLE_LEAVING = leaving('circle', COORDINATORS_OF_FAMILY);
const PART_IN_STEP = inStep('part', MEMBERS_OF_PARENT);
const CIRCLE_IN_STEP = inStep('circle', COORDINATORS_OF_FAMILY);

const ORGANISATIONS_GONE: Statement = {
  name: 'rolls.organisations-gone',
  text: `delete from community_organisation o where o.community_id = $1
          and not exists (select from community_seat s where s.community_id = $1 and s.organisation_id = o.organisation_id and s.ended_at is null)
          and not exists (select from membership m where m.community_id = $1 and m.organisation_id = o.organisation_id)`,
};
const ORGANISATIONS_COME: Statement = {
  name: 'rolls.organisations-come',
  text: `insert into community_organisation (community_id, organisation_id, since)
         select distinct community_id, organisation_id, $2::timestamptz from membership where community_id = $1 and organisation_id is not null
         on conflict do nothing`,
};
const COUNTED: Statement = {
  name: 'rolls.counted',
  text: `update community set member_count = (select count(*) from membership where community_id = $1),
           organisation_count = (select count(*) from community_organisation where community_id = $1) where id = $1`,
};

interface Step {
  what: 'GONE' | 'CHANGED' | 'COME';
  id: string;
  personId: string;
  role: string | null;
}

/**
 * Rolls that follow others: parts that take over the members of their parent, and coordinators' circles. They hold real membership rows, marked
 * inherited, which change in the transaction that changes the roll they follow; so every rule, list and socket treats them like any other.
 * Locks go from the whole to its parts and from the parts to the circle, never back.
 */
@Injectable()
export class FollowingRolls {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly groups: GroupRoll,
    private readonly seats: SeatBook,
  ) {}

  /** To be called, under the community's lock, whenever its members or their roles have changed. */
  async followed(tx: Tx, communityId: string, now: Date): Promise<void> {
    const followers = await this.database.run<{ id: string; circleOfId: string | null }>(tx, FOLLOWERS, [communityId]);
    for (const { id, circleOfId } of followers) await this.bringInStep(tx, id, circleOfId !== null, now);
  }

  /** After a community became, or ceased to be, one whose roll follows another's. */
  async bringInStep(tx: Tx, communityId: string, isCircle: boolean, now: Date): Promise<void> {
    await this.database.run(tx, LOCK, [communityId]);
    // Groups and seats are left first, in their own way: they have keepers, counters and a history of their own.
    const gone = await this.database.run<{ personId: string }>(tx, isCircle ? CIRCLE_LEAVING : PART_LEAVING, [communityId]);
    for (const { personId } of gone) {
      await this.groups.strikeFromAll(tx, communityId, personId);
      await this.seats.vacateAll(tx, personId, { communityId });
    }
    const steps = await this.database.run<Step>(tx, isCircle ? CIRCLE_IN_STEP : PART_IN_STEP, [communityId, now]);
    if (steps.length === 0) return;
    await this.database.run(tx, ORGANISATIONS_GONE, [communityId]);
    await this.database.run(tx, ORGANISATIONS_COME, [communityId, now]);
    await this.database.run(tx, COUNTED, [communityId]);
    await this.followed(tx, communityId, now);
    for (const { what, id: membershipId, personId, role } of steps) {
      if (what === 'GONE') await this.events.publish(tx, 'communities.member-left', { communityId, personId });
      if (what === 'COME') await this.events.publish(tx, 'communities.member-joined', { communityId, personId, membershipId });
      this.database.afterCommit(tx, () => this.rooms.recheck(personId));
      await this.rooms.tell(tx, `person:${personId}`, 'membership-changed', { communityId, role });
    }
  }
}
