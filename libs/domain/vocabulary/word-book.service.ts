import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Scheme } from './scheme.entity.js';
import { Term } from './term.entity.js';
import { VocabularyChange, type VocabularyChangeKind, type VocabularyEdit } from './vocabulary-change.entity.js';
import { NothingChanged } from './vocabulary.errors.js';
import { vocabularyPolicy } from './vocabulary.policy.js';

/** What is to be written down of one change. */
export interface Note {
  kind: VocabularyChangeKind;
  termId?: string;
  edits: VocabularyEdit[];
}

/** A scheme under its lock, with its words. */
export interface OpenScheme {
  scheme: Scheme;
  terms: Term[];
}

/** What all changes of words share: one lock a scheme, the next version, and a line for each change in the book. */
@Injectable()
export class WordBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One change of one scheme, done once; the answer is the scheme as it is then. @throws NothingChanged when `work` notes nothing */
  async change(
    actor: Actor,
    mutationKey: string | null | undefined,
    schemeIdOf: (tx: Tx) => Promise<string | null>,
    work: (tx: Tx, open: OpenScheme) => Promise<Note[]>,
  ): Promise<Scheme> {
    const { schemeId } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const id = await schemeIdOf(tx);
        const scheme = id === null ? null : await tx.findOne(Scheme, { where: { id }, lock: { mode: 'pessimistic_write' } });
        authorize(actor, vocabularyPolicy, 'edit', scheme);
        const terms = await tx.find(Term, { where: { schemeId: scheme.id }, order: { position: 'ASC', id: 'ASC' } });
        const notes = await work(tx, { scheme, terms });
        return this.keep(tx, scheme, notes, actor.personId);
      },
      async (id) => {
        const { schemeId: changed } = await this.database.dataSource.manager.findOneByOrFail(VocabularyChange, { id });
        return { id, schemeId: changed };
      },
    );
    return this.database.dataSource.manager.findOneByOrFail(Scheme, { id: schemeId });
  }

  /** Writes the changes down under the next version; the id is that of the first. */
  async keep(tx: Tx, scheme: Scheme, notes: Note[], personId: string | null): Promise<{ id: string; schemeId: string }> {
    if (notes.length === 0) throw new NothingChanged();
    scheme.version += 1;
    await tx.update(Scheme, { id: scheme.id }, { version: scheme.version });
    const at = this.clock.now();
    const changes = notes.map(({ kind, termId, edits }) =>
      tx.create(VocabularyChange, {
        schemeId: scheme.id,
        version: scheme.version,
        kind,
        termId: termId ?? null,
        edits,
        changedById: personId,
        changedAt: at,
      }),
    );
    await tx.insert(VocabularyChange, changes);
    return { id: changes[0]?.id ?? '', schemeId: scheme.id };
  }
}
