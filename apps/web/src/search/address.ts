import type { SavedSearchLineFragment, SearchFilter, SearchKind } from '../gql/search/graphql.js';

/** What the address of the search carries; lists are divided by commas. */
export type SearchAddress = {
  q?: string;
  kind?: string;
  community?: string;
  year?: string;
  language?: string;
  theme?: string;
  order?: string;
  saved?: string;
};

/** By what results can be narrowed, and where it stands in the address. */
export const facetNames = { kinds: 'kind', communities: 'community', years: 'year', languages: 'language', themes: 'theme' } as const;
/** One of them. */
export type FacetName = keyof typeof facetNames;

export const kinds: readonly SearchKind[] = [
  'THREAD',
  'POST',
  'SESSION',
  'NEED',
  'POSITION',
  'COMMUNITY',
  'GROUP',
  'PERSON',
  'ORGANISATION',
  'WORD',
  'OFFER',
];

/** What is chosen of a facet. */
export const chosenOf = (address: SearchAddress, facet: FacetName): string[] =>
  (address[facetNames[facet]] ?? '').split(',').filter(Boolean);

/** The address after one value was chosen, or let go. */
export function toggled(address: SearchAddress, facet: FacetName, value: string): SearchAddress {
  const chosen = chosenOf(address, facet);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...address, saved: undefined, [facetNames[facet]]: next.join(',') || undefined };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The address as the server wants it; what has no meaning is left out. */
export function filterOf(address: SearchAddress): SearchFilter | undefined {
  const found: SearchFilter = {};
  const kindsWanted = kinds.filter((kind) => chosenOf(address, 'kinds').includes(kind));
  const communityIds = chosenOf(address, 'communities').filter((id) => uuid.test(id));
  const years = chosenOf(address, 'years').filter((year) => /^\d{4}$/.test(year) && Number(year) >= 1900 && Number(year) <= 2200);
  const languages = chosenOf(address, 'languages').filter((tag) => /^[a-z]{2,3}$/.test(tag));
  const themes = chosenOf(address, 'themes').filter((id) => /^[a-z0-9-]{1,100}$/.test(id));
  if (kindsWanted.length > 0) found.kinds = kindsWanted;
  if (communityIds.length > 0) found.communityIds = communityIds;
  if (years.length > 0) found.years = years.map(Number);
  if (languages.length > 0) found.languages = languages;
  if (themes.length > 0) found.themes = themes;
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Where a search that is kept is found again. */
export const addressOf = (saved: Pick<SavedSearchLineFragment, 'id' | 'text' | 'filter'>): SearchAddress => {
  const listed = (values: readonly (string | number)[] | null | undefined) => (values?.length ? values.join(',') : undefined);
  const { filter } = saved;
  return {
    q: saved.text || undefined,
    kind: listed(filter.kinds),
    community: listed(filter.communityIds),
    year: listed(filter.years),
    language: listed(filter.languages),
    theme: listed(filter.themes),
    saved: saved.id,
  };
};
