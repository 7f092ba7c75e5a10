const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const first = (word: string, count: number) =>
  [...graphemes.segment(word)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('');

/** Two letters of a name, one in scripts whose letters join: "Leyla Haddad" → "LH", "Leyla" → "LE", "ليلى" → "ل". */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const [one = name.trim(), ...others] = words;
  if (/^\p{Script=Arabic}/u.test(one)) return first(one, 1);
  const last = others.at(-1);
  return (last ? first(one, 1) + first(last, 1) : first(one, 2)).toLocaleUpperCase();
};

const tints = ['', 'c1', 'c2', 'c3', 'c4'];

/** The same name has the same tint everywhere. */
export const tintOf = (name: string): string => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 1_000_003;
  return tints[sum % tints.length]!;
};
