import { Person, pictureUrl } from '#domain/people';
import type { Statement } from '#platform/database';
import { maskedAddress } from '#platform/mail';
import { Account, AccountState } from './account.js';

const COLUMNS = `p.id, p.name, p.headline, p.picture_file_id as "pictureFileId", p.is_demo as "isDemo", p.shown, p.email, p.created_at as "createdAt",
  p.is_administrator as "isAdministrator", p.suspended_at as "suspendedAt", p.suspended_reason as "suspendedReason", p.leaving_at as "leavingAt",
  plain(p.name) as "sortName",
  (select max(s.last_seen_at) from sign_in_session s where s.person_id = p.id) as "lastSeenAt",
  (select count(*)::int from sign_in_session s where s.person_id = p.id and s.expires_at > $1) as "sessionCount",
  (select count(*)::int from membership m where m.person_id = p.id) as "communityCount"`;

const IN_STATE: Record<AccountState, string> = {
  ACTIVE: 'p.suspended_at is null and p.leaving_at is null',
  SUSPENDED: 'p.suspended_at is not null',
  LEAVING: 'p.leaving_at is not null',
  ADMINISTRATOR: 'p.is_administrator',
};

/** By name. $1 now, $2 a pattern of the name, $3 a whole address, $4 and $5 the cursor, $6 how many. */
export const accountsPage = (state: AccountState | null): Statement => ({
  name: `accounts.page.${state ?? 'all'}`,
  text: `select ${COLUMNS} from person p
          where p.deleted_at is null ${state ? `and ${IN_STATE[state]}` : ''}
            and ($2::text is null or plain(p.name) like plain($2)) and ($3::text is null or p.email = $3)
            and ($4::text is null or (plain(p.name), p.id) > ($4, $5::uuid))
          order by plain(p.name), p.id limit $6`,
});

export const ACCOUNT: Statement = {
  name: 'accounts.get',
  text: `select ${COLUMNS} from person p where p.id = $2 and p.deleted_at is null`,
};

export interface AccountRow extends Omit<Account, 'person' | 'maskedEmail' | 'viewerCan'> {
  name: string;
  headline: string | null;
  pictureFileId: string | null;
  isDemo: boolean;
  shown: Person['shown'];
  email: string;
  sortName: string;
}

/** An account and its place in the list. */
export type ListedAccount = Account & { sortName: string };

export function accountOf({ name, headline, pictureFileId, isDemo, shown, email, ...row }: AccountRow): ListedAccount {
  const { id } = row;
  const person = { id, name, headline, pictureUrl: pictureUrl(pictureFileId), isDemo, shown } as Person;
  return Object.assign(new Account(), row, { person, maskedEmail: maskedAddress(email) });
}
