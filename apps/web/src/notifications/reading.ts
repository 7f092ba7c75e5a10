import type { ApolloCache } from '@apollo/client';
import { ViewerDocument } from '../gql/shell/graphql.js';

type Readable = { id: string; readAt: string | null };

/** Notices become read in the cache at once, and the bell counts down with them. */
export const markRead = (cache: ApolloCache, notices: readonly Readable[], which: 'all' | 'these'): void => {
  const fresh = notices.filter(({ readAt }) => readAt === null);
  const now = new Date().toISOString();
  for (const { id } of fresh) cache.modify({ id: cache.identify({ __typename: 'Notification', id })!, fields: { readAt: () => now } });
  setUnread(cache, (before) => (which === 'all' ? 0 : Math.max(0, before - fresh.length)));
};

/** The number at the bell. */
export const setUnread = (cache: ApolloCache, count: (before: number) => number): void => {
  cache.updateQuery(
    { query: ViewerDocument },
    (kept) => kept?.viewer && { ...kept, viewer: { ...kept.viewer, unreadNotificationCount: count(kept.viewer.unreadNotificationCount) } },
  );
};
