import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { parseRichText, renderHtml } from '#content';
import { documentFrom, seedUpdate, textOf, updateFrom } from './document-text.js';
import { BODY } from './update-check.js';

/** Everything that an editor of ours can write. */
const written = parseRichText(JSON.parse(readFileSync('libs/content/golden/editor.json', 'utf8')));

/** Yjs keeps no attributes that are null; the schema fills them in again. */
const asRead = () => textOf(documentFrom([updateFrom(written)]));

it('reads a document of an editor as the same rich text', () => {
  expect(renderHtml(asRead())).toBe(renderHtml(written));
  expect(asRead()).toEqual(written);
});

it('begins with one empty paragraph, which is no text', () => {
  const doc = documentFrom([seedUpdate()]);
  expect(textOf(doc)).toMatchObject({ type: 'doc', content: [{ type: 'paragraph' }] });
  expect(() => textOf(doc, { nonEmpty: true })).toThrow(expect.objectContaining({ code: 'TEXT_IS_EMPTY' }));
});

it('refuses what no editor of ours writes, and leaves the document as it is', () => {
  const hostile: ((body: Y.XmlFragment) => void)[] = [
    (body) => body.push([new Y.XmlElement('iframe')]),
    (body) => body.push([new Y.XmlText('bare')]),
    (body) => body.push([new Y.XmlElement('tableRow')]),
    (body) => body.push([new Y.XmlElement('__proto__')]),
    (body) => {
      const paragraph = new Y.XmlElement('paragraph');
      body.push([paragraph]);
      const words = new Y.XmlText();
      paragraph.push([words]);
      words.insert(0, 'click', { link: { href: 'javascript:alert(1)' } });
    },
    (body) => {
      let inner = new Y.XmlElement('blockquote');
      body.push([inner]);
      for (let depth = 0; depth < 5000; depth++) {
        const next = new Y.XmlElement('blockquote');
        inner.push([next]);
        inner = next;
      }
    },
  ];
  for (const fill of hostile) {
    const doc = documentFrom([seedUpdate()]);
    fill(doc.getXmlFragment(BODY));
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => textOf(doc)).toThrow(expect.objectContaining({ code: 'TEXT_DOES_NOT_FIT' }));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  }
});
