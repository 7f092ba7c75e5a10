import { Injectable, type Provider, Scope } from '@nestjs/common';

/** Placeholders of who searches, for SQL: their id, whether they are signed in, their communities and groups (uuid[]). */
export interface SearcherSql {
  me: string;
  isSignedIn: string;
  memberOf: string;
  inGroups: string;
}

/** A kind of thing that can be found. */
export interface Searchable {
  /** Its name in the schema: `THREAD`. */
  kind: string;
  /**
   * SQL of all such things as they are now: a select of `id`, `parent_id` (what it is a piece of, or null), `community_id`, `group_id`, `level`, `author_id`
   * (never of something unattributed), `heading` (shown above it), `title` (found before the rest; not what belongs to its parent), `body` (plain text),
   * `language` (where it is known), `at`, `theme_ids` and `path`. What was removed is not among them.
   */
  things: string;
  /** SQL of whether somebody may read it: `s` is a row of `things`, `c` its community, if it has one. The rule of its own page, and no other. */
  scope: (thing: string, community: string, searcher: SearcherSql) => string;
  /** How many there may be: of `MANY` and `SOME`, each in communities, only the newest are looked through for a word that stands everywhere. */
  amount: 'MANY' | 'SOME' | 'FEW';
}

/** What can be searched, as each module has said of its own. The module `search` keeps the index and asks. */
@Injectable()
export class Searchables {
  private readonly known = new Map<string, Searchable>();

  define(searchable: Searchable): void {
    this.known.set(searchable.kind, searchable);
  }

  all(): Searchable[] {
    return [...this.known.values()];
  }

  /** @throws when no module has said so */
  of(kind: string): Searchable {
    const searchable = this.known.get(kind);
    if (!searchable) throw new Error(`Nobody has said how ${kind} is searched`);
    return searchable;
  }
}

/** A provider that says what of a module can be found: one line among the module's providers. */
export const canBeFound = (...searchables: Searchable[]): Provider => ({
  provide: Symbol(`searchable ${searchables.map(({ kind }) => kind).join(', ')}`),
  scope: Scope.DEFAULT,
  inject: [Searchables],
  useFactory: (known: Searchables) => {
    for (const searchable of searchables) known.define(searchable);
    return null;
  },
});
