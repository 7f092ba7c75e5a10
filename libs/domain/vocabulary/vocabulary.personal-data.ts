import type { Contribution } from '#platform/personal-data';

/** Who changed a word of the vocabulary. */
export const VOCABULARY_DATA: Contribution = {
  holdings: [
    {
      column: 'vocabulary_change.changed_by_id',
      erased: 'CLEAR',
      part: 'vocabularyChanges',
      download: 'held.scheme_id as scheme, held.version, held.kind, held.changed_at as "changedAt"',
      order: 'held.changed_at',
    },
  ],
};
