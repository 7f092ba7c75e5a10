import { isOr, type KindName, kindOf, type Operator, operatorOf } from './operator-names.js';

/** One thing that is looked for: a word, or words that stand side by side. */
export interface Sought {
  words: string[];
  isPhrase: boolean;
  /** The last word, as far as it is typed: what goes on like this is found, too. */
  isBegun: boolean;
}

/** What cannot be looked for as it is written: the rest is. */
export interface Problem {
  code: 'BAD_DATE' | 'UNKNOWN_TYPE' | 'NO_VALUE' | 'UNKNOWN_AUTHOR' | 'UNKNOWN_PLACE' | 'ONLY_LEFT_OUT' | 'TOO_MANY_WORDS';
  operator: Operator | null;
  value: string;
}

/** What somebody typed, taken apart. */
export interface Asked {
  /** All of these, each by one of its ways. */
  terms: Sought[][];
  without: Sought[];
  authors: string[];
  places: string[];
  kinds: KindName[];
  /** From this moment on. */
  from: Date | null;
  /** Before this moment. */
  until: Date | null;
  problems: Problem[];
}

/** More say nothing that fewer do not. */
export const MOST_WORDS = 12;
const LONGEST_WORD = 60;

/** An operator with nothing behind it; or a word, a text in quotes, or either with an operator before it. */
const PIECE = /(-?[\p{L}\p{M}]+):(?=\s|$)|(-?)(?:([\p{L}\p{M}]+):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu;

/** Takes a search apart. Never refuses: what has no meaning is said in `problems`. */
export function readSearch(text: string): Asked {
  const asked: Asked = { terms: [], without: [], authors: [], places: [], kinds: [], from: null, until: null, problems: [] };
  const typed = text.toWellFormed().replaceAll('\0', ' ').normalize('NFC');
  let joins = false;
  let count = 0;
  for (const piece of typed.matchAll(PIECE)) {
    const [whole, alone, minus = '', name = '', quoted, plain = ''] = piece;
    const operator = operatorOf((alone ?? name).replace(/^-/, ''));
    if (operator) {
      operate(asked, operator, (quoted ?? plain).trim());
      joins = false;
      continue;
    }
    if (isOr(whole) && asked.terms.length > 0) {
      joins = true;
      continue;
    }
    const words = wordsOf(alone ?? `${name} ${quoted ?? plain}`);
    if (words.length === 0) continue;
    count += words.length;
    if (count > MOST_WORDS) {
      asked.problems.push({ code: 'TOO_MANY_WORDS', operator: null, value: words.join(' ') });
      break;
    }
    const isLast = piece.index + whole.length === typed.length;
    const sought = { words, isPhrase: words.length > 1, isBegun: isLast && quoted === undefined && !minus };
    if (minus) asked.without.push(sought);
    else if (joins) asked.terms.at(-1)?.push(sought);
    else asked.terms.push([sought]);
    joins = false;
  }
  if (asked.terms.length === 0 && asked.without.length > 0) asked.problems.push({ code: 'ONLY_LEFT_OUT', operator: null, value: '' });
  return asked;
}

/** Letters and digits that belong together; an apostrophe within a word is a part of it. */
export const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD).toWellFormed());

function operate(asked: Asked, operator: Operator, value: string): void {
  const problem = (code: Problem['code']) => void asked.problems.push({ code, operator, value });
  if (!value) return problem('NO_VALUE');
  switch (operator) {
    case 'author':
      asked.authors.push(value);
      return;
    case 'in':
      asked.places.push(value);
      return;
    case 'type': {
      const kind = kindOf(value);
      if (!kind) return problem('UNKNOWN_TYPE');
      asked.kinds.push(kind);
      return;
    }
    case 'before':
    case 'after': {
      const day = dayOf(value);
      if (!day) return problem('BAD_DATE');
      if (operator === 'after') asked.from = day;
      else asked.until = day;
    }
  }
}

/** The first moment of a year, a month or a day: 2019, 2019-03, 2019-03-08, 8.3.2019. */
function dayOf(value: string): Date | null {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value) ?? [];
  if (year) return dateOf(year, month, day);
  const [, dayFirst, monthThen, yearLast] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value) ?? [];
  return yearLast && monthThen && dayFirst ? dateOf(yearLast, monthThen, dayFirst) : null;
}

function dateOf(year: string, month: string, day: string): Date | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) >= 1900;
  return isReal ? date : null;
}
