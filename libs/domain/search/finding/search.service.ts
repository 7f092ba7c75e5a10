import { Injectable } from '@nestjs/common';
import { communityScope } from '#domain/communities';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf } from '#platform/graphql';
import { Searchables } from '#platform/searchables';
import { compose, type Composed, lookUps } from '../asking/compose-query.js';
import { nearWords } from '../asking/near-words.js';
import { type Asked, readSearch } from '../asking/search-text.js';
import { SIMILAR, type WordRow, WORDS } from '../asking/search-words.queries.js';
import { FacetWords, type FoundFacet } from './facet-words.js';
import { type SearchFilter, type SearchArgs } from './search.inputs.js';
import { type SearchHit, SearchOrder, type SearchProblem, type SearchResults, type SearchText } from './search.entity.js';
import { AUTHORS, countFound, HIT_BEGINS, HIT_ENDS, placesNamed, search, type Way } from './search.queries.js';

/** Up to so many texts are all looked at; of more, the newest. */
const ALL_OF_THEM = 20_000;
/** With fewer results a word may have been typed wrong. */
const FEW = 3;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface FoundRow {
  count: number;
  isMore: boolean;
  facets: FoundFacet[];
  meant: string[];
  hits: (Omit<SearchHit, 'titlePieces' | 'excerptPieces' | 'at'> & { at: string })[];
}

/** What a search comes down to, before it is put to the index. */
interface Understood {
  asked: Asked;
  composed: Composed;
  conditions: unknown[];
  isNarrowed: boolean;
  problems: SearchProblem[];
}

/** Search across everything that one may read. */
@Injectable()
export class Search {
  constructor(
    private readonly database: Database,
    private readonly searchables: Searchables,
    private readonly facetWords: FacetWords,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, { text, filter, order, first = 20, after }: SearchArgs): Promise<SearchResults> {
    const isNewest = order === SearchOrder.NEWEST;
    const cursor = decodeCursor(after, ['number', 'date', 'uuid']);
    const understood = await this.understand(actor, text, filter ?? {});
    const page = [first + 1, isNewest, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? null];
    let meant: string[] = [];
    let found = await this.ask(actor, understood, understood.composed, [], page);
    if (found.count < FEW && understood.composed.doubtful.length > 0) {
      const instead = await this.mayBeMeant(understood.composed.doubtful);
      const others = [...instead.values()].flat();
      if (others.length > 0) {
        const widened = compose(understood.asked, await this.words(understood.asked), instead);
        found = await this.ask(actor, understood, widened, others, page);
        meant = found.meant.map((word) => word.slice(1, -1));
      }
    }
    const hits = found.hits.map(hitOf);
    return {
      ...pageOf(hits, first, (hit) => encodeCursor(hit.score, hit.at.toISOString(), hit.id), cursor !== null),
      count: found.count,
      isMore: found.isMore,
      facets: await this.facetWords.sorted(found.facets, actor.language),
      meant,
      problems: understood.problems,
    };
  }

  /** How many have come since a moment, of those that one may read now. */
  async countSince(actor: Actor, text: string, filter: SearchFilter, since: Date): Promise<number> {
    const understood = await this.understand(actor, text, filter);
    const { conditions, composed } = understood;
    if (!this.asksForSomething(understood)) return 0;
    const values = [...searcher(actor), composed.query, ...conditions, this.clock.now(), since];
    const [row] = await this.database.read<{ count: number }>(countFound(wayOf(understood, composed), this.searchables.all()), values);
    return row?.count ?? 0;
  }

  private async ask(actor: Actor, understood: Understood, composed: Composed, others: string[], page: unknown[]): Promise<FoundRow> {
    if (!this.asksForSomething(understood)) return NOTHING;
    const values = [
      ...searcher(actor),
      composed.query,
      ...understood.conditions,
      this.clock.now(),
      others.map((word) => `'${word.replaceAll("'", "''")}'`),
      ...page,
    ];
    const [row] = await this.database.read<FoundRow>(search(wayOf(understood, composed), this.searchables.all()), values);
    return row ?? NOTHING;
  }

  private asksForSomething({ asked, composed, isNarrowed }: Understood): boolean {
    return composed.query !== null || (asked.terms.length === 0 && asked.without.length === 0 && isNarrowed);
  }

