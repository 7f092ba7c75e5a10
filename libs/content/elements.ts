import { isUuid } from './characters.js';
import { isOwnImage, isSafeLink } from './links.js';
import type { RichTextDocument, RichTextMark, RichTextNode } from './rich-text.js';

/** One HTML element of a rendered rich text. The web client makes React elements of it, `renderHtml` makes a string. */
export interface ContentElement {
  tag: string;
  /** HTML attribute names (class, colspan), all values text. */
  attrs: Record<string, string>;
  children: (ContentElement | string)[];
}

/** How a rich text is shown. */
export interface RenderOptions {
  /** The name that a mentioned person bears now; without it, or without an answer, the name of the time of writing stands. */
  nameOf?: (personId: string) => string | undefined;
}

const MARK_TAGS: ReadonlyMap<string, string> = new Map([
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 's'],
  ['underline', 'u'],
  ['code', 'code'],
  // Of a comparison; stored texts have neither.
  ['added', 'ins'],
  ['removed', 'del'],
]);

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The rich text as a tree of HTML elements, safe whatever the stored JSON holds: unknown nodes vanish, bad links become plain text. */
export function toElements(document: RichTextDocument, options: RenderOptions = {}): ContentElement[] {
  return blocks(document.content, options);
}

function element(tag: string, attrs: Record<string, string>, children: (ContentElement | string)[] = []): ContentElement {
  return { tag, attrs, children };
}

function blocks(nodes: readonly RichTextNode[] | undefined, options: RenderOptions): ContentElement[] {
  return (nodes ?? []).flatMap((node) => block(node, options));
}

function block(node: RichTextNode, options: RenderOptions): ContentElement[] {
  switch (node.type) {
    case 'paragraph':
      return [element('p', { dir: 'auto' }, inline(node.content, options))];
    case 'heading': {
      const level = node.attrs?.['level'] === 3 ? '3' : node.attrs?.['level'] === 4 ? '4' : '2';
      return [element(`h${level}`, { class: `heading heading-${level}`, dir: 'auto' }, inline(node.content, options))];
    }
    case 'bulletList':
      return [element('ul', { dir: direction(node) }, blocks(node.content, options))];
    case 'orderedList': {
      const start = node.attrs?.['start'];
      const numbered: Record<string, string> = typeof start === 'number' && start !== 1 ? { start: String(start) } : {};
      return [element('ol', { dir: direction(node), ...numbered }, blocks(node.content, options))];
    }
    case 'listItem':
      return [element('li', { dir: direction(node) }, blocks(node.content, options))];
    case 'blockquote':
      return [element('blockquote', { dir: direction(node) }, blocks(node.content, options))];
    case 'codeBlock':
      return [
        element('pre', { dir: 'ltr' }, [
          element(
            'code',
            {},
            (node.content ?? []).map((child) => child.text ?? ''),
          ),
        ]),
      ];
    case 'horizontalRule':
      return [element('hr', {})];
    case 'image':
      return image(node);
    case 'table':
      return [table(node, options)];
    default:
      return [];
  }
}

