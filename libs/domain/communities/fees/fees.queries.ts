import type { Statement } from '#platform/database';
import { WITHOUT_LIST } from '../community.policy.js';
import { FeePayers } from './fee.enums.js';

/** The day from which an unpaid fee `f` keeps from new posts, by the rule `r`: whatever came last, the note, the day it was due or the rule, gives the grace. */
const STOPS_ON = `(greatest(f.unpaid_since, f.due_on, r.since) + r.grace_days)`;

/**
 * Whether fees keep a person from new posts in a community: SQL on placeholders or columns. Their own note counts before that of the organisation they
 * come from; who coordinates is never stopped, or nobody could put things right.
 */
export const feeStops = (person: string, community: string, today: string): string => `exists (
  select from fee_rule r join membership m on m.community_id = r.community_id and m.person_id = ${person} and m.role <> 'COORDINATOR'
    join fee f on f.community_id = r.community_id and f.state = 'UNPAID'
   where r.community_id = ${community} and r.blocks = 'NEW_POSTS' and ${STOPS_ON} <= ${today}::date
     and (f.membership_id = m.id or (f.organisation_id = m.organisation_id and not exists (
       select from fee own where own.membership_id = m.id and own.period = f.period and own.state in ('PAID', 'WAIVED')))))`;

export const FEE_STOPS: Statement = { name: 'fees.stops', text: `select ${feeStops('$1', '$2', '$3')} as stops` };

const FEE_KEYS = `'id', f.id, 'communityId', f.community_id, 'membershipId', f.membership_id, 'organisationId', f.organisation_id, 'period', f.period,
  'state', f.state, 'amount', f.amount::text, 'currency', f.currency, 'dueOn', f.due_on, 'note', f.note, 'notedAt', f.noted_at,
  'stopsOn', case when f.state = 'UNPAID' and r.blocks = 'NEW_POSTS' then ${STOPS_ON} end`;

/** What is noted of oneself, and of the organisations one acts for or holds a seat of here; the latest first. `$3` the organisations one acts for. */
export const FEES_OF_VIEWER: Statement = {
  name: 'fees.of-viewer',
  text: `select json_build_object(${FEE_KEYS}, 'organisationName', o.name) as fee
           from fee f left join fee_rule r on r.community_id = f.community_id left join organisation o on o.id = f.organisation_id
          where f.community_id = $1 and f.state <> 'NOT_ASKED' and (
            f.membership_id in (select id from membership where community_id = $1 and person_id = $2)
            or f.organisation_id = any($3::uuid[])
            or f.organisation_id in (select organisation_id from community_seat where community_id = $1 and holder_id = $2 and ended_at is null))
          order by f.noted_at desc, f.id limit 20`,
};

const payers = {
  MEMBERS: `select m.id, p.name, o.name as organisation_name from membership m join person p on p.id = m.person_id
              left join organisation o on o.id = m.organisation_id where m.community_id = $1 and m.community_id not in ${WITHOUT_LIST}`,
  ORGANISATIONS: `select o.id, o.name, null as organisation_name from community_organisation co join organisation o on o.id = co.organisation_id
              where co.community_id = $1`,
} as const;
const joined = { MEMBERS: 'f.membership_id = payer.id', ORGANISATIONS: 'f.organisation_id = payer.id' } as const;

/** Those who may owe a fee, by name. `$1` community, `$2` period, `$3` state or null, `$4` how many, then the cursor's two values. */
export const feeLines = (of: FeePayers, hasCursor: boolean): Statement => ({
  name: `fees.lines.${of}${hasCursor ? '.on' : ''}`,
  text: `select payer.id || ' ' || $2::text as id, payer.id as "payerId", payer.name, payer.organisation_name as "organisationName", plain(payer.name) as "sortName",
                case when f.id is not null then json_build_object(${FEE_KEYS}) end as fee
           from (${payers[of]}) payer left join fee f on f.community_id = $1 and ${joined[of]} and f.period = $2
           left join fee_rule r on r.community_id = f.community_id
          where ($3::text is null or coalesce(f.state, 'NOT_ASKED') = $3)
            ${hasCursor ? 'and (plain(payer.name), payer.id) > ($5, $6::uuid)' : ''}
          order by plain(payer.name), payer.id limit $4`,
});

export const FEE_PERIODS: Statement = {
  name: 'fees.periods',
  text: `select period from fee where community_id = $1 group by period order by max(noted_at) desc, period limit 20`,
};

const KEPT = ['amount', 'currency', 'due_on', 'note'].map((column) => `${column} = coalesce(excluded.${column}, fee.${column})`).join(', ');
/** `$1` community, `$2` period, `$3` state, `$4` amount, `$5` currency, `$6` due on, `$7` note, `$8` now, `$9` by whom, `$10` whose; only those who are here. */
const noteFees = (kind: 'membership' | 'organisation', there: string, unique: string): Statement => ({
  name: `fees.note.${kind}`,
  text: `insert into fee (community_id, ${kind}_id, period, state, amount, currency, due_on, note, noted_at, noted_by_id, unpaid_since)
         select $1::uuid, payer.id, $2, $3::text, $4::numeric, $5, $6::date, $7, $8::timestamptz, $9::uuid,
                case when $3::text = 'UNPAID' then ($8::timestamptz at time zone 'UTC')::date end
           from (${there}) payer
         on conflict on constraint ${unique} do update set state = excluded.state, ${KEPT}, noted_at = excluded.noted_at, noted_by_id = excluded.noted_by_id,
           unpaid_since = case when excluded.state = 'UNPAID' then coalesce(fee.unpaid_since, excluded.unpaid_since) end
         returning id`,
});
export const NOTE_FEES_OF_MEMBERS = noteFees(
  'membership',
  'select id from membership where community_id = $1 and id = any($10::uuid[])',
  'fee_of_member',
);
export const NOTE_FEES_OF_ORGANISATIONS = noteFees(
  'organisation',
  'select organisation_id as id from community_organisation where community_id = $1 and organisation_id = any($10::uuid[])',
  'fee_of_organisation',
);
