import type { CommunityFilter, Level, OrganisationFilter, OrganisationType, PeopleFilter } from '../gql/directory/graphql.js';
import { levels } from '../communities/choices.js';
import { organisationTypes } from '../people/organisation-field.js';

/** What the address of the directory carries. */
export type WhoSearch = {
  what?: string;
  text?: string;
  theme?: string;
  group?: string;
  type?: string;
  level?: string;
  country?: string;
  language?: string;
  map?: string;
};

/** What one may look for. */
export const kindsOfFound = ['organisations', 'communities', 'people'] as const;
/** One of them. */
export type Found = (typeof kindsOfFound)[number];

/** What the address asks for; organisations when it says nothing else. */
export const foundOf = ({ what }: WhoSearch): Found => kindsOfFound.find((one) => one === what) ?? 'organisations';

const among = <T extends string>(all: readonly T[], value: string | undefined): T | undefined => all.find((one) => one === value);

type Filter = OrganisationFilter & CommunityFilter & PeopleFilter;

/** The address as the server wants it; what has no meaning for the kind is left out. `wide` leaves the country out, for the map. */
export function filterOf(search: WhoSearch, wide = false): Filter {
  const found = foundOf(search);
  const level = among<Level>(levels, search.level);
  const type = among<OrganisationType>(organisationTypes, search.type);
  return {
    ...(search.text && { text: search.text.slice(0, 200) }),
    ...(search.theme && { themes: [search.theme] }),
    ...(search.country && !wide && { countries: [search.country] }),
    ...(search.language && { languages: [search.language] }),
    ...(level && found !== 'people' && { levels: [level] }),
    ...(found === 'organisations' && search.group && { targetGroups: [search.group] }),
    ...(found === 'organisations' && type && { types: [type] }),
  };
}
