import type { JSONContent } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { failureOf, type Failure } from '../data/failures.js';
import { ReplyDocument } from '../gql/discussions/graphql.js';
import type { useLivePosts } from './use-live-posts.js';

type Unsent = { key: string; body: JSONContent; replyToId: string | null; isUnattributed: boolean; failure: Failure | null };

/** Replies on their way: shown at once, and kept until the server has them. Trying again uses the same key, so nothing is said twice. */
export function useOutbox(threadId: string, live: ReturnType<typeof useLivePosts>) {
  const client = useApolloClient();
  const [unsent, setUnsent] = useState<Unsent[]>([]);
  const liveNow = useRef(live);
  useEffect(() => {
    liveNow.current = live;
  });

  const drop = (key: string) => setUnsent((all) => all.filter((post) => post.key !== key));
  const mark = (key: string, failure: Failure | null) =>
    setUnsent((all) => all.map((post) => (post.key === key ? { ...post, failure } : post)));

  const push = async ({ key, body, replyToId, isUnattributed }: Unsent) => {
    mark(key, null);
    live.setSending(true);
    try {
      const { data } = await client.mutate({
        mutation: ReplyDocument,
        variables: {
          input: { mutationKey: key, threadId, body, ...(replyToId && { replyToId }), ...(isUnattributed && { isUnattributed }) },
        },
        update: (cache, { data: answer }) => {
          if (!answer) return;
          cache.modify({
            id: cache.identify({ __typename: 'Thread', id: threadId })!,
            fields: {
              replyCount: (count) => Math.max(Number(count), answer.reply.position - 1),
              ...(!isUnattributed && { isFollowed: () => true }),
            },
          });
        },
      });
      if (data) await liveNow.current.addOwn(data.reply);
      drop(key);
    } catch (error) {
      mark(key, failureOf(error));
    } finally {
      live.setSending(false);
    }
  };

  const send = async (body: JSONContent, replyToId: string | null, isUnattributed: boolean) => {
    const post: Unsent = { key: crypto.randomUUID(), body, replyToId, isUnattributed, failure: null };
    setUnsent((all) => [...all, post]);
    await push(post);
  };
  const retry = async (key: string) => {
    const post = unsent.find((one) => one.key === key);
    if (post) await push(post);
  };
  return { unsent, send, retry, drop };
}
