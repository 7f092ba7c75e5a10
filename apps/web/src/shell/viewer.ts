import { useQuery } from '@apollo/client/react';
import { client } from '../data/client.js';
import { realtime } from '../data/realtime.js';
import { SignOutDocument, ViewerDocument, type ViewerQuery } from '../gql/shell/graphql.js';

/** The signed-in account as the shell knows it. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in, asked of the server once; null for a stranger. */
export const loadViewer = async (): Promise<Viewer | null> => {
  const { data } = await client.query({ query: ViewerDocument });
  return data?.viewer ?? null;
};

/** The signed-in account, or null; kept fresh by whatever writes to it. */
export function useViewer(): Viewer | null {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-first' });
  return data?.viewer ?? null;
}

/** After signing in or out nothing of the former account may stay. */
export const changeViewer = async (): Promise<void> => {
  await realtime.close();
  await client.clearStore();
};

/** Signs out here and forgets everything; the caller leads away. */
export const signOut = async (): Promise<void> => {
  await client.mutate({ mutation: SignOutDocument });
  await changeViewer();
};
