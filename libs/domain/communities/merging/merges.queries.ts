import type { Statement } from '#platform/database';

/** Also against those who are adding something that points at it: they finish before, or start after. */
export const LOCK: Statement = { name: 'merging.lock', text: `select from community where id = $1 for update` };

export const SET_MERGED: Statement = { name: 'merging.set-merged', text: `update community set merged_into_id = $2 where id = $1` };

/** `$1` from, `$2` into. Of the groups only those that members know of. */
export const COUNT_PEOPLE: Statement = {
  name: 'merging.count-people',
  text: `select (select count(*)::int from membership where community_id = $1) as members,
           (select count(*)::int from membership m join membership there on there.person_id = m.person_id and there.community_id = $2
             where m.community_id = $1) as "membersOfBoth",
           (select count(*)::int from community_group where community_id = $1 and not is_hidden) as groups`,
};

/** Whether unattributed words need more possible authors in the old one than in the other. */
export const FLOORS: Statement = {
  name: 'merging.floors',
  text: `select coalesce((select people from unattributed_floor where community_id = $1), 8)
              > coalesce((select people from unattributed_floor where community_id = $2), 8) as rises`,
};

/** What the movers need to know of a merger that was done. */
export const CONTINUED: Statement = {
  name: 'merging.continued',
  text: `select c.id as "fromId", c.merged_into_id as "intoId", g.id as "groupId", c.visibility = 'PUBLIC' as "isOpen"
           from community c join community_group g on g.continues_id = c.id where c.id = $1 and c.merged_into_id = g.community_id`,
};

/** Whether the second is below the first. */
export const IS_BELOW: Statement = {
  name: 'merging.is-below',
  text: `with recursive above as (
           select id, parent_id from community where id = $2
           union select c.id, c.parent_id from community c join above a on c.id = a.parent_id)
         select exists (select from above where id = $1 and id <> $2) as "isBelow"`,
};

/** Of what kinds its parts and its circle are. */
export const KINDS_OF_PARTS: Statement = {
  name: 'merging.kinds-of-parts',
  text: `select distinct kind from community where (parent_id = $1 or circle_of_id = $1) and id <> $2 and merged_into_id is null`,
};
