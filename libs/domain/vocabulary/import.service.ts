import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import type { SchemeDifference } from './import.answers.js';
import { Scheme } from './scheme.entity.js';
import { type ImportPlan, planImport } from './scheme-difference.js';
import { Term } from './term.entity.js';
import { VocabularyChange, VocabularyChangeKind } from './vocabulary-change.entity.js';
import { TermExists } from './vocabulary.errors.js';
import type { ImportSchemeInput } from './vocabulary.inputs.js';
import { vocabularyPolicy } from './vocabulary.policy.js';
import { type Note, WordBook } from './word-book.service.js';

onConstraint('scheme_pkey', () => new TermExists());

/** Taking a scheme over from a file: first what would change, then the change, as one version. */
@Injectable()
export class VocabularyImport {
  constructor(
    private readonly database: Database,
    private readonly book: WordBook,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, input: ImportSchemeInput): Promise<SchemeDifference> {
    authorize(actor, vocabularyPolicy, 'edit', input);
    return (await this.database.transaction((tx) => this.plan(tx, input))).plan.difference;
  }

  async import(actor: Actor, input: ImportSchemeInput): Promise<Scheme> {
    authorize(actor, vocabularyPolicy, 'edit', input);
    const { schemeId } = await this.database.once(
      actor,
      input.mutationKey,
      (tx) => this.importWithin(tx, input, actor.personId),
      async (id) => {
        const change = await this.database.dataSource.manager.findOneByOrFail(VocabularyChange, { id });
        return { id, schemeId: change.schemeId };
      },
    );
    return this.database.dataSource.manager.findOneByOrFail(Scheme, { id: schemeId });
  }

  /** The same inside a transaction of the caller; `personId` is null when the server itself does it. */
  async importWithin(tx: Tx, input: ImportSchemeInput, personId: string | null): Promise<{ id: string; schemeId: string }> {
    const { plan, scheme: present, terms } = await this.plan(tx, input);
    const notes: Note[] = [];
    const scheme = present ?? tx.create(Scheme, { id: input.id, ...plan.scheme, position: await tx.count(Scheme), version: 0 });
    if (!present) {
      await tx.insert(Scheme, scheme);
      notes.push({ kind: VocabularyChangeKind.SCHEME_ADDED, edits: plan.difference.edits });
    } else if (plan.difference.edits.length > 0) {
      await tx.update(Scheme, { id: scheme.id }, { labels: plan.scheme.labels, note: plan.scheme.note });
      notes.push({ kind: VocabularyChangeKind.SCHEME_EDITED, edits: plan.difference.edits });
    }
    notes.push(...(await this.writeTerms(tx, scheme.id, plan, terms)));
    return this.book.keep(tx, scheme, notes, personId);
  }

  private async writeTerms(tx: Tx, schemeId: string, plan: ImportPlan, here: Term[]): Promise<Note[]> {
    const notes: Note[] = [];
    const different = new Map(plan.difference.terms.map((term) => [term.id, term]));
    const known = new Map(here.map((term) => [term.id, term]));
    // New words first and without successors: a successor may stand further down in the file.
    for (const { id, described } of plan.terms) {
      const difference = different.get(id);
      if (!difference) continue;
      const { labels, note, isRetired } = described;
      const present = known.get(id);
      const retiredAt = isRetired ? (present?.retiredAt ?? this.clock.now()) : null;
      if (present) await tx.update(Term, { id }, { labels, note, retiredAt, ...(isRetired ? {} : { successorId: null }) });
      else await tx.insert(Term, { id, schemeId, labels, note, retiredAt, position: 0 });
      notes.push({ kind: kindOf(present, isRetired), termId: id, edits: difference.edits });
    }
    for (const { id, described } of plan.terms) {
      if (!different.has(id) || !described.successorId) continue;
      await tx.update(Term, { id }, { successorId: described.successorId });
      await tx.update(Term, { successorId: id }, { successorId: described.successorId });
    }
    const order = [...plan.terms.map(({ id }) => id), ...plan.difference.onlyHere];
    for (const [position, id] of order.entries()) if (known.get(id)?.position !== position) await tx.update(Term, { id }, { position });
    if (plan.difference.isReordered) {
      const before = here.map(({ id }) => id).join(' ');
      notes.push({ kind: VocabularyChangeKind.TERMS_ORDERED, edits: [{ field: 'order', before, after: order.join(' ') }] });
    }
    return notes;
  }

  private async plan(tx: Tx, input: ImportSchemeInput) {
    const scheme = await tx.findOne(Scheme, { where: { id: input.id }, lock: { mode: 'pessimistic_write' } });
    const terms = scheme ? await tx.find(Term, { where: { schemeId: input.id }, order: { position: 'ASC', id: 'ASC' } }) : [];
    const elsewhere = await tx.findOneBy(Term, { id: In(input.terms.map(({ id }) => id)), schemeId: Not(input.id) });
    if (elsewhere) {
      const index = input.terms.findIndex(({ id }) => id === elsewhere.id);
      const message = `The word “${elsewhere.id}” is in the scheme “${elsewhere.schemeId}” already; give this one another short name.`;
      throw Invalid.field(`terms.${index}.id`, 'TERM_ELSEWHERE', message);
    }
    return { scheme, terms, plan: planImport(input, scheme, terms) };
  }
}

const kindOf = (present: Term | undefined, isRetired: boolean): VocabularyChangeKind => {
  if (!present) return VocabularyChangeKind.TERM_ADDED;
  if (isRetired && !present.retiredAt) return VocabularyChangeKind.TERM_RETIRED;
  if (!isRetired && present.retiredAt) return VocabularyChangeKind.TERM_REVIVED;
  return VocabularyChangeKind.TERM_EDITED;
};
