import { useQuery } from '@apollo/client/react';
import { CommunityCountriesDocument, OrganisationCountriesDocument, PeopleCountriesDocument } from '../gql/directory/graphql.js';
import { filterOf, foundOf, type WhoSearch } from './search-of.js';

/** How many fit in each country, whichever one is chosen; the last answer stays while the next is on its way. */
export function useCountries(search: WhoSearch, isSignedIn: boolean): { country: string; count: number }[] {
  const found = foundOf(search);
  const variables = { filter: filterOf(search, true) };
  const organisations = useQuery(OrganisationCountriesDocument, { variables, skip: found !== 'organisations' });
  const communities = useQuery(CommunityCountriesDocument, { variables, skip: found !== 'communities' });
  const people = useQuery(PeopleCountriesDocument, { variables, skip: found !== 'people' || !isSignedIn });
  if (found === 'communities') return (communities.data ?? communities.previousData)?.communityCountries ?? [];
  if (found === 'people') return (people.data ?? people.previousData)?.listedPeopleCountries ?? [];
  return (organisations.data ?? organisations.previousData)?.organisationCountries ?? [];
}
