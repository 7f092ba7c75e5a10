import type { ApolloCache, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from './failures.js';

/** How one write touches the cache, before and after the server has answered. */
export type WriteOptions<T> = { optimistic?: T; update?: (cache: ApolloCache, data: T) => void };

/** A mutation and how it stands. `call` resolves to null after a failure, which is then in `failure`. */
export type Call<T, V> = {
  call: (variables: V, options?: WriteOptions<T>) => Promise<T | null>;
  isWriting: boolean;
  failure: Failure | null;
  clear: () => void;
};

/** A mutation that takes plain arguments; those with one `input` go through useWrite. */
export function useCall<T, V extends object>(document: TypedDocumentNode<T, V>): Call<T, V> {
  const client = useApolloClient();
  // The sentences of failures are needed the moment one happens, when the line may be down.
  useTranslation('errors', { useSuspense: false });
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const call = useCallback(
    async (variables: V, { optimistic, update }: WriteOptions<T> = {}): Promise<T | null> => {
      setWriting(true);
      setFailure(null);
      try {
        const { data } = await client.mutate<T>({
          mutation: document as TypedDocumentNode<T>,
          variables: variables as never,
          ...(optimistic !== undefined && { optimisticResponse: optimistic as never }),
          ...(update && {
            update: (cache: ApolloCache, result: { data?: unknown }) => void (result.data && update(cache, result.data as T)),
          }),
        });
        return (data as T | undefined) ?? null;
      } catch (error) {
        setFailure(failureOf(error));
        return null;
      } finally {
        setWriting(false);
      }
    },
    [client, document],
  );

  return { call, isWriting, failure, clear: useCallback(() => setFailure(null), []) };
}
