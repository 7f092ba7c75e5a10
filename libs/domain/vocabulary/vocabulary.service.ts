import { Injectable } from '@nestjs/common';
import type { Batch } from '#platform/auth';
import { Database, type Statement, type Tx } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import type { Scheme } from './scheme.entity.js';
import type { Term } from './term.entity.js';

/** The scheme of themes: fields of integration. */
export const THEMES = 'intervention-areas';

const SCHEME: Statement = { name: 'vocabulary.scheme', text: `select id, labels, note, position from scheme where id = $1` };
const TERMS: Statement = {
  name: 'vocabulary.terms',
  text: `select id, scheme_id as "schemeId", labels, note, position from term where scheme_id = any($1::text[]) order by position, id`,
};
const TERMS_BY_IDS: Statement = {
  name: 'vocabulary.terms-by-ids',
  text: `select id, scheme_id as "schemeId", labels, note, position from term where id = any($1::text[])`,
};

const CHOSEN: Statement = {
  name: 'vocabulary.chosen',
  text: `select id from term where scheme_id = $1 and id = any($2::text[])`,
};

/** The words that everything is described with. Everybody may read them. */
@Injectable()
export class Vocabulary {
  constructor(private readonly database: Database) {}

  /** @throws NotFound */
  async scheme(id: string): Promise<Scheme> {
    const [scheme] = id.includes('\0') ? [] : await this.database.read<Scheme>(SCHEME, [id]);
    if (!scheme) throw new NotFound();
    return scheme;
  }

  /** The terms of each scheme, in their order. */
  readonly termsOfSchemes: Batch<string, Term[]> = async (schemeIds) => {
    const terms = await this.database.read<Term>(TERMS, [schemeIds]);
    return schemeIds.map((id) => terms.filter((term) => term.schemeId === id));
  };

  /** Terms by id; null where there is none. */
  readonly termsByIds: Batch<string, Term> = async (ids) => {
    const terms = await this.database.read<Term>(TERMS_BY_IDS, [ids]);
    const byId = new Map(terms.map((term) => [term.id, term]));
    return ids.map((id) => byId.get(id) ?? null);
  };

  /** What somebody chose from a scheme, each word once. @throws Invalid at `field` when one is not in the scheme */
  async chosen(tx: Tx, schemeId: string, ids: readonly string[], field: string): Promise<string[]> {
    const termIds = [...new Set(ids)];
    if (termIds.length === 0) return [];
    const known = termIds.some((id) => id.includes('\0')) ? [] : await this.database.run<{ id: string }>(tx, CHOSEN, [schemeId, termIds]);
    if (known.length !== termIds.length) throw Invalid.field(field, 'UNKNOWN_TERM', 'Choose from the list.');
    return termIds;
  }
}
