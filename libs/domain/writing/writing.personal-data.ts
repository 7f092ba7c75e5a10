import type { Contribution } from '#platform/personal-data';

/** Texts that several wrote together stay theirs; who wrote which part loses the name. */
export const WRITING_DATA: Contribution = {
  holdings: [
    {
      column: 'document_update.person_id',
      erased: 'CLEAR',
      why: 'Single keystrokes in texts that several write; the texts are with the positions.',
    },
    { column: 'document_client.person_id', erased: 'KEEP', why: 'Which program wrote; without meaning by itself.' },
    {
      column: 'document_version.created_by_id',
      erased: 'KEEP',
      part: 'versionsNamed',
      download: 'held.number, held.name, held.created_at as "createdAt"',
      order: 'held.created_at',
    },
  ],
};
