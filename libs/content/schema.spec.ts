import { getSchema } from '@tiptap/core';
import { Image } from '@tiptap/extension-image';
import { Mention } from '@tiptap/extension-mention';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { readFileSync } from 'node:fs';
import { parseRichText } from './parse.js';
import { plainToRichText } from './plain.js';
import { richTextSchema } from './schema.js';

const editor = getSchema([StarterKit.configure({ heading: { levels: [2, 3, 4] } }), TableKit, Image, Mention]);

const languages = ['en', 'fr', 'de', 'uk', 'ar'];
const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8');

describe('the schema', () => {
  it('has the nodes and marks of the editor, in the same order of marks', () => {
    expect(Object.keys(richTextSchema.nodes).sort()).toEqual(Object.keys(editor.nodes).sort());
    expect(Object.keys(richTextSchema.marks)).toEqual(Object.keys(editor.marks));
  });

  it.each(Object.keys(richTextSchema.nodes))('lets %s hold what it holds in the editor', (name) => {
    const ours = richTextSchema.nodes[name]?.spec;
    const theirs = editor.nodes[name]?.spec;
    expect([ours?.content || undefined, ours?.group, ours?.marks, ours?.inline ?? false]).toEqual([
      theirs?.content || undefined,
      theirs?.group,
      theirs?.marks,
      theirs?.inline ?? false,
    ]);
  });

  it('checks attributes itself, for documents that arrive as edits and not as JSON', () => {
    const { link } = richTextSchema.marks;
    expect(() => link!.create({ href: 'javascript:alert(1)' })).toThrow('A link must be');
    expect(() => richTextSchema.nodeFromJSON({ type: 'image', attrs: { src: 'https://evil.example/x.png', alt: 'x' } })).toThrow(
      'uploaded here',
    );
  });
});

describe('what the editor writes', () => {
  it.each([
    ...languages.map((language) => [`${language}.txt`, plainToRichText(golden(`${language}.txt`))] as const),
    ['editor.json', parseRichText(JSON.parse(golden('editor.json')))] as const,
  ])('comes back unchanged through the editor: %s', (_name, document) => {
    const opened = editor.nodeFromJSON(document);
    opened.check();
    const saved: unknown = JSON.parse(JSON.stringify(opened.toJSON()));
    // The editor adds its own (link targets, list types, null attributes), so that this says something.
    expect(saved).not.toEqual(document);
    expect(parseRichText(saved)).toEqual(document);
  });

  it('is accepted as it was captured, with its targets, list types and suggestion marks', () => {
    const captured: unknown = JSON.parse(golden('editor.json'));
    expect(JSON.stringify(captured)).toMatch(/noopener noreferrer nofollow.*mentionSuggestionChar/su);
    editor.nodeFromJSON(captured).check();
    expect(JSON.stringify(parseRichText(captured))).not.toMatch(/noreferrer|mentionSuggestionChar|"type":null/u);
  });
});
