import { Injectable } from '@nestjs/common';
import type { Batch } from '#platform/auth';
import { Database, type Statement } from '#platform/database';
import { NotFound } from '#platform/errors';
import type { Scheme, Term } from './term.entity.js';

const SCHEME: Statement = { name: 'vocabulary.scheme', text: `select id, labels, note, position from scheme where id = $1` };
const TERMS: Statement = {
  name: 'vocabulary.terms',
  text: `select id, scheme_id as "schemeId", labels, note, position from term where scheme_id = any($1::text[]) order by position, id`,
};
const TERMS_BY_IDS: Statement = {
  name: 'vocabulary.terms-by-ids',
  text: `select id, scheme_id as "schemeId", labels, note, position from term where id = any($1::text[])`,
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
}