// dir="auto" looks only at text that stands in no inner element with a direction of its own, so on a list or quote of paragraphs it
// would always find none and fall back to left-to-right: bullets and quote bars of Arabic texts would be on the wrong side.
function direction(node: RichTextNode): 'rtl' | 'ltr' | 'auto' {
  const letter = firstLetter(node);
  if (letter === undefined) return 'auto';
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

function firstLetter(node: RichTextNode): string | undefined {
  if (node.type === 'codeBlock') return undefined;
  if (typeof node.text === 'string') return /\p{L}/u.exec(node.text)?.[0];
  for (const child of node.content ?? []) {
    const letter = firstLetter(child);
    if (letter !== undefined) return letter;
  }
  return undefined;
}

function image(node: RichTextNode): ContentElement[] {
  const { src, alt, width, height } = node.attrs ?? {};
  if (!isOwnImage(src)) return [];
  const size: Record<string, string> = {};
  if (typeof width === 'number') size['width'] = String(width);
  if (typeof height === 'number') size['height'] = String(height);
  return [element('img', { src, alt: typeof alt === 'string' ? alt : '', ...size, loading: 'lazy' })];
}

function table(node: RichTextNode, options: RenderOptions): ContentElement {
  const rows = (node.content ?? []).filter((row) => row.type === 'tableRow');
  const first = rows[0]?.content ?? [];
  const hasHead = first.length > 0 && first.every((cell) => cell.type === 'tableHeader');
  const head = hasHead ? rows.slice(0, 1) : [];
  const body = hasHead ? rows.slice(1) : rows;
  const parts: ContentElement[] = [];
  if (head.length > 0)
    parts.push(
      element(
        'thead',
        {},
        head.map((row) => tableRow(row, 'col', options)),
      ),
    );
  if (body.length > 0)
    parts.push(
      element(
        'tbody',
        {},
        body.map((row) => tableRow(row, 'row', options)),
      ),
    );
  // The frame scrolls sideways on a phone, so that the page does not.
  return element('div', { class: 'table-frame' }, [element('table', { dir: direction(node) }, parts)]);
}

function tableRow(row: RichTextNode, scope: 'col' | 'row', options: RenderOptions): ContentElement {
  const cells = (row.content ?? []).map((cell) => {
    const { colspan, rowspan, align } = cell.attrs ?? {};
    const attrs: Record<string, string> = { dir: direction(cell) };
    if (cell.type === 'tableHeader') attrs['scope'] = scope;
    if (typeof colspan === 'number' && colspan > 1) attrs['colspan'] = String(colspan);
    if (typeof rowspan === 'number' && rowspan > 1) attrs['rowspan'] = String(rowspan);
    if (align === 'left' || align === 'center' || align === 'right') attrs['class'] = `align-${align}`;
    return element(cell.type === 'tableHeader' ? 'th' : 'td', attrs, blocks(cell.content, options));
  });
  return element('tr', {}, cells);
}

function inline(nodes: readonly RichTextNode[] | undefined, options: RenderOptions): (ContentElement | string)[] {
  return marked(nodes ?? [], 0, options);
}

// Neighbours that share a mark share its element, so that a link with a bold word in it stays one link for the keyboard and the ear.
function marked(nodes: readonly RichTextNode[], depth: number, options: RenderOptions): (ContentElement | string)[] {
  const out: (ContentElement | string)[] = [];
  for (let from = 0; from < nodes.length;) {
    const mark = nodes[from]?.marks?.[depth];
    let to = from + 1;
    while (to < nodes.length && sameMark(nodes[to]?.marks?.[depth], mark)) to++;
    const run = nodes.slice(from, to);
    if (mark) out.push(...wrapped(mark, marked(run, depth + 1, options)));
    else out.push(...run.flatMap((node) => inlineNode(node, options)));
    from = to;
  }
  return out;
}

function sameMark(one: RichTextMark | undefined, other: RichTextMark | undefined): boolean {
  return one?.type === other?.type && one?.attrs?.['href'] === other?.attrs?.['href'];
}

function wrapped(mark: RichTextMark, children: (ContentElement | string)[]): (ContentElement | string)[] {
  if (mark.type === 'link') {
    const href = mark.attrs?.['href'];
    return isSafeLink(href) ? [element('a', { href, rel: 'nofollow noopener ugc' }, children)] : children;
  }
  const tag = MARK_TAGS.get(mark.type);
  return tag ? [element(tag, {}, children)] : children;
}

function inlineNode(node: RichTextNode, options: RenderOptions): (ContentElement | string)[] {
  if (node.type === 'text') return typeof node.text === 'string' ? [node.text] : [];
  if (node.type === 'hardBreak') return [element('br', {})];
  if (node.type !== 'mention') return [];
  const id = node.attrs?.['id'];
  if (typeof id !== 'string' || !isUuid(id)) return [];
  const label = options.nameOf?.(id) ?? node.attrs?.['label'];
  // Its own direction keeps an Arabic name from reordering the sentence around it.
  return [element('span', { class: 'mention', 'data-person': id, dir: 'auto' }, [`@${typeof label === 'string' ? label : ''}`])];
}
