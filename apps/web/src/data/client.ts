import { ApolloClient, HttpLink, InMemoryCache, type ApolloLink } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { appended, connection } from './connections.js';

/** Codegen writes the SHA-256 of each operation beside it. */
type HashedDocument = DocumentNode & { __meta__?: { hash?: string } };

/** The server runs only the operations that were built with this client, so their hash is all that travels. */
const trustedLink = (): ApolloLink =>
  new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    print: (document) => {
      const hash = (document as HashedDocument).__meta__?.hash;
      if (!hash) throw new Error('An operation without a hash: write it in a .graphql file.');
      return hash;
    },
    fetch: (uri, init) => {
      const { query, operationName, variables } = JSON.parse(init?.body as string) as Record<string, unknown>;
      return fetch(uri, { ...init, body: JSON.stringify({ documentId: query, operationName, variables }) });
    },
  });

/** While developing, the query itself is sent, so that a changed document needs no rebuilt list. */
const openLink = (): ApolloLink => new HttpLink({ uri: '/graphql', credentials: 'same-origin' });

/** The one Apollo client: server state lives here and nowhere else. */
export const client = new ApolloClient({
  link: import.meta.env.PROD ? trustedLink() : openLink(),
  cache: new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          communities: connection(['filter', 'orderBy']),
          threads: connection(['communityId', 'groupId', 'kind']),
          needs: connection(['communityId', 'groupId']),
          sessions: connection(['communityId', 'groupId', 'time', 'from', 'to']),
          positions: connection(['communityId', 'groupId']),
          organisations: connection(['text', 'filter']),
          listedPeople: connection(['filter']),
          offers: connection(['filter']),
          introductions: connection(),
          notifications: connection(['unreadOnly']),
          accounts: connection(['text', 'state']),
          overseenCommunities: connection(['text', 'withoutCoordinator']),
          mailLog: connection(['state']),
          namedIn: appended(['kind']),
          search: appended(['text', 'filter', 'order']),
          savedSearches: { merge: false },
          auditEntries: connection(['communityId', 'filter']),
        },
      },
      // One account a browser: without a key of its own, its pieces merge from screen to screen.
      Viewer: { fields: { memberships: { merge: false }, sessions: { merge: false }, apiTokens: { merge: false } } },
      Scheme: { fields: { changes: connection() } },
      Community: {
        fields: {
          members: connection(['role']),
          organisations: connection(),
          joinRequests: connection(),
          invitations: connection(),
          feeLines: connection(['period', 'of', 'state']),
        },
      },
      Thread: { fields: { posts: connection() } },
      Home: { merge: true, keyFields: [] },
      RetentionRule: { keyFields: ['kind'] },
      Charter: { keyFields: false },
      CommunityWelcome: { keyFields: false, merge: true },
      Support: { keyFields: false, merge: true },
      NotificationPreference: { keyFields: ['kind'] },
      InvitationOffer: { keyFields: false },
      // The same thing shows another part of its text in another search.
      SearchHit: { keyFields: false },
      // The same word in another language is another text.
      Term: { fields: { label: { keyArgs: ['language'] } } },
    },
  }),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
});
