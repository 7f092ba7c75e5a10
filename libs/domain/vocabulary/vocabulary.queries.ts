import type { Statement } from '#platform/database';

const TERM = `t.id, t.scheme_id as "schemeId", t.labels, t.note, t.position, t.retired_at as "retiredAt", t.successor_id as "successorId"`;
const SCHEME_COLUMNS = `id, labels, note, position, version`;

export const SCHEMES: Statement = { name: 'vocabulary.schemes', text: `select ${SCHEME_COLUMNS} from scheme order by position, id` };
export const SCHEME: Statement = { name: 'vocabulary.scheme', text: `select ${SCHEME_COLUMNS} from scheme where id = $1` };
export const TERMS: Statement = {
  name: 'vocabulary.terms',
  text: `select ${TERM} from term t where t.scheme_id = any($1::text[]) order by t.position, t.id`,
};
/** A retired word with a successor is answered by its successor. */
export const TERMS_BY_IDS: Statement = {
  name: 'vocabulary.terms-by-ids',
  text: `select asked.id as "askedId", ${TERM} from term asked join term t on t.id = coalesce(asked.successor_id, asked.id) where asked.id = any($1::text[])`,
};
/** `$3` is what the thing has already: it may keep a word that was retired meanwhile. */
export const CHOSEN: Statement = {
  name: 'vocabulary.chosen',
  text: `select a.id as "askedId", coalesce(a.successor_id, a.id) as id from term a
          where a.scheme_id = $1 and a.id = any($2::text[]) and (a.retired_at is null or a.successor_id is not null or a.id = any($3::text[]))`,
};
export const CHANGES: Statement = {
  name: 'vocabulary.changes',
  text: `select id, scheme_id as "schemeId", version, kind, term_id as "termId", edits, changed_by_id as "changedById", changed_at as "changedAt"
           from vocabulary_change
          where scheme_id = $1 and ($2::timestamptz is null or (changed_at, id) < ($2, $3::uuid))
          order by changed_at desc, id desc limit $4`,
};
