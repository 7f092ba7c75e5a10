/** Endings of nouns, adjectives and verbs, the longest first. */
const ENDINGS = `
  остями ення ості ість істю ннями ннях нням ння ками ними ього ьому ями ами ого ому ими іми ові еві єві ати ити ють уть ять ать ало
  ала али ила или ило ів їв ей ах ях ам ям ою ею єю ий ій их іх им ім ом ем єм ка ки ку ці а я о е є и і ї у ю ь й`
  .trim()
  .split(/\s+/);

/** The part that words of one family share. Postgres has no stemmer for Ukrainian: words that begin like this are looked up among those that are known. */
export function ukrainianStem(word: string): string | null {
  if (!/^[а-щьюяєіїґ'’ʼ]{4,}$/.test(word)) return null;
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  return ending ? word.slice(0, -ending.length) : word;
}
