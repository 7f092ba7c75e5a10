import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { EarlierPostsDocument, LaterPostsDocument, PostsDocument } from '../gql/discussions/graphql.js';
import type { Here } from './open-thread.js';
import type { ShownPost } from './post-list.js';

const pageSize = 20;

/** Where on the page one is: it opens at the first unread post, grows at both ends without moving, and goes where a link leads. */
export function usePlace({
  threadId,
  posts,
  list,
  startCursor,
  endCursor,
  place,
  here,
  linked,
}: {
  threadId: string;
  posts: ShownPost[];
  list: RefObject<HTMLDivElement | null>;
  startCursor: string | null;
  endCursor: string | null;
  place: number | null;
  here: Here | null;
  linked: number | null;
}) {
  const client = useApolloClient();
  const [target, setTarget] = useState<{ position: number; takesFocus: boolean; isFar?: boolean } | null>(
    place ? { position: place, takesFocus: false } : null,
  );
  const kept = useRef<{ id: string; top: number } | null>(null);

  useEffect(() => {
    if (!target) return;
    const isHere = here?.position === target.position;
    const element = (isHere && document.getElementById('here')) || document.getElementById(`post-${target.position}`);
    if (!element) {
      // New posts appear with the next rendering.
      if (!target.isFar) return;
      // A link to a post far away: the page opens anew around it.
      void client
        .query({ query: PostsDocument, variables: { id: threadId, around: target.position, first: pageSize }, fetchPolicy: 'network-only' })
        .then(
          ({ data }) => {
            if (!data?.thread.posts.edges.some(({ node }) => node.position === target.position)) setTarget(null);
          },
          () => setTarget(null),
        );
      return;
    }
    // After the router has put the page where it thinks best.
    const frame = requestAnimationFrame(() => {
      element.scrollIntoView({ block: 'start' });
      if (target.takesFocus) document.getElementById(`post-${target.position}`)?.focus({ preventScroll: true });
      setTarget(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [target, posts, here, client, threadId]);

  const before = useRef(linked);
  useEffect(() => {
    if (linked && linked !== before.current) setTarget({ position: linked, takesFocus: true, isFar: true });
    before.current = linked;
  }, [linked]);

  // What is read stays where it is while earlier posts arrive above it.
  useLayoutEffect(() => {
    const anchor = kept.current && document.getElementById(kept.current.id);
    if (anchor && kept.current) window.scrollBy(0, anchor.getBoundingClientRect().top - kept.current.top);
    kept.current = null;
  }, [posts]);

  const loadEarlier = useCallback(async () => {
    if (!startCursor) return;
    const { data } = await client.query({
      query: EarlierPostsDocument,
      variables: { id: threadId, before: startCursor, last: pageSize },
      fetchPolicy: 'no-cache',
    });
    const first = list.current?.querySelector('[data-post]');
    if (first) kept.current = { id: first.id, top: first.getBoundingClientRect().top };
    if (data) client.writeQuery({ query: EarlierPostsDocument, variables: { id: threadId, before: startCursor, last: pageSize }, data });
  }, [client, list, startCursor, threadId]);

  const loadLater = useCallback(async () => {
    if (!endCursor) return;
    await client.query({
      query: LaterPostsDocument,
      variables: { id: threadId, after: endCursor, first: pageSize },
      fetchPolicy: 'network-only',
    });
  }, [client, endCursor, threadId]);

  const goTo = useCallback((position: number, takesFocus = true) => setTarget({ position, takesFocus }), []);
  return { goTo, loadEarlier, loadLater };
}
