import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { MarkReadDocument, type ThreadPartsFragment } from '../gql/discussions/graphql.js';

import { justSaid } from './just-said.js';

/** A post counts as read after it was in view for this long. */
const lookMs = 800;
/** How often the server is told. */
const tellMs = 2000;

/** Tells the server how far one has read, as one reads: only posts that were in view on a page that was in front. */
export function useReading(thread: ThreadPartsFragment, shownCount: number, isMember: boolean): void {
  const client = useApolloClient();
  const told = useRef((thread.firstUnreadPosition ?? thread.replyCount + 2) - 1);
  const wasUnread = useRef(thread.unreadCount > 0);
  const membership = thread.community.viewerMembership;

  useEffect(() => {
    if (!isMember) return;
    let seen = told.current;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const looking = new Map<Element, ReturnType<typeof setTimeout>>();

    const tell = async () => {
      timer = null;
      if (seen <= told.current) return;
      told.current = seen;
      const before = client.cache.identify({ __typename: 'Thread', id: thread.id });
      await client
        .mutate({
          mutation: MarkReadDocument,
          variables: { input: { threadId: thread.id, position: seen } },
          update: (cache, { data }) => {
            // The last new post of the thread: one thread less with something new, beside the name of the community.
            if (data?.markRead.unreadCount !== 0 || !membership || !before) return;
            cache.modify({
              id: cache.identify(membership)!,
              fields: {
                unreadThreadCount: (count) => (typeof count === 'number' ? Math.max(0, count - (wasUnread.current ? 1 : 0)) : count),
              },
            });
            wasUnread.current = false;
          },
        })
        .catch(() => {
          told.current = 0;
        });
    };
    const see = (position: number) => {
      if (position <= seen) return;
      seen = position;
      timer ??= setTimeout(() => void tell(), tellMs);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const position = Number((entry.target as HTMLElement).dataset['post']);
          if (justSaid.has((entry.target as HTMLElement).dataset['id'] ?? '')) continue;
          clearTimeout(looking.get(entry.target));
          // A long post never fits: its end, or a good part of the window, is enough.
          const isLookedAt =
            entry.isIntersecting && (entry.intersectionRatio > 0.5 || entry.intersectionRect.height > window.innerHeight / 2);
          if (isLookedAt && document.visibilityState === 'visible')
            looking.set(
              entry.target,
              setTimeout(() => see(position), lookMs),
            );
        }
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    document.querySelectorAll('[data-post]').forEach((post) => observer.observe(post));
    const leave = () => {
      if (document.visibilityState === 'hidden') void tell();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      observer.disconnect();
      looking.forEach((one) => clearTimeout(one));
      document.removeEventListener('visibilitychange', leave);
      if (timer) clearTimeout(timer);
      void tell();
    };
  }, [client, thread.id, shownCount, isMember, membership]);
}
