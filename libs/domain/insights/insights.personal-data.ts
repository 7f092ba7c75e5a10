import type { Contribution } from '#platform/personal-data';

/** Words about a year belong to the community they were written for. */
export const INSIGHTS_DATA: Contribution = {
  holdings: [
    {
      column: 'report_note.written_by_id',
      erased: 'CLEAR',
      part: 'reportNotes',
      download: `(select c.name from community c where c.id = held.community_id) as community, held.year, held.text, held.written_at as "writtenAt"`,
      order: 'held.written_at',
    },
  ],
};
