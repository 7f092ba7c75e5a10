import type { Statement } from '#platform/database';
import { PERSON_JSON } from '../people.queries.js';

const COLUMNS = `l.id, l.community_id as "communityId", l.name, l.role, l.created_by_id as "createdById", l.created_at as "createdAt",
  l.expires_at as "expiresAt", l.max_uses as "maxUses", l.uses, l.revoked_at as "revokedAt", ${PERSON_JSON} as "createdBy"`;

/** Those that can still be used, the latest first; `$2` is now. A community has few. */
export const LINKS: Statement = {
  name: 'invitation-links.of-community',
  text: `select ${COLUMNS} from invitation_link l join person p on p.id = l.created_by_id
          where l.community_id = $1 and l.revoked_at is null and l.expires_at > $2 order by l.created_at desc, l.id`,
};
export const LINK: Statement = {
  name: 'invitation-links.by-id',
  text: `select ${COLUMNS} from invitation_link l join person p on p.id = l.created_by_id where l.id = $1`,
};
/** What a token opens, with the role its maker has at this moment; `$2` is now. */
export const LINK_OFFER: Statement = {
  name: 'invitation-links.offer',
  text: `select ${COLUMNS}, m.role as "makerRole" from invitation_link l join person p on p.id = l.created_by_id
           join membership m on m.community_id = l.community_id and m.person_id = l.created_by_id
          where l.token_hash = $1 and l.revoked_at is null and l.expires_at > $2`,
};
/** Counts one more; of those who want the last place at once, one gets the row. */
export const USE_LINK: Statement = {
  name: 'invitation-links.use',
  text: `update invitation_link set uses = uses + 1
          where id = $1 and revoked_at is null and expires_at > $2 and uses < max_uses returning id`,
};
