import { Injectable } from '@nestjs/common';
import type { Actor, Batch } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf } from '#platform/graphql';
import type { Scheme } from './scheme.entity.js';
import type { Term } from './term.entity.js';
import type { VocabularyChange } from './vocabulary-change.entity.js';
import { vocabularyPolicy } from './vocabulary.policy.js';
import { CHANGES, CHOSEN, SCHEME, SCHEMES, TERMS, TERMS_BY_IDS } from './vocabulary.queries.js';

/** The scheme of themes: fields of integration. */
export const THEMES = 'intervention-areas';

/** The words that everything is described with. Everybody may read them. */
@Injectable()
export class Vocabulary {
  constructor(private readonly database: Database) {}

  /** All schemes, in their order. */
  schemes(): Promise<Scheme[]> {
    return this.database.read<Scheme>(SCHEMES, []);
  }

  /** @throws NotFound */
  async scheme(id: string): Promise<Scheme> {
    const [scheme] = id.includes('\0') ? [] : await this.database.read<Scheme>(SCHEME, [id]);
    if (!scheme) throw new NotFound();
    return scheme;
  }

  /** The terms of each scheme, in their order, the retired ones too. */
  readonly termsOfSchemes: Batch<string, Term[]> = async (schemeIds) => {
    const terms = await this.database.read<Term>(TERMS, [schemeIds]);
    return schemeIds.map((id) => terms.filter((term) => term.schemeId === id));
  };

  /** The word that stands for each id today: a retired one is answered by its successor; null where there is none. */
  readonly termsByIds: Batch<string, Term> = async (ids) => {
    const terms = await this.database.read<Term & { askedId: string }>(TERMS_BY_IDS, [ids]);
    const byId = new Map(terms.map((term) => [term.askedId, term]));
    return ids.map((id) => byId.get(id) ?? null);
  };

  /**
   * What somebody chose from a scheme, each word once, retired ones as their successors. What the thing has already (`kept`) may stay though it was retired.
   * @throws Invalid at `field` when one is not in the scheme
   */
  async chosen(tx: Tx, schemeId: string, ids: readonly string[], field: string, kept: readonly string[] = []): Promise<string[]> {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    const known = asked.some((id) => id.includes('\0'))
      ? []
      : await this.database.run<{ askedId: string; id: string }>(tx, CHOSEN, [schemeId, asked, kept]);
    if (known.length !== asked.length) throw Invalid.field(field, 'UNKNOWN_TERM', 'Choose from the list.');
    const present = new Map(known.map(({ askedId, id }) => [askedId, id]));
    return [...new Set(asked.map((id) => present.get(id) ?? id))];
  }

  /** What changed in a scheme, newest first; nothing for those who may not edit it. */
  async changes(actor: Actor, scheme: Scheme, { first = 20, after }: PageArgs): Promise<Page<VocabularyChange>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    const rows = vocabularyPolicy.edit(actor, scheme)
      ? await this.database.read<VocabularyChange>(CHANGES, [scheme.id, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1])
      : [];
    return pageOf(rows, first, ({ changedAt, id }) => encodeCursor(changedAt.toISOString(), id), cursor !== null);
  }
}
