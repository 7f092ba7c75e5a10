import type { Labels } from './labels.js';
import type { Term } from './term.entity.js';
import type { VocabularyEdit } from './vocabulary-change.entity.js';

/** What is written about a word or a scheme. */
export interface Described {
  labels: Labels;
  note: string | null;
  isRetired?: boolean;
  successorId?: string | null;
}

/** What became different, field by field; languages in the order of their tags. */
export function editsBetween(before: Described, after: Described): VocabularyEdit[] {
  const edits: VocabularyEdit[] = [];
  const put = (field: string, was: string | null | undefined, is: string | null | undefined) => {
    if ((was ?? null) !== (is ?? null)) edits.push({ field, before: was ?? null, after: is ?? null });
  };
  for (const language of [...new Set([...Object.keys(before.labels), ...Object.keys(after.labels)])].sort())
    put(`label.${language}`, before.labels[language], after.labels[language]);
  put('note', before.note, after.note);
  const retired = ({ isRetired }: Described) => (isRetired ? 'yes' : 'no');
  put('retired', retired(before), retired(after));
  put('successor', before.successorId, after.successorId);
  return edits;
}

/** Nothing is there yet. */
export const NOTHING: Described = { labels: {}, note: null };

/** A word as it stands. */
export const describedTerm = ({ labels, note, retiredAt, successorId }: Term): Required<Described> => ({
  labels,
  note,
  isRetired: retiredAt !== null,
  successorId,
});
