import * as Y from 'yjs';
import { BODY } from './update-check.js';

/** How many characters of a text a person wrote. */
export interface Share {
  personId: string;
  characters: number;
}

/** Who writes with which Yjs client id. */
export type Writers = ReadonlyMap<number, string>;

/** Who wrote how much of each block, in the order of the text: every character still there counts for the one who put it there. */
export function authorshipOf(doc: Y.Doc, writers: Writers): Share[][] {
  return doc
    .getXmlFragment(BODY)
    .toArray()
    .map((block) => {
      const counts = new Map<string, number>();
      count(block, writers, counts);
      return ordered(counts);
    });
}

/** The same for several blocks together. */
export function together(blocks: readonly (readonly Share[])[]): Share[] {
  const counts = new Map<string, number>();
  for (const { personId, characters } of blocks.flat()) counts.set(personId, (counts.get(personId) ?? 0) + characters);
  return ordered(counts);
}

function ordered(counts: ReadonlyMap<string, number>): Share[] {
  return [...counts]
    .map(([personId, characters]) => ({ personId, characters }))
    .sort((one, other) => other.characters - one.characters || (one.personId < other.personId ? -1 : 1));
}

function count(root: unknown, writers: Writers, counts: Map<string, number>): void {
  // A stack instead of recursion: how deep a text is nested is up to its writers.
  const waiting: unknown[] = [root];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (!(type instanceof Y.AbstractType)) continue;
    for (let item: Y.Item | null = type._start; item; item = item.right) {
      if (item.deleted) continue;
      const { content } = item;
      if (content instanceof Y.ContentType) waiting.push(content.type);
      if (!(content instanceof Y.ContentString)) continue;
      const personId = writers.get(item.id.client);
      // By code points, so that an emoji is one character.
      if (personId) counts.set(personId, (counts.get(personId) ?? 0) + Array.from(content.str).length);
    }
  }
}
