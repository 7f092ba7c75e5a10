import { yXmlFragmentToProsemirrorJSON, prosemirrorJSONToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { parseRichText, RichTextError, type RichTextDocument, richTextSchema } from '#content';
import { BODY } from './update-check.js';
import { TextDoesNotFit } from './writing.errors.js';

/** A joint text may be longer than a post. */
const LIMITS = { maxCharacters: 300_000, maxBytes: 2_000_000 };

/** An empty text: one paragraph, put there by the server, so that two who open it first do not each bring their own. */
export function seedUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment(BODY).insert(0, [new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc);
}

/** The same text in a new document: nothing that was deleted on the way comes along. */
export function updateFrom(body: RichTextDocument): Uint8Array {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(richTextSchema, body, doc.getXmlFragment(BODY));
  return Y.encodeStateAsUpdate(doc);
}

/** Builds the document from what is stored. */
export function documentFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  doc.getXmlFragment(BODY);
  return doc;
}

/** The present text as the shared schema knows it, or a refusal that says what does not fit. */
export function textOf(doc: Y.Doc, { nonEmpty = false } = {}): RichTextDocument {
  try {
    return parseRichText(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(BODY)), { ...LIMITS, nonEmpty });
  } catch (error) {
    if (error instanceof RichTextError && error.code === 'empty')
      throw new TextDoesNotFit('TEXT_IS_EMPTY', 'There is no text yet. Write something first.');
    // Anything else comes from a document that no editor of ours has written: unknown elements, nesting without end.
    const why = error instanceof RichTextError ? ` (${error.path || 'the whole'}: ${error.message})` : '';
    throw new TextDoesNotFit('TEXT_DOES_NOT_FIT', `Part of this text cannot be kept as it is${why} Remove that part and try again.`);
  }
}
