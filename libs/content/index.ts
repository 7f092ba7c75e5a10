export { richTextSchema } from './schema.js';
export {
  RichTextError,
  type AttributeValue,
  type RichText,
  type RichTextDocument,
  type RichTextErrorCode,
  type RichTextMark,
  type RichTextNode,
} from './rich-text.js';
export { parseRichText, type RichTextLimits } from './parse.js';
export { isSafeLink } from './links.js';
export { toElements, type ContentElement, type RenderOptions } from './elements.js';
export { escapeHtml, renderHtml } from './render-html.js';
export { countWords, excerpt, mentionedIds, pictureIds, readingMinutes, renderText, type TextOptions } from './render-text.js';
export { diffRichText, type RichTextDiff } from './diff.js';
export { plainToRichText } from './plain.js';
