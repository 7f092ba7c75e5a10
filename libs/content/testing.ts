import type { RichTextDocument, RichTextNode } from './rich-text.js';

/** A document of the given blocks, as an editor would send it. */
export function doc(...content: unknown[]): unknown {
  return { type: 'doc', content };
}

/** A paragraph of the given inline nodes; a string stands for plain text. */
export function paragraph(...content: unknown[]): unknown {
  return { type: 'paragraph', content: content.map((node) => (typeof node === 'string' ? { type: 'text', text: node } : node)) };
}

/** Text that is a link. */
export function link(href: unknown, text = 'here'): unknown {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}

/** A paragraph wrapped in so many quotes. */
export function nested(depth: number, type = 'blockquote'): unknown {
  let node: unknown = paragraph('deep');
  for (let level = 0; level < depth; level++) node = { type, content: [node] };
  return node;
}

/** The words of a document in order, for comparing with what a page shows. */
export function wordsOf(document: RichTextDocument): string {
  const visit = (node: RichTextNode): string => node.text ?? (node.content ?? []).map(visit).join('');
  return visit(document);
}

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ['p', ['dir']],
  ['h2', ['class', 'dir']],
  ['h3', ['class', 'dir']],
  ['h4', ['class', 'dir']],
  ['ul', ['dir']],
  ['ol', ['dir', 'start']],
  ['li', ['dir']],
  ['blockquote', ['dir']],
  ['pre', ['dir']],
  ['code', []],
  ['hr', []],
  ['br', []],
  ['img', ['src', 'alt', 'width', 'height', 'loading']],
  ['div', ['class']],
  ['table', ['dir']],
  ['thead', []],
  ['tbody', []],
  ['tr', []],
  ['th', ['dir', 'scope', 'colspan', 'rowspan', 'class']],
  ['td', ['dir', 'colspan', 'rowspan', 'class']],
  ['strong', []],
  ['em', []],
  ['s', []],
  ['u', []],
  ['a', ['href', 'rel']],
  ['span', ['class', 'data-person', 'dir']],
]);
const VOID = new Set(['hr', 'br', 'img']);
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/gu;

function decode(escaped: string): string {
  const rest = escaped.replace(/&(?:amp|lt|gt|quot|#39);/gu, '');
  if (/[&<>"']/u.test(rest)) throw new Error(`not escaped: ${escaped.slice(0, 80)}`);
  return escaped.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? '');
}

function checkValue(name: string, value: string): void {
  if (name === 'href' && !/^(?:https?:|mailto:)$/u.test(new URL(value).protocol)) throw new Error(`link to ${value}`);
  if (name === 'src' && !/^\/files\/[0-9a-f-]{36}$/u.test(value)) throw new Error(`image from ${value}`);
  if (name === 'class' && !/^[a-z0-9 -]+$/u.test(value)) throw new Error(`class ${value}`);
  if (name === 'dir' && !/^(?:auto|ltr|rtl)$/u.test(value)) throw new Error(`dir ${value}`);
}

/**
 * Reads HTML far more strictly than a browser and throws on everything that is not plainly one of our tags with our attributes, in
 * balance, with all text escaped. Returns the text. Written apart from the renderer, so that the two cannot be wrong together.
 */
export function strictHtmlText(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const token of html.split(/(<[^>]*>)/u)) {
    if (!token.startsWith('<')) {
      text += decode(token);
      continue;
    }
    const closing = /^<\/([a-z0-9]+)>$/u.exec(token)?.[1];
    if (closing !== undefined) {
      if (open.pop() !== closing) throw new Error(`unbalanced: ${token}`);
      continue;
    }
    const [, tag = '', attributes = ''] = /^<([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>$/u.exec(token) ?? [];
    const allowed = ALLOWED.get(tag);
    if (!allowed) throw new Error(`not our tag: ${token.slice(0, 80)}`);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
      if (!allowed.includes(name)) throw new Error(`not our attribute: ${token.slice(0, 80)}`);
      checkValue(name, decode(value));
    }
    if (!VOID.has(tag)) open.push(tag);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return text;
}
