/** How many letters are wrong: added, left out, exchanged, or two that changed places. Stops counting above `most`. */
export function mistakes(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** A known word, and in how many texts it stands. */
export interface KnownWord {
  word: string;
  documents: number;
}

/** So many ways to read a word are tried. */
const MOST_WAYS = 6;

/** The known words that may have been meant, the likeliest first: few mistakes, then many texts. A short word may have one mistake, a long one two or three. */
export function nearWords(typed: string, known: readonly KnownWord[]): string[] {
  const { length } = Array.from(typed);
  if (length < 4) return [];
  const most = length <= 5 ? 1 : length <= 9 ? 2 : 3;
  return known
    .map((one) => ({ ...one, wrong: mistakes(typed, one.word, most) }))
    .filter(({ wrong }) => wrong > 0 && wrong <= most)
    .sort((a, b) => a.wrong - b.wrong || b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WAYS)
    .map(({ word }) => word);
}
