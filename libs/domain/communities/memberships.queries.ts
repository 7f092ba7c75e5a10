import type { Statement } from '#platform/database';
import { ORGANISATION_JSON, PERSON_JSON } from './people.queries.js';

const MEMBER_COLUMNS = `m.id, m.community_id as "communityId", m.person_id as "personId", m.organisation_id as "organisationId", m.role,
  m.joined_at as "joinedAt", m.is_inherited as "isInherited", ${PERSON_JSON} as person, ${ORGANISATION_JSON} as organisation`;

/** Roles in the order of the list: the names happen to sort so, but for advisors, who come last. The index is made of the same words. */
const ADVISORS_LAST = `(case when m.role = 'ADVISOR' then 1 else 0 end)`;

/** Those who are named also where there is no list. */
const LEADS = `m.role in ('COORDINATOR', 'FACILITATOR')`;

/**
 * Coordinators first, advisors last, each in the order of joining. `$1` community, `$2` how many, then the role where one is asked for, then the
 * cursor's four values. A statement for each case: with `… is null or …` a deep page would read all that stands before it.
 */
export function membersPage(hasRole: boolean, hasCursor: boolean, leadsOnly = false): Statement {
  const [last, role, joinedAt, id] = hasRole ? ['$4', '$5', '$6', '$7'] : ['$3', '$4', '$5', '$6'];
  return {
    name: `memberships.list${hasRole ? '.role' : ''}${hasCursor ? '.on' : ''}${leadsOnly ? '.leads' : ''}`,
    text: `select ${MEMBER_COLUMNS} from membership m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
            where m.community_id = $1 ${hasRole ? `and m.role = $3 and ${ADVISORS_LAST} = (case when $3 = 'ADVISOR' then 1 else 0 end)` : ''}
            ${leadsOnly ? `and ${LEADS}` : ''}
            ${hasCursor ? `and (${ADVISORS_LAST}, m.role, m.joined_at, m.id) > (${last}::int, ${role}, ${joinedAt}::timestamptz, ${id}::uuid)` : ''}
            order by ${ADVISORS_LAST}, m.role, m.joined_at, m.id limit $2`,
  };
}
export const MEMBERSHIP: Statement = {
  name: 'memberships.by-id',
  text: `select ${MEMBER_COLUMNS} from membership m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id where m.id = $1`,
};
export const MEMBERSHIPS_OF_PERSON: Statement = {
  name: 'memberships.of-person',
  text: `select ${MEMBER_COLUMNS} from membership m join community c on c.id = m.community_id
           join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
          where m.person_id = $1 and c.merged_into_id is null order by plain(c.name), c.id`,
};
/** By name. `$1` community, `$2` how many, then the cursor's two values. */
export const organisationsPage = (hasCursor: boolean): Statement => ({
  name: `memberships.organisations${hasCursor ? '.on' : ''}`,
  text: `select o.id, o.name, o.type, o.country, o.city, o.about, o.website, o.is_demo as "isDemo", plain(o.name) as "sortName"
           from community_organisation co join organisation o on o.id = co.organisation_id
          where co.community_id = $1 ${hasCursor ? 'and (plain(o.name), o.id) > ($3, $4::uuid)' : ''}
          order by plain(o.name), o.id limit $2`,
});
/** A beginning of the name or of one of its words; `$2` is escaped for LIKE. */
export const MENTIONABLE: Statement = {
  name: 'memberships.mentionable',
  text: `select ${PERSON_JSON} as person from membership m join person p on p.id = m.person_id join community c on c.id = m.community_id
          where m.community_id = $1 and (c.join_policy <> 'NO_LIST' or ${LEADS}) and (plain(p.name) like plain($2) || '%' or plain(p.name) like '% ' || plain($2) || '%')
          order by plain(p.name) like plain($2) || '%' desc, plain(p.name), p.id limit $3`,
};
/** Open requests, the oldest first. `$1` community, `$2` how many, then the cursor's two values. */
export const joinRequestsPage = (hasCursor: boolean): Statement => ({
  name: `join-requests.open${hasCursor ? '.on' : ''}`,
  text: `select r.id, r.community_id as "communityId", r.person_id as "personId", r.organisation_id as "organisationId", r.message, r.answers,
                r.created_at as "createdAt", ${PERSON_JSON} as person
           from join_request r join person p on p.id = r.person_id
          where r.community_id = $1 and r.answered_at is null
          ${hasCursor ? 'and (r.created_at, r.id) > ($3::timestamptz, $4::uuid)' : ''}
          order by r.created_at, r.id limit $2`,
});
export const COUNT_JOIN_REQUESTS: Statement = {
  name: 'join-requests.count',
  text: `select count(*)::int as count from join_request where community_id = $1 and answered_at is null`,
};
/** What was written to those who answered is needed no longer; `$1` is the moment until which answers are old. */
export const FORGET_JOIN_REQUESTS: Statement = {
  name: 'join-requests.forget',
  text: `delete from join_request where answered_at < $1`,
};
const INVITATION_COLUMNS = `i.id, i.community_id as "communityId", i.email, i.name, i.organisation_name as "organisationName", i.role, i.invited_by_id as "invitedById", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.accepted_by_id as "acceptedById", i.revoked_at as "revokedAt", ${PERSON_JSON} as "invitedBy"`;

