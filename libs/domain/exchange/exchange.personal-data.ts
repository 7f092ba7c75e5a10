import type { Contribution } from '#platform/personal-data';

/** Offers and introductions belong to their people alone: they go with them. */
export const EXCHANGE_DATA: Contribution = {
  holdings: [
    {
      column: 'offer.person_id',
      erased: 'DELETE',
      part: 'offers',
      download: `held.direction, held.kind, held.title, held.details, held.country, held.place, held.languages, held.until, held.state, held.outcome, held.created_at as "createdAt"`,
      order: 'held.created_at',
    },
    { column: 'offer.shared_with_id', erased: 'CLEAR', why: 'What somebody else wrote down about sharing.' },
    {
      column: 'introduction.asker_id',
      erased: 'DELETE',
      part: 'introductions',
      download: `held.reason, held.state, held.asked_at as "askedAt", held.answered_at as "answeredAt"`,
      order: 'held.asked_at',
    },
    { column: 'introduction.person_id', erased: 'DELETE', why: 'What somebody else wrote to this person.' },
    { column: 'introduction.delegated_by_id', erased: 'CLEAR', why: 'That it was handed on.' },
    {
      column: 'introduction.answered_by_id',
      erased: 'CLEAR',
      part: 'introductionsAnswered',
      download: `held.answer, held.state, held.answered_at as "answeredAt"`,
      order: 'held.answered_at',
    },
  ],
};
