import { toElements, type ContentElement, type RenderOptions } from './elements.js';
import type { RichTextDocument } from './rich-text.js';

const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** The rich text as safe HTML: only our own tags and attributes, every piece of text escaped. */
export function renderHtml(document: RichTextDocument, options: RenderOptions = {}): string {
  return toElements(document, options).map(serialise).join('');
}

/** Text for use in HTML, between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES.get(character) ?? '');
}

function serialise(node: ContentElement | string): string {
  if (typeof node === 'string') return escapeHtml(node);
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const open = `<${node.tag}${attributes.join('')}>`;
  if (VOID_TAGS.has(node.tag)) return open;
  return `${open}${node.children.map(serialise).join('')}</${node.tag}>`;
}
