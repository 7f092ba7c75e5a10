import type { TypedDocumentNode } from '@apollo/client';
import { useCallback, useRef } from 'react';
import type { Failure } from './failures.js';
import { useCall, type WriteOptions } from './use-call.js';

type Input<V> = V extends { input: infer I } ? Omit<I, 'mutationKey'> : never;

/** What a form needs to know about its write. `write` resolves to null after a failure, which is then in `failure`. */
export type Write<T, V> = {
  write: (input: Input<V>, options?: WriteOptions<T>) => Promise<T | null>;
  isWriting: boolean;
  failure: Failure | null;
  clear: () => void;
};

/**
 * A mutation with one `input`. The mutation key stays the same while the same input is tried again, so that a write
 * whose answer got lost on the way is never stored twice; `keyed: false` for an input that has no key.
 */
export function useWrite<T, V extends { input: object }>(document: TypedDocumentNode<T, V>, { keyed = true } = {}): Write<T, V> {
  const { call, ...rest } = useCall(document);
  const attempt = useRef<{ input: string; key: string } | null>(null);

  const write = useCallback(
    async (input: Input<V>, options?: WriteOptions<T>): Promise<T | null> => {
      const text = JSON.stringify(input);
      if (attempt.current?.input !== text) attempt.current = { input: text, key: crypto.randomUUID() };
      const { key } = attempt.current;
      const data = await call({ input: keyed ? { ...input, mutationKey: key } : input } as unknown as V, options);
      if (data) attempt.current = null;
      return data;
    },
    [call, keyed],
  );

  return { write, ...rest };
}
