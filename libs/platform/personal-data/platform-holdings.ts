import type { Contribution } from './personal-data.js';

/** What the platform itself keeps of people. */
export const PLATFORM: Contribution = {
  holdings: [
    { column: 'mutation_key.person_id', erased: 'DELETE', why: 'Keys that make a repeated write act once: random, without meaning.' },
    {
      column: 'stored_file.owner_id',
      erased: 'KEEP',
      part: 'pictures',
      download: `held.id, held.purpose, held.content_type as "contentType", held.bytes, held.width, held.height, held.created_at as "createdAt"`,
      order: 'held.created_at',
    },
    { column: 'mail.recipient', erased: 'DELETE', why: 'Mails that have not left yet; they are in the mailbox they go to.' },
    { column: 'mail.masked', erased: 'KEEP', why: 'Three letters of an address, for thirty days; they lead to nobody.' },
    {
      column: 'audit_entry.actor_id',
      erased: 'KEEP',
      part: 'audit',
      download: 'held.at, held.act, held.subject_kind as "subjectKind", held.details',
      order: 'held.at',
    },
  ],
  named: `select 'AUDIT', e.act, null, e.at from audit_entry e where e.subject_id = $1 and e.subject_kind = 'person' and e.actor_id is distinct from $1`,
};
