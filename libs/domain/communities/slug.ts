import { randomBytes } from 'node:crypto';

/** Letters that Unicode does not take apart, and Cyrillic and Greek as their speakers write them in Latin. */
const latin: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ъ: '', ы: 'y', э: 'e',
  ю: 'iu', я: 'ia', ё: 'e',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r',
  σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
}; // prettier-ignore

/** Pages of the web client beside the communities. */
const reserved = new Set(['new', 'create', 'edit', 'join', 'invitation']);

// As it stands first (й is not и), then without its accents (ί is ι).
const inLatin = (letter: string): string =>
  latin[letter] ??
  letter
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/./gsu, (plain) => latin[plain] ?? plain);

/** A name as it stands in addresses: Latin letters, digits and hyphens. Names in other scripts get a short random one. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/./gsu, inLatin)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug.length < 2 || reserved.has(slug) ? `community-${randomBytes(4).toString('hex')}` : slug;
}

/** The slug, then the slug with a number, then with something random: one of them is free. */
export function* slugsFor(name: string): Generator<string> {
  const slug = slugOf(name);
  yield slug;
  for (let number = 2; number < 10; number++) yield `${slug}-${number}`;
  for (let tries = 0; tries < 5; tries++) yield `${slug}-${randomBytes(4).toString('hex')}`;
}
