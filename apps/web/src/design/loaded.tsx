import type { ReactNode } from 'react';
import { failureOf } from '../data/failures.js';
import { ErrorState, Waiting } from './states.js';

/**
 * The three states of a query that every screen has: shows what is there, also while it is fetched anew; otherwise the shape of it, or what went wrong.
 * Emptiness is the screen's own, since only it knows the sentence.
 */
export function Loaded<T>({
  query,
  shape,
  children,
}: {
  query: { data?: T | undefined; error?: unknown; dataState?: string; refetch: () => unknown };
  shape?: 'page' | 'list' | 'text';
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined && query.data !== null) return children(query.data);
  if (query.error) return <ErrorState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />;
  return <Waiting shape={shape} />;
}
