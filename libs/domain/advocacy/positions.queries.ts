import { contentScope } from '#domain/communities';
import type { Statement } from '#platform/database';

const COLUMNS = `
  p.id, p.community_id as "communityId", p.group_id as "groupId", p.title, p.addressee, p.purpose, p.policy_process_id as "policyProcessId", p.deadline, p.state,
  p.opened_by_id as "openedById", p.document_id as "documentId", p.frozen_version_id as "frozenVersionId", p.round_id as "roundId",
  p.is_adopted as "isAdopted", p.outcome_statement as "outcomeStatement", p.outcome_stated_by_id as "outcomeStatedById",
  p.outcome_stated_at as "outcomeStatedAt", p.published_at as "publishedAt", p.is_demo as "isDemo", p.created_at as "createdAt", p.updated_at as "updatedAt"`;

/** $1 is the present moment. */
const GOVERNED = `
  select ${COLUMNS}, c.visibility as "communityVisibility",
         exists (select from community_group g where g.id = p.group_id and g.continues_id is not null) as "isContinued",
         array(select e.organisation_id from endorsement e where e.round_id = p.round_id) as "askedOrganisationIds",
         p.state = 'ENDORSEMENT' and (r.closes_at is null or r.closes_at > $1::timestamptz) as "takesAnswers"
    from position p join community c on c.id = p.community_id left join endorsement_round r on r.id = p.round_id`;

/** $1 now, $2 id. */
export const POSITION_BY_ID: Statement = { name: 'positions.by-id', text: `${GOVERNED} where p.id = $2` };

/**
 * Last changed first. $1 now, $2 communities, $3 communities of the reader, $4 and $5 the cursor or null, $6 how many, $7 groups of the reader,
 * $8 the one group asked for, or null. */
export const POSITION_LIST: Statement = {
  name: 'positions.list',
  text: `${GOVERNED}
   where p.community_id = any($2::uuid[]) and ${contentScope('c', `'COMMUNITY'`, 'p.group_id', '$3', '$7')}
     and ($8::uuid is null or p.group_id = $8)
     and ($4::timestamptz is null or (p.updated_at, p.id) < ($4, $5::uuid))
   order by p.updated_at desc, p.id desc limit $6`,
};

export const LOCK_POSITION: Statement = { name: 'positions.lock', text: 'select id from position where id = $1 for update' };

/** The text is being written: the position counts as changed. $1 id, $2 now. */
export const TOUCH_POSITION: Statement = {
  name: 'positions.touch',
  text: `update position set updated_at = $2 where id = $1 and state = 'DRAFTING' returning state`,
};

export const PROCESSES: Statement = {
  name: 'policy-processes.list',
  text: `
    select id, name, short_name as "shortName", institution, level, summary, source_url as "sourceUrl" from policy_process
     where $1 = '' or plain(name || ' ' || coalesce(short_name, '') || ' ' || institution) like '%' || plain($1) || '%'
     order by plain(name), id limit 50`,
};

/** Answers of rounds, objections first, silence last. */
export const ANSWERS_OF_ROUNDS: Statement = {
  name: 'endorsements.of-rounds',
  text: `
    select e.id, e.round_id as "roundId", e.organisation_id as "organisationId", e.answer, e.reason, e.answered_by_id as "answeredById", e.answered_at as "answeredAt"
      from endorsement e join organisation o on o.id = e.organisation_id where e.round_id = any($1::uuid[])
     order by array_position(array['OBJECT', 'ENDORSE_WITH_RESERVATION', 'STAND_ASIDE', 'ENDORSE'], e.answer) nulls last, plain(o.name), e.id`,
};

const PUBLISHED = `
  select p.id, p.title, p.addressee, p.purpose, p.published_at as "publishedAt", p.is_demo as "isDemo",
         c.name as "communityName", case when c.visibility = 'PUBLIC' then c.slug end as "communitySlug", v.html,
         p.is_adopted as adopted, p.outcome_statement as statement, p.outcome_stated_by_id as "statedById", p.outcome_stated_at as "statedAt",
         (select jsonb_build_object('id', x.id, 'name', x.name, 'shortName', x.short_name, 'institution', x.institution, 'level', x.level,
                                    'summary', x.summary, 'sourceUrl', x.source_url)
            from policy_process x where x.id = p.policy_process_id) as "policyProcess",
         (select coalesce(jsonb_agg(jsonb_build_object('organisationName', o.name, 'organisationType', o.type, 'country', o.country, 'answer', e.answer,
                                                       'reason', case when e.answer = 'ENDORSE_WITH_RESERVATION' then e.reason end)
                                    order by plain(o.name), o.id), '[]')
            from endorsement e join organisation o on o.id = e.organisation_id where e.round_id = p.round_id) as answers
    from position p join community c on c.id = p.community_id join document_version v on v.id = p.frozen_version_id
   where p.state = 'PUBLISHED'`;

export const PUBLIC_POSITION: Statement = { name: 'positions.public', text: `${PUBLISHED} and p.id = $1` };

/** Newest first; $1 the last one seen or null, $2 how many. */
export const PUBLIC_POSITIONS: Statement = {
  name: 'positions.public-list',
  text: `${PUBLISHED}
     and ($1::uuid is null or (p.published_at, p.id) < (select seen.published_at, seen.id from position seen where seen.id = $1 and seen.state = 'PUBLISHED'))
   order by p.published_at desc, p.id desc limit $2`,
};
