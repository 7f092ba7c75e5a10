import { contentScope } from '#domain/communities';
import type { Contribution } from '#platform/personal-data';

/** A need belongs to the community once it was raised; who raised it loses the name. */
export const NEEDS_DATA: Contribution = {
  holdings: [
    {
      column: 'need.raised_by_id',
      erased: 'KEEP',
      part: 'needs',
      download: `(select c.name from community c where c.id = held.community_id) as community, held.statement, held.created_at as "createdAt"`,
      order: 'held.created_at',
    },
  ],
  named: `select 'NEED', n.statement, '/c/' || c.slug || '/sessions', n.created_at from need n join community c on c.id = n.community_id
           where n.raised_by_id = $1 and ${contentScope('c', "'PUBLIC'", 'n.group_id', '$2', '$3')}`,
};
