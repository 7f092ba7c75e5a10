import type { Statement } from '#platform/database';
import { PERSON_JSON } from '../people.queries.js';

const COLUMNS = `g.id, g.community_id as "communityId", g.name, g.purpose, g.is_hidden as "isHidden", g.join_policy as "joinPolicy",
  g.created_by_id as "createdById", g.created_at as "createdAt", g.archived_at as "archivedAt", g.member_count as "memberCount"`;

/** $1 community, $2 groups the viewer is in: what they may know of, by name; what goes on before what is archived. */
export const GROUPS_OF_COMMUNITY: Statement = {
  name: 'groups.of-community',
  text: `select ${COLUMNS} from community_group g where g.community_id = $1 and (not g.is_hidden or g.id = any($2::uuid[]))
          order by g.archived_at is not null, plain(g.name), g.id limit 200`,
};
export const GROUP: Statement = { name: 'groups.by-id', text: `select ${COLUMNS} from community_group g where g.id = $1` };
export const GROUPS_BY_IDS: Statement = {
  name: 'groups.by-ids',
  text: `select ${COLUMNS} from community_group g where g.id = any($1::uuid[])`,
};
const MEMBER_COLUMNS = `m.id, m.group_id as "groupId", m.community_id as "communityId", m.person_id as "personId", m.role, m.since, ${PERSON_JSON} as person`;

/** Keepers first, then in the order of coming. `$1` group, `$2` how many, then the cursor's three values. */
export const groupMembersPage = (hasCursor: boolean): Statement => ({
  name: `groups.members${hasCursor ? '.on' : ''}`,
  text: `select ${MEMBER_COLUMNS} from group_membership m join person p on p.id = m.person_id
          where m.group_id = $1 ${hasCursor ? 'and (m.role, m.since, m.id) > ($3, $4::timestamptz, $5::uuid)' : ''}
          order by m.role, m.since, m.id limit $2`,
});
export const GROUP_MEMBERSHIP: Statement = {
  name: 'groups.membership',
  text: `select ${MEMBER_COLUMNS} from group_membership m join person p on p.id = m.person_id where m.id = $1`,
};
/** $1 groups: whom one writes to. */
export const GROUP_KEEPERS: Statement = {
  name: 'groups.keepers',
  text: `select m.group_id as "groupId", ${PERSON_JSON} as person from group_membership m join person p on p.id = m.person_id
          where m.group_id = any($1::uuid[]) and m.role = 'KEEPER' order by m.since, m.id`,
};
const REQUEST_COLUMNS = `r.id, r.group_id as "groupId", r.community_id as "communityId", r.person_id as "personId", r.message,
  r.created_at as "createdAt", ${PERSON_JSON} as person`;

export const GROUP_REQUESTS: Statement = {
  name: 'groups.requests',
  text: `select ${REQUEST_COLUMNS} from group_request r join person p on p.id = r.person_id
          where r.group_id = $1 and r.answered_at is null order by r.created_at, r.id limit 100`,
};
/** $1 person, $2 groups: what they have asked for. */
export const OWN_GROUP_REQUESTS: Statement = {
  name: 'groups.own-requests',
  text: `select ${REQUEST_COLUMNS} from group_request r join person p on p.id = r.person_id
          where r.person_id = $1 and r.group_id = any($2::uuid[]) and r.answered_at is null`,
};
/** People in the group whose name, or one of its words, begins so; `$2` is escaped for LIKE. */
export const MENTIONABLE_IN_GROUP: Statement = {
  name: 'groups.mentionable',
  text: `select ${PERSON_JSON} as person from group_membership m join person p on p.id = m.person_id
          where m.group_id = $1 and (plain(p.name) like plain($2) || '%' or plain(p.name) like '% ' || plain($2) || '%')
          order by plain(p.name) like plain($2) || '%' desc, plain(p.name), p.id limit $3`,
};
