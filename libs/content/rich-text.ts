/** One node of a rich text, as it is stored and sent: plain ProseMirror JSON. */
export interface RichTextNode {
  type: string;
  attrs?: Record<string, AttributeValue>;
  content?: RichTextNode[];
  marks?: RichTextMark[];
  text?: string;
}

/** A mark on a piece of text: bold, a link, … */
export interface RichTextMark {
  type: string;
  attrs?: Record<string, AttributeValue>;
}

/** What an attribute may hold. */
export type AttributeValue = string | number | boolean | null | number[];

/** A whole rich text that `parseRichText` has accepted and normalised. */
export interface RichTextDocument extends RichTextNode {
  type: 'doc';
  content: RichTextNode[];
}

/** The JSON of a rich text; the same thing as a `RichTextDocument`, under the name of the GraphQL scalar. */
export type RichText = RichTextDocument;

/** Why a rich text was refused: stable, so that clients can translate it. */
export type RichTextErrorCode =
  | 'not_an_object'
  | 'forbidden_name'
  | 'unknown_property'
  | 'unknown_type'
  | 'bad_attribute'
  | 'bad_link'
  | 'foreign_image'
  | 'forbidden_character'
  | 'wrong_nesting'
  | 'too_deep'
  | 'too_large'
  | 'empty';

/** A rich text was refused. `path` leads to the place (`content[0].attrs.href`, empty for the whole); the message is for people. */
export class RichTextError extends Error {
  override readonly name = 'RichTextError';

  constructor(
    readonly code: RichTextErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}
