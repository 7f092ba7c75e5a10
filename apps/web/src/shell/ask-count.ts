import { useQuery } from '@apollo/client/react';
import { AskCountDocument } from '../gql/shell/graphql.js';

/** How many things need me now, as Home counts them; both read the same asks in the cache. */
export function useAskCount(): number {
  const { data } = useQuery(AskCountDocument, { fetchPolicy: 'cache-first' });
  return data?.home.asks.length ?? 0;
}
