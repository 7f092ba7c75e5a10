/** A run of words of one kind: in both texts, only in the later one, only in the earlier one. */
export type Run = { kind: 'same' | 'new' | 'gone'; text: string };

/** What changed between two texts, word by word: the longest words in common stay, the rest comes or goes. */
export function difference(before: string, after: string): Run[] {
  const [a, b] = [before, after].map((text) => text.split(/(\s+)/).filter((part) => part !== '')) as [string[], string[]];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const runs: Run[] = [];
  const add = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || table[i + 1]![j]! >= table[i]![j + 1]!)) add('gone', a[i++]!);
    else add('new', b[j++]!);
  }
  return runs;
}
