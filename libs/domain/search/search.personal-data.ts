import type { Contribution } from '#platform/personal-data';

/** What the index says of people, it says of their contributions; the searches they keep are theirs alone. */
export const SEARCH_DATA: Contribution = {
  holdings: [
    { column: 'search_entry.author_id', erased: 'CLEAR', why: 'An index of what is in the download.' },
    {
      column: 'saved_search.person_id',
      erased: 'DELETE',
      part: 'savedSearches',
      download: 'held.name, held.text, held.filter, held.is_on as "isOn", held.created_at as "createdAt"',
      order: 'held.created_at',
    },
  ],
};
