import { isUuid } from './characters.js';
import { isSafeLink } from './links.js';
import { parseRichText } from './parse.js';
import type { RichTextDocument, RichTextMark, RichTextNode } from './rich-text.js';

// Bold first: a bold passage may hold a link or a mention.
const INLINE = /\*\*(?<bold>[^*]+)\*\*|@\[(?<name>[^\]]+)\]\((?<person>[^)\s]+)\)|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)/u;

/**
 * A rich text from plain text, for demo content and imports. Blank lines part paragraphs, other line ends stay. Understands
 * `## heading` (to `####`), `- bullet`, `1. number`, `> quote`, `---`, `**bold**`, `[words](https://…)` and `@[Name](uuid)`.
 */
export function plainToRichText(text: string): RichTextDocument {
  const content = blocksOf(text.replace(/\r\n?/gu, '\n').split('\n'));
  return parseRichText({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] });
}

const HEADING = /^(?<hashes>#{2,4}) +(?<title>.+)$/u;
const BULLET = /^- +(?<item>.*)$/u;
const NUMBER = /^(?<number>\d{1,6})\. +(?<item>.*)$/u;
const QUOTE = /^> ?(?<line>.*)$/u;

function kindOf(line: string): 'blank' | 'rule' | 'heading' | 'bullet' | 'number' | 'quote' | 'text' {
  if (line.trim() === '') return 'blank';
  if (line === '---') return 'rule';
  if (HEADING.test(line)) return 'heading';
  if (BULLET.test(line)) return 'bullet';
  if (NUMBER.test(line)) return 'number';
  return QUOTE.test(line) ? 'quote' : 'text';
}

function blocksOf(lines: readonly string[]): RichTextNode[] {
  const blocks: RichTextNode[] = [];
  for (let from = 0; from < lines.length;) {
    const kind = kindOf(lines[from] ?? '');
    let to = from + 1;
    const isSingle = kind === 'heading' || kind === 'rule';
    while (!isSingle && to < lines.length && kindOf(lines[to] ?? '') === kind) to++;
    blocks.push(...blockOf(kind, lines.slice(from, to)));
    from = to;
  }
  return blocks;
}

function blockOf(kind: ReturnType<typeof kindOf>, lines: readonly string[]): RichTextNode[] {
  const first = lines[0] ?? '';
  switch (kind) {
    case 'blank':
      return [];
    case 'rule':
      return [{ type: 'horizontalRule' }];
    case 'heading': {
      const { hashes, title } = HEADING.exec(first)?.groups ?? {};
      return [{ type: 'heading', attrs: { level: hashes?.length ?? 2 }, content: inlineOf(title ?? '') }];
    }
    case 'bullet':
      return [{ type: 'bulletList', content: lines.map((line) => item(BULLET.exec(line)?.groups?.['item'] ?? '')) }];
    case 'number': {
      const start = Number(NUMBER.exec(first)?.groups?.['number'] ?? 1);
      return [{ type: 'orderedList', attrs: { start }, content: lines.map((line) => item(NUMBER.exec(line)?.groups?.['item'] ?? '')) }];
    }
    case 'quote': {
      const inner = blocksOf(lines.map((line) => QUOTE.exec(line)?.groups?.['line'] ?? ''));
      return [{ type: 'blockquote', content: inner.length > 0 ? inner : [{ type: 'paragraph' }] }];
    }
    default:
      return [paragraph(lines.map((line) => line.trim()).join('\n'))];
  }
}

function item(text: string): RichTextNode {
  return { type: 'listItem', content: [paragraph(text)] };
}

function paragraph(text: string): RichTextNode {
  const content = text.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...inlineOf(line)]);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

function inlineOf(text: string, marks: readonly RichTextMark[] = []): RichTextNode[] {
  const found = INLINE.exec(text);
  if (!found) return plain(text, marks);
  const after = text.slice(found.index + found[0].length);
  return [...plain(text.slice(0, found.index), marks), ...special(found, marks), ...inlineOf(after, marks)];
}

function plain(text: string, marks: readonly RichTextMark[]): RichTextNode[] {
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks: [...marks] } : {}) }];
}

function special(found: RegExpExecArray, marks: readonly RichTextMark[]): RichTextNode[] {
  const { bold, name, person, label, href } = found.groups ?? {};
  if (bold !== undefined && !marks.some((mark) => mark.type === 'bold')) return inlineOf(bold, [...marks, { type: 'bold' }]);
  if (name !== undefined && person !== undefined && isUuid(person)) return [{ type: 'mention', attrs: { id: person, label: name } }];
  if (label !== undefined && isSafeLink(href)) return plain(label, [...marks, { type: 'link', attrs: { href } }]);
  // What only looks like our syntax stays as it was written.
  return plain(found[0], marks);
}
