import type { ImportSchemeInput } from '../gql/vocabulary/graphql.js';

type Input = Omit<ImportSchemeInput, 'mutationKey'>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null);

/** Labels are written by language, or as one English text. */
const labelsOf = (value: unknown): { language: string; text: string }[] => {
  if (typeof value === 'string') return [{ language: 'en', text: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([language, text]) => (typeof text === 'string' && text.trim() ? [{ language, text }] : []));
};

/** The vocabularies of a file: ours (`labels`, `note`), or one with `label` and `scope_note`. Null when it holds none. */
export function schemesOfFile(text: string): Input[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  const schemes = isObject(file) ? (file['schemes'] ?? [file]) : file;
  if (!Array.isArray(schemes)) return null;
  const found = schemes.filter(
    (scheme): scheme is Record<string, unknown> => isObject(scheme) && typeof scheme['id'] === 'string' && Array.isArray(scheme['terms']),
  );
  if (found.length === 0 || found.length !== schemes.length) return null;
  return found.map((scheme) => ({
    id: scheme['id'] as string,
    labels: labelsOf(scheme['labels'] ?? scheme['label']),
    note: textOf(scheme['note']),
    terms: (scheme['terms'] as unknown[]).filter(isObject).map((term) => ({
      id: String(term['id']),
      labels: labelsOf(term['labels'] ?? term['label']),
      note: textOf(term['note'] ?? term['scope_note']),
      ...(typeof term['isRetired'] === 'boolean' && { isRetired: term['isRetired'] }),
      ...(typeof term['successorId'] === 'string' && { successorId: term['successorId'] }),
    })),
  }));
}
