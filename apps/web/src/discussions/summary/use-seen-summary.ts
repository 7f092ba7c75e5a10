import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { MarkReadDocument, type ThreadPartsFragment } from '../../gql/discussions/graphql.js';

/** A summary counts as seen after it was in view for this long. */
const lookMs = 2000;

/** Tells the server which version of the summary one has seen, so that the next visit shows what came since. */
export function useSeenSummary(thread: ThreadPartsFragment): void {
  const client = useApolloClient();
  const version = thread.summary?.version ?? 0;
  const isMember = !!thread.community.viewerMembership;
  // How far the posts are read is not this one's to say: it repeats what the server knows, and that never goes back.
  const position = useRef((thread.firstUnreadPosition ?? thread.replyCount + 2) - 1);
  useEffect(() => {
    if (!isMember || version === 0) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      const variables = { input: { threadId: thread.id, position: position.current, summaryVersion: version } };
      void client.mutate({ mutation: MarkReadDocument, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    }, lookMs);
    return () => clearTimeout(timer);
  }, [client, thread.id, version, isMember]);
}
