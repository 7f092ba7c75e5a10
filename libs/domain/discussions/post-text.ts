import { excerpt, mentionedIds, parseRichText, renderHtml, renderText, type RichTextDocument, RichTextError } from '#content';
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
export function readBody(json: unknown, options: { nonEmpty: boolean }): RichTextDocument {
  try {
    return parseRichText(json, options);
  } catch (error) {
    if (!(error instanceof RichTextError)) throw error;
    throw Invalid.field(error.path ? `body.${error.path}` : 'body', error.code.toUpperCase(), error.message);
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

/** Renders a text. Members who are mentioned bear the name they have, whatever the sender wrote. */
export const rendered = (body: RichTextDocument, names: ReadonlyMap<string, string>): PostText => ({
  body,
  html: renderHtml(body, { nameOf: (id) => names.get(id) }),
  text: renderText(body),
  excerpt: excerpt(body, EXCERPT),
});
