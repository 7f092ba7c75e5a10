import { contentScope } from '#domain/communities';
import type { Contribution } from '#platform/personal-data';

const SCOPE = contentScope('c', "'COMMUNITY'", 'p.group_id', '$2', '$3');

/** Positions and answers are those of communities and organisations; who carried them loses the name. */
export const ADVOCACY_DATA: Contribution = {
  holdings: [
    {
      column: 'position.opened_by_id',
      erased: 'KEEP',
      part: 'positions',
      download: 'held.title, held.purpose, held.state, held.created_at as "createdAt"',
      order: 'held.created_at',
    },
    { column: 'position.outcome_stated_by_id', erased: 'KEEP', why: 'The statement of a community.' },
    {
      column: 'endorsement.answered_by_id',
      erased: 'KEEP',
      part: 'endorsements',
      download: `(select o.name from organisation o where o.id = held.organisation_id) as organisation, held.answer, held.reason, held.answered_at as "answeredAt"`,
      order: 'held.answered_at',
    },
  ],
  named: `
    select 'POSITION', p.title, '/p/' || p.id, p.created_at from position p join community c on c.id = p.community_id
     where p.opened_by_id = $1 and ${SCOPE}
    union all
    select 'ENDORSEMENT', p.title, '/p/' || p.id, e.answered_at from endorsement e join endorsement_round r on r.id = e.round_id
      join position p on p.id = r.position_id join community c on c.id = p.community_id
     where e.answered_by_id = $1 and ${SCOPE}`,
};