/** Those that wait for someone, the latest first. `$1` community, `$2` how many, then the cursor's two values. */
export const invitationsPage = (hasCursor: boolean): Statement => ({
  name: `invitations.of-community${hasCursor ? '.on' : ''}`,
  text: `select ${INVITATION_COLUMNS} from invitation i join person p on p.id = i.invited_by_id
          where i.community_id = $1 and i.revoked_at is null
          ${hasCursor ? 'and (i.created_at, i.id) < ($3::timestamptz, $4::uuid)' : ''}
          order by i.created_at desc, i.id desc limit $2`,
});
export const INVITATION: Statement = {
  name: 'invitations.by-id',
  text: `select ${INVITATION_COLUMNS} from invitation i join person p on p.id = i.invited_by_id where i.id = $1`,
};
/** What a token opens: only while it is open and its inviter still has the role; `$2` is now. */
export const INVITATION_OFFER: Statement = {
  name: 'invitations.offer',
  text: `select ${INVITATION_COLUMNS}, m.role as "inviterRole" from invitation i join person p on p.id = i.invited_by_id
           join membership m on m.community_id = i.community_id and m.person_id = i.invited_by_id
          where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
};
export const WITHDRAW_EARLIER: Statement = {
  name: 'invitations.withdraw-earlier',
  text: `update invitation set revoked_at = $3 where community_id = $1 and email = $2 and accepted_at is null and revoked_at is null`,
};
/** Whether the address is that of a member: asked when the mail leaves, and told to nobody. */
export const IS_MEMBER_ADDRESS: Statement = {
  name: 'invitations.is-member-address',
  text: `select exists (select from membership m join person p on p.id = m.person_id where m.community_id = $1 and p.email = $2) as "isMember"`,
};
/** Uses an invitation up; of two at once, one gets the row. */
export const USE_INVITATION: Statement = {
  name: 'invitations.use',
  text: `update invitation set accepted_at = $2, accepted_by_id = $3
          where token_hash = $1 and accepted_at is null and revoked_at is null and expires_at > $2 returning id`,
};
/** A person's organisations that have a seat in a community and have confirmed the person. */
export const OPENING_ORGANISATIONS: Statement = {
  name: 'memberships.opening-organisations',
  text: `select ${ORGANISATION_JSON} as organisation from organisation_seat s join organisation o on o.id = s.organisation_id
          where s.person_id = $2 and s.is_confirmed
            and exists (select from community_seat held where held.community_id = $1 and held.organisation_id = o.id and held.ended_at is null)
          order by plain(o.name), o.id`,
};
