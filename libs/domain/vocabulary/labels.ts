/** Words by language tag; English is always there. */
export type Labels = Record<string, string>;

/** The word in the language, or in its base language, or in English. */
export const wordIn = (labels: Labels, language: string): string =>
  labels[language] ?? labels[language.split('-')[0] ?? 'en'] ?? labels['en'] ?? Object.values(labels)[0] ?? '';
