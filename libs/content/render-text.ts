import { isSafeLink } from './links.js';
import type { RichTextDocument, RichTextNode } from './rich-text.js';

/** How a rich text becomes plain. */
export interface TextOptions {
  /** Write the address after each link, for mail. */
  links?: boolean;
}

/** The rich text as plain text for mails and exports: lists with dashes and numbers, quotes with >, tables with bars. */
export function renderText(document: RichTextDocument, options: TextOptions = {}): string {
  return blockLines(document.content, options, true).join('\n').trimEnd();
}

/** The beginning of the text on one line, at most `length` characters with the ellipsis, cut between words and never inside a letter. */
export function excerpt(document: RichTextDocument, length: number): string {
  const text = runningText(document.content, length * 2 + 200)
    .replace(/\s+/gu, ' ')
    .trim();
  const graphemes = Array.from(new Intl.Segmenter().segment(text), (part) => part.segment);
  if (graphemes.length <= length) return text;
  const kept = graphemes.slice(0, Math.max(0, length - 1)).join('');
  const isBetweenWords = graphemes[length - 1] === ' ';
  const lastSpace = kept.lastIndexOf(' ');
  // A single word longer than half the room is cut inside rather than dropped.
  const cut = !isBetweenWords && lastSpace > kept.length / 2 ? kept.slice(0, lastSpace) : kept;
  return `${cut.trimEnd().replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** The ids of the mentioned persons, each once, in the order of the text. */
export function mentionedIds(document: RichTextDocument): string[] {
  const ids = new Set<string>();
  const visit = (node: RichTextNode): void => {
    const id = node.attrs?.['id'];
    if (node.type === 'mention' && typeof id === 'string') ids.add(id);
    node.content?.forEach(visit);
  };
  visit(document);
  return [...ids];
}

/** The ids of the pictures (our own files) in the text, each once, in the order of the text. */
export function pictureIds(document: RichTextDocument): string[] {
  const ids = new Set<string>();
  const visit = (node: RichTextNode): void => {
    const src = node.attrs?.['src'];
    if (node.type === 'image' && typeof src === 'string') ids.add(src.slice('/files/'.length));
    node.content?.forEach(visit);
  };
  visit(document);
  return [...ids];
}

/** How many words the text has, in any script that puts spaces between words. */
export function countWords(document: RichTextDocument): number {
  return runningText(document.content, Infinity).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ-]*/gu)?.length ?? 0;
}

const WORDS_PER_MINUTE = 200;

/** Minutes that reading takes at 200 words a minute, rounded up; 0 for a text without words. */
export function readingMinutes(document: RichTextDocument): number {
  return Math.ceil(countWords(document) / WORDS_PER_MINUTE);
}

function blockLines(nodes: readonly RichTextNode[] | undefined, options: TextOptions, isSpaced: boolean): string[] {
  const lines: string[] = [];
  for (const node of nodes ?? []) {
    if (lines.length > 0 && isSpaced) lines.push('');
    lines.push(...linesOf(node, options));
  }
  return lines;
}

function linesOf(node: RichTextNode, options: TextOptions): string[] {
  switch (node.type) {
    case 'bulletList':
      return (node.content ?? []).flatMap((item) => listItem(item, '- ', options));
    case 'orderedList': {
      const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1;
      return (node.content ?? []).flatMap((item, index) => listItem(item, `${start + index}. `, options));
    }
    case 'blockquote':
      return blockLines(node.content, options, true).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'horizontalRule':
      return ['---'];
    case 'image':
      return [`[${String(node.attrs?.['alt'] ?? '')}]`];
    case 'table':
      return (node.content ?? []).map((row) =>
        (row.content ?? []).map((cell) => blockLines(cell.content, options, false).join(' ')).join(' | '),
      );
    default:
      return inlineText(node.content, options).split('\n');
  }
}

function listItem(item: RichTextNode, marker: string, options: TextOptions): string[] {
  return blockLines(item.content, options, false).map((line, index) => (index === 0 ? marker : ' '.repeat(marker.length)) + line);
}

function inlineText(nodes: readonly RichTextNode[] | undefined, options: TextOptions): string {
  const list = nodes ?? [];
  let text = '';
  let linked = '';
  list.forEach((node, index) => {
    const written = inlineNode(node);
    text += written;
    if (!options.links) return;
    const href = linkOf(node);
    if (href === undefined) return;
    linked += written;
    if (linkOf(list[index + 1]) === href) return;
    // A link that already shows its address needs it once.
    if (linked !== href && `mailto:${linked}` !== href) text += ` (${href})`;
    linked = '';
  });
  return text;
}

function linkOf(node: RichTextNode | undefined): string | undefined {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return isSafeLink(href) ? href : undefined;
}

function inlineNode(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `@${String(node.attrs?.['label'] ?? '')}`;
  return node.text ?? '';
}

/** All text in one line without markers, at least `enough` characters of it if there are as many. */
function runningText(nodes: readonly RichTextNode[], enough: number): string {
  let text = '';
  const visit = (node: RichTextNode): void => {
    if (text.length >= enough) return;
    const holdsText = node.content?.some((child) => child.type === 'text' || child.type === 'mention' || child.type === 'hardBreak');
    if (holdsText) text += `${inlineText(node.content, {})} `;
    else if (node.type === 'image') text += `${String(node.attrs?.['alt'] ?? '')} `;
    else node.content?.forEach(visit);
  };
  nodes.forEach(visit);
  return text;
}
