import {
  excerpt,
  mentionedIds,
  parseRichText,
  renderHtml,
  renderText,
  type RichTextDocument,
  RichTextError,
  type RichTextNode,
} from '#content';
import { Invalid } from '#platform/errors';

const MOST_MENTIONS = 50;
const EXCERPT = 160;

/** A text with its renderings, made once when it is written. */
export interface PostText {
  body: RichTextDocument;
  html: string;
  text: string;
  excerpt: string;
}

/** Reads a rich text from outside; a refusal names the place inside: `body.content[0].attrs.href`. */
export function readBody(json: unknown, options: { nonEmpty: boolean }, field = 'body'): RichTextDocument {
  try {
    return parseRichText(json, options);
  } catch (error) {
    if (!(error instanceof RichTextError)) throw error;
    throw Invalid.field(error.path ? `${field}.${error.path}` : field, error.code.toUpperCase(), error.message);
  }
}

/** Whom a text speaks to by name. */
export function mentionedIn(body: RichTextDocument): string[] {
  const ids = mentionedIds(body);
  if (ids.length > MOST_MENTIONS) {
    throw Invalid.field('body', 'TOO_MANY_MENTIONS', `Mention at most ${MOST_MENTIONS} people in one post.`);
  }
  return ids;
}

/** A text with its renderings. */
export const rendered = (body: RichTextDocument): PostText => ({
  body,
  html: renderHtml(body),
  text: renderText(body),
  excerpt: excerpt(body, EXCERPT),
});

/** Those who are mentioned bear the name they have, whatever the sender wrote; a mention of anyone else becomes plain words. */
export function withNames<Node extends RichTextNode>(node: Node, names: ReadonlyMap<string, string>): Node {
  if (!node.content) return node;
  const content: RichTextNode[] = [];
  for (const child of node.content) {
    const named = child.type === 'mention' ? mention(child, names) : withNames(child, names);
    const last = content.at(-1);
    // The editor knows no two texts beside each other with nothing between them.
    if (named.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(named.marks)) {
      content[content.length - 1] = { ...last, text: `${last.text}${named.text}` };
    } else content.push(named);
  }
  return { ...node, content };
}

function mention(node: RichTextNode, names: ReadonlyMap<string, string>): RichTextNode {
  const name = names.get(String(node.attrs?.['id']));
  if (name !== undefined) return { ...node, attrs: { ...node.attrs, label: name } };
  return { type: 'text', text: `@${String(node.attrs?.['label'] ?? '')}`, ...(node.marks ? { marks: node.marks } : {}) };
}
