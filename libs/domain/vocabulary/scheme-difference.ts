import { Invalid } from '#platform/errors';
import { type Described, describedTerm, editsBetween, NOTHING } from './difference.js';
import type { SchemeDifference, TermDifference } from './import.answers.js';
import type { Labels } from './labels.js';
import type { Scheme } from './scheme.entity.js';
import type { Term } from './term.entity.js';
import type { ImportedTermInput, ImportSchemeInput, LabelInput } from './vocabulary.inputs.js';

/** A scheme as it is to be after an import. */
export interface ImportPlan {
  scheme: Described;
  terms: { id: string; described: Required<Described> }[];
  difference: SchemeDifference;
}

const merged = (labels: LabelInput[], here: Labels | undefined, path: string): Labels => {
  const all = { ...here, ...Object.fromEntries(labels.map(({ language, text }) => [language, text])) };
  if (!all['en']) throw Invalid.field(path, 'ENGLISH_MISSING', 'Write the word in English, too.');
  return all;
};

/** What a file would change. Nothing is taken away: labels and words that it does not have stay. @throws Invalid where it contradicts itself */
export function planImport(input: ImportSchemeInput, scheme: Scheme | null, here: Term[]): ImportPlan {
  const known = new Map(here.map((term) => [term.id, term]));
  const described: Described = {
    labels: merged(input.labels, scheme?.labels, 'labels'),
    note: input.note || (scheme?.note ?? null),
  };
  const retiredAfter = (id: string) => {
    const term = input.terms.find((one) => one.id === id);
    return term?.isRetired ?? (known.has(id) ? known.get(id)?.retiredAt !== null : null);
  };
  const after = input.terms.map((term, index) => {
    const path = `terms.${index}`;
    const present = known.get(term.id);
    const isRetired = term.isRetired ?? (present ? present.retiredAt !== null : false);
    const successorId = isRetired ? successorOf(term, present) : null;
    if (term.successorId && !isRetired)
      throw Invalid.field(`${path}.successorId`, 'NOT_RETIRED', `Only a retired word has a successor; “${term.id}” is in use.`);
    if (successorId && (successorId === term.id || retiredAfter(successorId) !== false))
      throw Invalid.field(
        `${path}.successorId`,
        'NO_SUCCESSOR',
        `The successor of “${term.id}” must be a word of this scheme that is in use.`,
      );
    return {
      id: term.id,
      described: {
        labels: merged(term.labels, present?.labels, `${path}.labels`),
        note: term.note || (present?.note ?? null),
        isRetired,
        successorId,
      },
    };
  });
  const differences = after.map(({ id, described: next }): TermDifference => {
    const present = known.get(id);
    return {
      id,
      word: next.labels['en'] ?? id,
      isNew: !present,
      edits: editsBetween(present ? describedTerm(present) : NOTHING, next),
    };
  });
  const named = new Set(after.map(({ id }) => id));
  const shared = after.filter(({ id }) => known.has(id)).map(({ id }) => id);
  const sharedHere = here.filter(({ id }) => named.has(id)).map(({ id }) => id);
  return {
    scheme: described,
    terms: after,
    difference: {
      id: input.id,
      isNew: !scheme,
      edits: editsBetween(scheme ?? NOTHING, described),
      terms: differences.filter(({ isNew, edits }) => isNew || edits.length > 0),
      isReordered: shared.some((id, index) => id !== sharedHere[index]),
      sameCount: differences.filter(({ isNew, edits }) => !isNew && edits.length === 0).length,
      onlyHere: here.filter(({ id }) => !named.has(id)).map(({ id }) => id),
    },
  };
}

const successorOf = (term: ImportedTermInput, present: Term | undefined): string | null =>
  term.successorId ?? (present?.retiredAt ? present.successorId : null);
