import type { ApolloCache, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useCallback, useContext, useState } from 'react';
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

/**
 * Shows once more that it is them, for what asks for a fresh sign-in; false when they would rather not. Where a page provides it, a refused write is
 * sent again by itself.
 */
export const ProofContext = createContext<(() => Promise<boolean>) | null>(null);

/** A mutation that takes plain arguments; those with one `input` go through useWrite. */
export function useCall<T, V extends object>(document: TypedDocumentNode<T, V>): Call<T, V> {
  const client = useApolloClient();
  const prove = useContext(ProofContext);
  // The sentences of failures are needed the moment one happens, when the line may be down.
  useTranslation('errors', { useSuspense: false });
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const call = useCallback(
    async (variables: V, { optimistic, update }: WriteOptions<T> = {}): Promise<T | null> => {
      setWriting(true);
      setFailure(null);
      const send = async () => {
        const { data } = await client.mutate<T>({
          mutation: document as TypedDocumentNode<T>,
          variables: variables as never,
          ...(optimistic !== undefined && { optimisticResponse: optimistic as never }),
          ...(update && {
            update: (cache: ApolloCache, result: { data?: unknown }) => void (result.data && update(cache, result.data as T)),
          }),
        });
        return (data as T | undefined) ?? null;
      };
      try {
        return await send().catch(async (error: unknown) => {
          if (failureOf(error).code !== 'FRESH_SIGN_IN_NEEDED' || !(await prove?.())) throw error;
          return send();
        });
      } catch (error) {
        setFailure(failureOf(error));
        return null;
      } finally {
        setWriting(false);
      }
    },
    [client, document, prove],
  );

  return { call, isWriting, failure, clear: useCallback(() => setFailure(null), []) };
}
