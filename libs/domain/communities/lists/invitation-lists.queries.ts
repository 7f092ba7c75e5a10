import type { Statement } from '#platform/database';

/** What is known of addresses in a community from its own invitations, and from nothing else; `$3` is now. */
export const KNOWN_ADDRESSES: Statement = {
  name: 'invitation-lists.known-addresses',
  text: `select i.email, bool_or(m.id is not null) as "isJoined"
           from invitation i left join membership m on m.community_id = i.community_id and m.person_id = i.accepted_by_id
          where i.community_id = $1 and i.email = any($2::text[]) and i.revoked_at is null
            and (m.id is not null or i.accepted_at is null and i.expires_at > $3)
          group by i.email`,
};
/** The list for one who works at it; the others wait. */
export const OPEN_LIST: Statement = {
  name: 'invitation-lists.open',
  text: `select id, community_id as "communityId", sent_by_id as "sentById", rows, total, done
           from invitation_list where id = $1 and finished_at is null for update`,
};
export const ADVANCE_LIST: Statement = {
  name: 'invitation-lists.advance',
  text: `update invitation_list set done = $2, finished_at = $3, rows = case when $3::timestamptz is null then rows else '[]' end where id = $1`,
};
