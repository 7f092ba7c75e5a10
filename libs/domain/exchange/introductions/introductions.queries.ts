import { WITHOUT_LIST } from '#domain/communities';
import type { Statement } from '#platform/database';

/** Who may answer: the one who is asked or, while nobody took it over, those with a mandate of the organisation; never the asker. */
const ANSWERERS = `
  case when i.person_id is not null then array[i.person_id]
       else array(select s.person_id from organisation_seat s where s.organisation_id = i.organisation_id and s.has_mandate and s.person_id <> i.asker_id) end as answerers`;

const COLUMNS = `
  i.id, i.asker_id as "askerId", i.person_id as "personId", i.organisation_id as "organisationId", i.offer_id as "offerId", i.reason, i.state, i.answer,
  i.delegated_by_id as "delegatedById", i.answered_by_id as "answeredById", i.community_id as "communityId", i.asked_at as "askedAt",
  i.answered_at as "answeredAt", ${ANSWERERS}`;

export const ONE: Statement = { name: 'introductions.one', text: `select ${COLUMNS} from introduction i where i.id = $1` };
/** $1 the person, $2 organisations they speak for: asked by them or of them. */
export const MINE: Statement = {
  name: 'introductions.mine',
  text: `select ${COLUMNS} from introduction i
          where (i.asker_id = $1 or i.person_id = $1 or i.answered_by_id = $1 or i.person_id is null and i.organisation_id = any($2::uuid[]))
            and ($3::timestamptz is null or (i.asked_at, i.id) < ($3, $4::uuid))
          order by i.asked_at desc, i.id desc limit $5`,
};
/** One asker at a time, so that two requests of theirs do not both find the week empty. */
export const LOCK_ASKER: Statement = {
  name: 'introductions.lock-asker',
  text: `select pg_advisory_xact_lock(hashtext('introduction:' || $1))`,
};
/** What the asker asked lately: of how many, and what of these people or this organisation. */
export const LATELY: Statement = {
  name: 'introductions.lately',
  text: `select count(*) filter (where asked_at > $2::timestamptz - interval '7 days')::int as week,
                coalesce(bool_or(state = 'ASKED' and (person_id = $3::uuid or organisation_id = $4::uuid)), false) as waits,
                coalesce(bool_or(state = 'DECLINED' and answered_at > $2::timestamptz - interval '90 days'
                  and (answered_by_id = $3::uuid or person_id = $3::uuid or organisation_id = $4::uuid)), false) as declined
           from introduction where asker_id = $1`,
};
/** Somebody may be asked who wants to be found, or is in a community with the asker. */
export const MAY_BE_ASKED: Statement = {
  name: 'introductions.may-be-asked',
  text: `select from person p where p.id = $1 and (p.is_listed or exists (
           select from membership m where m.person_id = p.id and m.community_id = any($2::uuid[])
             and (m.community_id not in ${WITHOUT_LIST} or m.role in ('FACILITATOR', 'COORDINATOR'))))`,
};
export const SPEAKERS: Statement = {
  name: 'introductions.speakers',
  text: `select person_id as id from organisation_seat where organisation_id = $1 and has_mandate and person_id <> $2`,
};
/** People of the organisation that was asked or, where a person was, of that person's organisations. */
export const COLLEAGUES: Statement = {
  name: 'introductions.colleagues',
  text: `select distinct s.person_id as id from organisation_seat s
          where (s.organisation_id = $1 or $1::uuid is null and s.organisation_id in (select organisation_id from organisation_seat where person_id = $2))
            and s.person_id <> $2 and s.person_id <> $3 order by 1 limit 50`,
};
/** How many members of a community, whose organisations say where they are, know somebody in another country through an introduction. */
export const CONTACTS: Statement = {
  name: 'introductions.contacts',
  text: `
    with placed as (
      select m.person_id, o.country from membership m
        join organisation_seat s on s.person_id = m.person_id and s.is_main join organisation o on o.id = s.organisation_id
       where m.community_id = $1 and o.country is not null)
    select p.person_id as "personId", exists (
      select from introduction i
        join organisation_seat s on s.is_main and s.person_id = case when i.asker_id = p.person_id then i.answered_by_id else i.asker_id end
        join organisation o on o.id = s.organisation_id
       where i.state = 'ACCEPTED' and (i.asker_id = p.person_id or i.answered_by_id = p.person_id) and o.country <> p.country) as "hasContact"
      from placed p order by 1`,
};
