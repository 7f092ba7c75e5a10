import * as Y from 'yjs';

/** The words of a live text, a line for each block: to be pasted somewhere else. */
export const plainTextOf = (node: Y.XmlFragment | Y.XmlElement): string =>
  node
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText)
        return (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
      if (child instanceof Y.XmlElement) return plainTextOf(child);
      return '';
    })
    .join('\n');
