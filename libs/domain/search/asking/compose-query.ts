import type { Asked, Sought } from './search-text.js';
import type { WordRow } from './search-words.queries.js';
import { ukrainianStem } from './ukrainian.js';

/** A word as it is looked up. */
export interface LookUp {
  word: string;
  /** Known words that begin like this are meant, too; null when only the word itself is. */
  beginning: string | null;
  /** How many letters may follow the beginning. */
  more: number;
}

const SHORTEST_BEGINNING = 2;
const AS_TYPED = 40;
const AN_ENDING = 4;

/** Every word of a search, in one row. */
export const lookUps = ({ terms, without }: Asked): LookUp[] => [...terms.flat(), ...without].flatMap(lookUpsOf);

function lookUpsOf({ words, isPhrase, isBegun }: Sought): LookUp[] {
  return words.map((word) => {
    const small = word.toLowerCase();
    if (!isPhrase && isBegun && word.length >= SHORTEST_BEGINNING) return { word, beginning: small, more: AS_TYPED };
    return { word, beginning: isPhrase ? null : ukrainianStem(small), more: AN_ENDING };
  });
}

/** What is asked of the index. */
export interface Composed {
  /** A tsquery; null when nothing is left that could be looked for. */
  query: string | null;
  /** In about how many texts all of it stands. */
  expected: number;
  /** The words as the index has them, that may be typed wrong. */
  doubtful: string[];
}

/** Instead of a word that may be typed wrong: those that may have been meant. */
export type Instead = ReadonlyMap<string, readonly string[]>;

/** Composes the query from what is known of each word, in the order of `lookUps`. */
export function compose(asked: Asked, rows: readonly WordRow[], instead: Instead = new Map()): Composed {
  const left = [...rows];
  const known = (sought: Sought) => ({ sought, rows: left.splice(0, sought.words.length) });
  const terms = asked.terms.map((ways) => ways.map(known)).map((ways) => ways.filter(({ rows: found }) => found.some(hasLexemes)));
  const without = asked.without.map(known);
  const inAll = Math.max(1, rows[0]?.inAll ?? 1);
  const said = terms.filter((ways) => ways.length > 0);
  // "the housing" is looked for as "housing": in some languages there is no such word as "the".
  const telling = said.filter(
    (ways) => !ways.every(({ sought, rows: found }) => !sought.isPhrase && !sought.isBegun && found.every((row) => row.isStop)),
  );
  const needed = telling.length > 0 ? telling : said;
  const parts = needed.map((ways) => any(ways.map((way) => queryOf(way, instead))));
  const expected = needed.reduce(
    (share, ways) =>
      share * Math.min(1, ways.reduce((sum, { rows: found }) => sum + Math.min(...found.map((row) => row.documents)), 0) / inAll),
    inAll,
  );
  const unwanted = without.filter(({ rows: found }) => found.some(hasLexemes)).map((way) => `!(${queryOf(way, new Map())})`);
  const doubtful = needed.flatMap((ways) =>
    ways.flatMap(({ sought, rows: found }) => (sought.isPhrase ? [] : found.flatMap(({ lexemes }) => lexemes))),
  );
  return { query: parts.length > 0 ? [...parts, ...unwanted].join(' & ') : null, expected, doubtful: [...new Set(doubtful)] };
}

const hasLexemes = ({ lexemes }: WordRow): boolean => lexemes.length > 0;

function queryOf({ sought, rows }: { sought: Sought; rows: WordRow[] }, instead: Instead): string {
  if (sought.isPhrase)
    return rows
      .filter(hasLexemes)
      .map(({ lexemes }) => sideBySide(lexemes))
      .join(' <-> ');
  const [row] = rows as [WordRow];
  const others = row.lexemes.flatMap((lexeme) => instead.get(lexeme) ?? []);
  const words = [...row.stems, ...row.begun, ...row.begunStems, ...others].map(quoted);
  return any([...new Set([sideBySide(row.lexemes), ...words])]);
}

const any = (ways: string[]): string => (ways.length === 1 ? (ways[0] as string) : `(${ways.join(' | ')})`);
const sideBySide = (lexemes: string[]): string =>
  lexemes.length === 1 ? quoted(lexemes[0] as string) : `(${lexemes.map(quoted).join(' <-> ')})`;
const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
