import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { type Tx, onConstraint } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { describedTerm, editsBetween, NOTHING } from './difference.js';
import type { Labels } from './labels.js';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { VocabularyChangeKind } from './vocabulary-change.entity.js';
import { TermExists, TermIsInUse, TermIsRetired } from './vocabulary.errors.js';
import type {
  AddTermInput,
  EditSchemeInput,
  EditTermInput,
  LabelInput,
  OrderTermsInput,
  RetireTermInput,
  ReviveTermInput,
} from './vocabulary.inputs.js';
import { type OpenScheme, WordBook } from './word-book.service.js';

onConstraint('term_pkey', () => new TermExists());

/** Changing the words one by one. */
@Injectable()
export class VocabularyEditing {
  constructor(
    private readonly book: WordBook,
    private readonly clock: Clock,
  ) {}

  editScheme(actor: Actor, input: EditSchemeInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, itself(input.schemeId), async (tx, { scheme }) => {
      const after = { labels: labelsOf(input.labels), note: input.note || null };
      const edits = editsBetween(scheme, after);
      if (edits.length === 0) return [];
      await tx.update(Scheme, { id: scheme.id }, after);
      return [{ kind: VocabularyChangeKind.SCHEME_EDITED, edits }];
    });
  }

  /** The new word stands last. */
  addTerm(actor: Actor, input: AddTermInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, itself(input.schemeId), async (tx, { scheme, terms }) => {
      const described = { labels: labelsOf(input.labels), note: input.note || null };
      const id = await freeTermId(tx, described.labels['en'] ?? '', scheme.id);
      const position = Math.max(-1, ...terms.map((term) => term.position)) + 1;
      await tx.insert(Term, { id, schemeId: scheme.id, ...described, position });
      return [{ kind: VocabularyChangeKind.TERM_ADDED, termId: id, edits: editsBetween(NOTHING, described) }];
    });
  }

  editTerm(actor: Actor, input: EditTermInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, schemeOf(input.termId), async (tx, open) => {
      const term = termIn(open, input.termId);
      const after = { labels: labelsOf(input.labels), note: input.note || null };
      const edits = editsBetween({ labels: term.labels, note: term.note }, after);
      if (edits.length === 0) return [];
      await tx.update(Term, { id: term.id }, after);
      return [{ kind: VocabularyChangeKind.TERM_EDITED, termId: term.id, edits }];
    });
  }

  /** What was described with the word is found and shown by its successor, also where the word itself was a successor. */
  retireTerm(actor: Actor, input: RetireTermInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, schemeOf(input.termId), async (tx, open) => {
      const term = termIn(open, input.termId);
      if (term.retiredAt) throw new TermIsRetired();
      const successor = input.successorId ? open.terms.find(({ id }) => id === input.successorId) : null;
      if (successor === undefined || successor?.retiredAt || successor?.id === term.id)
        throw Invalid.field('successorId', 'NO_SUCCESSOR', 'Choose another word of the same scheme that is in use.');
      const successorId = successor?.id ?? null;
      await tx.update(Term, { id: term.id }, { retiredAt: this.clock.now(), successorId });
      if (successorId) await tx.update(Term, { successorId: term.id }, { successorId });
      const edits = editsBetween(describedTerm(term), { ...describedTerm(term), isRetired: true, successorId });
      return [{ kind: VocabularyChangeKind.TERM_RETIRED, termId: term.id, edits }];
    });
  }

  reviveTerm(actor: Actor, input: ReviveTermInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, schemeOf(input.termId), async (tx, open) => {
      const term = termIn(open, input.termId);
      if (!term.retiredAt) throw new TermIsInUse();
      await tx.update(Term, { id: term.id }, { retiredAt: null, successorId: null });
      const edits = editsBetween(describedTerm(term), { ...describedTerm(term), isRetired: false, successorId: null });
      return [{ kind: VocabularyChangeKind.TERM_REVIVED, termId: term.id, edits }];
    });
  }

  /** All words in use must be named: a list that misses one was made before somebody added it. */
  orderTerms(actor: Actor, input: OrderTermsInput): Promise<Scheme> {
    return this.book.change(actor, input.mutationKey, itself(input.schemeId), async (tx, { terms }) => {
      const before = terms.filter(({ retiredAt }) => !retiredAt).map(({ id }) => id);
      const after = input.termIds;
      if (before.length !== after.length || before.some((id) => !after.includes(id)))
        throw Invalid.field('termIds', 'NOT_THE_SAME_WORDS', 'The words changed meanwhile. Look again and order them anew.');
      if (before.every((id, index) => id === after[index])) return [];
      for (const [position, id] of after.entries()) await tx.update(Term, { id }, { position });
      return [{ kind: VocabularyChangeKind.TERMS_ORDERED, edits: [{ field: 'order', before: before.join(' '), after: after.join(' ') }] }];
    });
  }
}

const itself = (schemeId: string) => () => Promise.resolve(schemeId);

const schemeOf = (termId: string) => async (tx: Tx) => (await tx.findOneBy(Term, { id: termId }))?.schemeId ?? null;

function termIn({ terms }: OpenScheme, termId: string): Term {
  const term = terms.find(({ id }) => id === termId);
  if (!term) throw new NotFound();
  return term;
}

/** @throws Invalid without an English one: it is shown wherever a language has none */
export function labelsOf(labels: LabelInput[], path = 'labels'): Labels {
  const found = Object.fromEntries(labels.map(({ language, text }) => [language, text]));
  if (!found['en']) throw Invalid.field(path, 'ENGLISH_MISSING', 'Write the word in English, too.');
  return found;
}

/** From the English label; with the scheme's name, then a number behind it when another word has it already. */
async function freeTermId(tx: Tx, label: string, schemeId: string): Promise<string> {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const wanted = plain || `${schemeId}-word`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await tx.existsBy(Term, { id }))) return id;
  }
}
