/** The languages of pages and mails. */
export const languages = ['en', 'fr', 'de', 'uk', 'ar'] as const;
export type PageLanguage = (typeof languages)[number];

const isPageLanguage = (tag: string): tag is PageLanguage => (languages as readonly string[]).includes(tag);

/** One of ours for a language tag; English when we have no better. */
export const pageLanguage = (tag: string): PageLanguage => {
  const base = tag.toLowerCase().split('-')[0] ?? '';
  return isPageLanguage(base) ? base : 'en';
};

/** The one that a browser likes best (`Accept-Language`). */
export function preferredLanguage(header: string | undefined): PageLanguage {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { base: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { base, weight } of wishes) if (weight > 0 && isPageLanguage(base)) return base;
  return 'en';
}
