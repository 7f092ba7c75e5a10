import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { RoomMessage } from '../data/room-sequence.js';
import { useRoom } from '../data/use-room.js';
import {
  LaterPostsDocument,
  PostPartsFragmentDoc,
  PostsDocument,
  ThreadDocument,
  type ThreadPartsFragment,
} from '../gql/discussions/graphql.js';
import type { Viewer } from '../shell/viewer.js';
import { justSaid } from './just-said.js';
import { appendPosts, changePost, shownPost, type HeardPost, type ShownPost } from './post-list.js';

const pageSize = 100;

/**
 * What others say while one reads. New posts are only counted until the reader asks for them; edits, removals and reactions
 * change what is shown at once.
 */
export function useLivePosts(
  thread: ThreadPartsFragment,
  posts: ShownPost[],
  hasLater: boolean,
  endCursor: string | null,
  viewer: Viewer | null,
) {
  const client = useApolloClient();
  const atOpening = thread.replyCount + 1;
  const [latest, setLatest] = useState(atOpening);
  const [announced, setAnnounced] = useState(atOpening);
  const heard = useRef(new Map<number, ShownPost>());
  const isSending = useRef(false);
  const hasJoined = useRef(false);
  const last = posts.at(-1)?.position ?? 0;

  const hear = useCallback((position: number) => setLatest((before) => Math.max(before, position)), []);

  const onMessage = ({ kind, payload }: RoomMessage) => {
    if (kind === 'post-added') {
      const post = payload as HeardPost;
      // Of what is unattributed the room only says where it is: it is fetched when it is shown.
      if (!post.author) return hear(post.position);
      const isAuthor = post.author.id === viewer?.person.id;
      const role = thread.community.viewerMembership?.role;
      heard.current.set(
        post.position,
        shownPost(post, { isAuthor, isMember: !!role, leads: role === 'FACILITATOR' || role === 'COORDINATOR' }),
      );
      hear(post.position);
      // One's own words come back by the answer to the reply as well, and need no announcement.
      if (isAuthor && isSending.current) setAnnounced((before) => Math.max(before, post.position));
    } else if (kind === 'thread-changed') {
      void client.query({ query: ThreadDocument, variables: { id: thread.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
    } else if ((payload as Partial<HeardPost>).reactions ?? (payload as Partial<HeardPost>).author) {
      changePost(client.cache, payload as HeardPost);
    } else {
      void fetchPost((payload as HeardPost).position).catch(() => undefined);
    }
  };

  /** A changed post of which the room tells no words. */
  const fetchPost = async (position: number) => {
    const variables = { id: thread.id, around: position, first: 1 };
    const { data } = await client.query({ query: PostsDocument, variables, fetchPolicy: 'no-cache' });
    for (const { node } of data?.thread.posts.edges ?? [])
      client.cache.writeFragment({ fragment: PostPartsFragmentDoc, fragmentName: 'PostParts', data: node });
  };

  /** After a broken line: how far the thread has come, and what has changed of the posts that are shown. */
  const onRefetch = async () => {
    const isFirst = !hasJoined.current;
    hasJoined.current = true;
    const { data } = await client.query({ query: ThreadDocument, variables: { id: thread.id }, fetchPolicy: 'network-only' });
    if (data) hear(data.thread.replyCount + 1);
    if (isFirst || posts.length === 0) return;
    const first = Math.min(pageSize, posts.length);
    const around = posts[0]!.position + Math.floor(first / 4);
    const anew = await client.query({ query: PostsDocument, variables: { id: thread.id, around, first }, fetchPolicy: 'no-cache' });
    for (const { node } of anew.data?.thread.posts.edges ?? [])
      client.cache.writeFragment({ fragment: PostPartsFragmentDoc, fragmentName: 'PostParts', data: node });
  };

  /** Who may no longer read here sees no more of it: the screen asks again, and is told that there is nothing. */
  const onLeft = () => void client.refetchQueries({ include: [ThreadDocument] }).catch(() => undefined);

  useRoom(viewer && `thread:${thread.id}`, onMessage, () => void onRefetch().catch(() => undefined), onLeft);

  /** Loads everything up to now; resolves to the position of the first post that was not there before. */
  const showNew = async (): Promise<number> => {
    const from = last + 1;
    const known = Array.from({ length: Math.max(0, latest - last) }, (_, i) => heard.current.get(from + i));
    if (!hasLater && known.every((post) => post !== undefined)) {
      appendPosts(client.cache, thread.id, known);
    } else {
      let after = endCursor;
      for (let page = 0; after && page < 10; page++) {
        const { data }: { data?: { thread: { posts: { pageInfo: { hasNextPage: boolean; endCursor: string | null } } } } | undefined } =
          await client.query({
            query: LaterPostsDocument,
            variables: { id: thread.id, after, first: pageSize },
            fetchPolicy: 'network-only',
          });
        const info = data?.thread.posts.pageInfo;
        after = info?.hasNextPage ? info.endCursor : null;
      }
    }
    const firstNew = announced + 1;
    setAnnounced(latest);
    return firstNew;
  };

  /** Says that a reply of one's own is on its way. */
  const setSending = (on: boolean): void => {
    isSending.current = on;
  };

  /** One's own reply, once the server has it. */
  const addOwn = async (post: ShownPost): Promise<void> => {
    if (post.voice) justSaid.add(post.id);
    heard.current.set(post.position, post);
    hear(post.position);
    setAnnounced((before) => Math.max(before, post.position));
    if (!hasLater && post.position === last + 1) appendPosts(client.cache, thread.id, [post]);
    else await showNew();
  };

  return { newCount: Math.max(0, latest - announced), showNew, addOwn, setSending };
}
