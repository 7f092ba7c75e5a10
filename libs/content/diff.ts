import type { RichTextDocument, RichTextMark, RichTextNode } from './rich-text.js';

/** What a reader sees of a change: what came, and, where it is asked for, what went. */
export interface RichTextDiff {
  /** The later text, with the marks `added` and `removed` on what changed; for showing only, never stored. */
  document: RichTextDocument;
  /** How many blocks (paragraphs, headings, …) came, went or changed. */
  changedBlocks: number;
}

/** A piece of a line that is compared as one: a word with the space after it, a mention, a line break. */
interface Token {
  text: string;
  node: RichTextNode;
}

interface Line {
  node: RichTextNode;
  tokens: Token[];
  text: string;
}

/** More comparisons than this are not worth the wait: then all of it counts as changed. */
const MOST_COMPARISONS = 400_000;
const LINES = new Set(['paragraph', 'heading', 'codeBlock']);

/** Compares two rich texts, block by block and then word by word. Formatting alone is no change. */
export function diffRichText(before: RichTextDocument | null, after: RichTextDocument, options: { showRemoved: boolean }): RichTextDiff {
  const earlier = before ? linesOf(before) : [];
  const later = linesOf(after);
  const shown = new Map<RichTextNode, RichTextNode[]>();
  const gone = new Map<RichTextNode | null, RichTextNode[]>();
  let changedBlocks = 0;
  for (const { left, right, isSame } of runs(earlier, later, (line) => line.text)) {
    if (isSame) continue;
    changedBlocks += Math.max(left.length, right.length);
    right.forEach((line, at) => shown.set(line.node, words(left[at]?.tokens ?? [], line.tokens, options.showRemoved)));
    const lost = left.slice(right.length);
    // What went stands before the block that comes next.
    const next = later[later.indexOf(right.at(-1) as Line) + 1] ?? null;
    const anchor = right.length > 0 ? (next?.node ?? null) : (nextOf(later, earlier, left)?.node ?? null);
    if (lost.length > 0) gone.set(anchor, [...(gone.get(anchor) ?? []), ...lost.map(asRemoved)]);
  }
  const content = after.content.flatMap((block) => [...(options.showRemoved ? lostBefore(block, gone) : []), withWords(block, shown)]);
  return { document: { ...after, content: [...content, ...(options.showRemoved ? (gone.get(null) ?? []) : [])] }, changedBlocks };
}

/** The later line that follows a run of earlier lines: the first one that both have after it. */
function nextOf(later: Line[], earlier: Line[], left: Line[]): Line | undefined {
  const rest = earlier.slice(earlier.indexOf(left.at(-1) as Line) + 1);
  return rest.map((line) => later.find((one) => one.text === line.text)).find((line) => line !== undefined);
}

const linesOf = (node: RichTextNode): Line[] => {
  if (!LINES.has(node.type)) return (node.content ?? []).flatMap(linesOf);
  const tokens = (node.content ?? []).flatMap(tokensOf);
  return [{ node, tokens, text: tokens.map(({ text }) => text).join('') }];
};

const tokensOf = (node: RichTextNode): Token[] =>
  node.type === 'text'
    ? (node.text ?? '').split(/(?<=\s)(?=\S)/u).map((text) => ({ text, node: { ...node, text } }))
    : [{ text: `\u0000${node.type} ${JSON.stringify(node.attrs ?? {})}`, node }];

const marked = (node: RichTextNode, type: 'added' | 'removed'): RichTextNode => ({
  ...node,
  marks: [...(node.marks ?? []), { type }] as RichTextMark[],
});

function words(before: Token[], after: Token[], showsRemoved: boolean): RichTextNode[] {
  return runs(before, after, (token) => token.text.trim()).flatMap(({ left, right, isSame }) =>
    isSame
      ? right.map(({ node }) => node)
      : [...(showsRemoved ? left.map(({ node }) => marked(node, 'removed')) : []), ...right.map(({ node }) => marked(node, 'added'))],
  );
}

const asRemoved = (line: Line): RichTextNode => ({ type: 'paragraph', content: line.tokens.map(({ node }) => marked(node, 'removed')) });

const withWords = (node: RichTextNode, shown: ReadonlyMap<RichTextNode, RichTextNode[]>): RichTextNode => {
  const content = shown.get(node);
  if (content) return { ...node, content };
  return node.content ? { ...node, content: node.content.map((child) => withWords(child, shown)) } : node;
};

const lostBefore = (node: RichTextNode, gone: ReadonlyMap<RichTextNode | null, RichTextNode[]>): RichTextNode[] => [
  ...(gone.get(node) ?? []),
  ...(node.content ?? []).flatMap((child) => lostBefore(child, gone)),
];

interface Run<T> {
  left: T[];
  right: T[];
  isSame: boolean;
}

/** Runs of what both have and of what only one has, by the longest common subsequence. */
function runs<T>(before: T[], after: T[], keyOf: (one: T) => string): Run<T>[] {
  if (before.length * after.length > MOST_COMPARISONS) return [{ left: before, right: after, isSame: false }];
  const [left, right] = [before.map(keyOf), after.map(keyOf)];
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Run<T>[] = [];
  const run = (isSame: boolean): Run<T> => {
    const last = found.at(-1);
    if (last?.isSame === isSame) return last;
    const next: Run<T> = { left: [], right: [], isSame };
    found.push(next);
    return next;
  };
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      const same = run(true);
      same.left.push(before[i++] as T);
      same.right.push(after[j++] as T);
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) run(false).left.push(before[i++] as T);
    else run(false).right.push(after[j++] as T);
  }
  return found;
}
