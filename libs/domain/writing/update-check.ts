import * as Y from 'yjs';
import { DamagedUpdate, ForeignContent, IncompleteUpdate } from './writing.errors.js';

/** Name of the one fragment in which the text lives. */
export const BODY = 'body';

/** A run of operations longer than any text we keep can only be meant to harm. */
const LONGEST_RUN = 20_000_000;

type Change = ReturnType<typeof Y.decodeUpdate>;

/** What a change would bring that the document does not have yet. */
export interface Novelty {
  /** The clients whose operations are new. */
  clientIds: Set<number>;
  /** Whether anything changes at all: operations or deletions. */
  isNew: boolean;
}

/** Decodes a change without touching any document. */
export function readUpdate(update: Uint8Array): Change {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new DamagedUpdate(); // Yjs throws whatever its decoder stumbles over
  }
}

/**
 * Looks at every operation before the first one is applied: what it holds, where it belongs, and that everything it builds on is there.
 * Yjs itself would keep operations with missing parts in memory for ever.
 */
export function noveltyOf(doc: Y.Doc, change: Change): Novelty {
  const known = new Map<number, number>();
  const endOf = (client: number) => known.get(client) ?? Y.getState(doc.store, client);
  const clientIds = new Set<number>();
  for (const struct of change.structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || !(struct.length > 0) || struct.length > LONGEST_RUN || clock > endOf(client))
      throw new IncompleteUpdate();
    const end = clock + struct.length;
    if (end <= endOf(client)) continue;
    known.set(client, end);
    clientIds.add(client);
  }
  const isKnown = (id: Y.ID | null) => id === null || id.clock < endOf(id.client);
  for (const struct of change.structs) {
    if (!(struct instanceof Y.Item)) continue;
    assertOfText(struct);
    const parent = struct.parent as Y.ID | string | null;
    if (typeof parent === 'string' && parent !== BODY) throw new ForeignContent();
    const parentId = typeof parent === 'string' ? null : parent;
    if (!isKnown(struct.origin) || !isKnown(struct.rightOrigin) || !isKnown(parentId)) throw new IncompleteUpdate();
  }
  let deletes = false;
  for (const [client, ranges] of change.ds.clients) {
    for (const { clock, len } of ranges) {
      if (clock + len > endOf(client)) throw new IncompleteUpdate();
      deletes ||= deletesSomething(doc, client, clock, len);
    }
  }
  return { clientIds, isNew: clientIds.size > 0 || deletes };
}

/** Whether anything in the range still lives. A change that synchronises carries all deletions, old ones too. */
function deletesSomething(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client);
  const end = Math.min(clock + length, Y.getState(doc.store, client));
  if (!structs || clock >= end) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= end) return false;
    if (!struct.deleted) return true;
  }
  return false;
}

/** Elements, their attributes, words and their marks: all that an editor of text sends. No files, no embedded documents. */
function assertOfText(item: Y.Item): void {
  const { content } = item;
  if (content instanceof Y.ContentType) {
    if (content.type instanceof Y.XmlElement && !(content.type instanceof Y.XmlHook)) return;
    if (content.type instanceof Y.XmlText) return;
    throw new ForeignContent();
  }
  const isText =
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentDeleted ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentJSON;
  if (!isText) throw new ForeignContent();
}
