import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureOf } from '../data/failures.js';
import { usePageTitle } from './page.js';
import { ErrorState, Waiting } from './states.js';

/**
 * The three states of a query that every screen has: shows what is there, also while it is fetched anew; otherwise the shape of it, or what went wrong.
 * What is no longer open to the reader is not shown any more, though this page still holds it.
 * A screen that draws its heading outside asks for the shape of a list or a text. Emptiness is the screen's own, since only it knows the sentence.
 */
export function Loaded<T>({
  query,
  shape = 'page',
  children,
}: {
  query: { data?: T | undefined; error?: unknown; dataState?: string; refetch: () => unknown };
  shape?: 'page' | 'list' | 'text';
  children: (data: T) => ReactNode;
}) {
  const title = usePageTitle();
  const failure = query.error ? failureOf(query.error) : null;
  if (query.data !== undefined && query.data !== null && failure?.code !== 'NOT_FOUND') return children(query.data);
  return (
    <>
      {shape === 'page' && <VisuallyHidden component="h1">{title}</VisuallyHidden>}
      {failure ? <ErrorState failure={failure} onRetry={() => void query.refetch()} /> : <Waiting shape={shape} />}
    </>
  );
}