  private words(asked: Asked): Promise<WordRow[]> {
    const looked = lookUps(asked);
    if (looked.length === 0) return Promise.resolve([]);
    return this.database.read<WordRow>(WORDS, [
      looked.map(({ word }) => word),
      looked.map(({ beginning }) => beginning),
      looked.map(({ more }) => more),
    ]);
  }

  private async mayBeMeant(doubtful: string[]): Promise<Map<string, string[]>> {
    const known = await this.database.read<{ typed: string; word: string; documents: number }>(SIMILAR, [doubtful]);
    const byTyped = Map.groupBy(known, ({ typed }) => typed);
    return new Map(doubtful.map((word) => [word, nearWords(word, byTyped.get(word) ?? [])]));
  }

  /** Reads the text, and finds out whom and what its operators mean; what means nothing finds nothing, and says so. */
  private async understand(actor: Actor, text: string, filter: SearchFilter): Promise<Understood> {
    const asked = readSearch(text);
    const problems: SearchProblem[] = asked.problems.map((problem) => ({ ...problem, code: problem.code as SearchProblem['code'] }));
    const named = async (
      names: string[],
      find: () => Promise<{ asked: string; id: string }[]>,
      problem: Pick<SearchProblem, 'code' | 'operator'>,
    ) => {
      if (names.length === 0) return null;
      const rows = await find();
      for (const name of names) if (!rows.some((row) => row.asked === name)) problems.push({ ...problem, value: name });
      return rows.length > 0 ? rows.map(({ id }) => id) : [NOBODY];
    };
    const { authors, places } = asked;
    const [authorIds, placeIds, rows] = await Promise.all([
      named(authors, () => this.database.read(AUTHORS, [authors]), { code: 'UNKNOWN_AUTHOR' as SearchProblem['code'], operator: 'author' }),
      named(places, () => this.database.read(PLACES, [places, actor.isSignedIn, actor.communityIds]), {
        code: 'UNKNOWN_PLACE' as SearchProblem['code'],
        operator: 'in',
      }),
      this.words(asked),
    ]);
    const both = <T>(one: readonly T[] | null, other: readonly T[] | null | undefined): T[] | null => {
      if (!other?.length) return one && [...one];
      return one ? one.filter((value) => other.includes(value)) : [...other];
    };
    const kinds = both<string>(asked.kinds.length > 0 ? asked.kinds : null, filter.kinds);
    const listed = <T>(values: readonly T[] | null | undefined): T[] | null => (values?.length ? [...values] : null);
    const conditions = [
      kinds,
      both(placeIds, filter.communityIds),
      authorIds,
      asked.from,
      asked.until,
      listed(filter.years),
      listed(filter.languages),
      listed(filter.themes),
    ];
    return { asked, composed: compose(asked, rows), conditions, isNarrowed: conditions.some((value) => value !== null), problems };
  }
}

const PLACES = placesNamed(`(c.id = any($3::uuid[]) or ${communityScope('c', '$2')})`);
const NOTHING: FoundRow = { count: 0, isMore: false, facets: [], meant: [], hits: [] };

const searcher = (actor: Actor): unknown[] => [actor.personIdOrNull, actor.isSignedIn, actor.communityIds, actor.groupIds];

function wayOf({ conditions }: Understood, { query, expected }: Composed): Way {
  if (query !== null && expected <= ALL_OF_THEM) return 'WORDS';
  return conditions[2] === null ? 'NEWEST' : 'AUTHORS';
}

function hitOf({ title, excerpt, at, ...hit }: FoundRow['hits'][number]): SearchHit {
  const [titlePieces, excerptPieces] = [piecesOf(title), piecesOf(excerpt)];
  return { ...hit, at: new Date(at), title: whole(titlePieces), titlePieces, excerpt: whole(excerptPieces), excerptPieces };
}

const whole = (pieces: SearchText[]): string => pieces.map(({ text }) => text).join('');

/** Plain texts, of which every second one was looked for: nothing that is shown is ever taken for markup. */
function piecesOf(marked: string): SearchText[] {
  return marked
    .split(HIT_BEGINS)
    .flatMap((part, index): SearchText[] => {
      if (index === 0) return [{ text: part, isHit: false }];
      const [hit = '', ...rest] = part.split(HIT_ENDS);
      return [
        { text: hit, isHit: true },
        { text: rest.join(''), isHit: false },
      ];
    })
    .filter((piece) => piece.text !== '');
}
