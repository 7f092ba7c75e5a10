import type { RichTextDocument, RichTextNode } from '#content';

/** The positions of the thread's posts that a text links to, each once and in their order. */
export function sourcesIn(threadId: string, parts: readonly (RichTextDocument | null)[]): number[] {
  const found = new Set<number>();
  const walk = (node: RichTextNode): void => {
    for (const mark of node.marks ?? []) {
      const position = mark.type === 'link' ? positionIn(threadId, mark.attrs?.['href']) : null;
      if (position !== null) found.add(position);
    }
    node.content?.forEach(walk);
  };
  for (const part of parts) if (part) walk(part);
  return [...found].sort((one, other) => one - other);
}

function positionIn(threadId: string, href: unknown): number | null {
  if (typeof href !== 'string') return null;
  const [, id, position] = /\/t\/([0-9a-f-]{36})#post-(\d{1,9})$/i.exec(href) ?? [];
  return id?.toLowerCase() === threadId && Number(position) > 0 ? Number(position) : null;
}
