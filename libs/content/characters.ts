import { RichTextError } from './rich-text.js';

// NUL breaks Postgres text and jsonb, lone surrogates break jsonb, the other controls break terminals, mails and XML exports.
const FORBIDDEN = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u;

// Zero-width space and byte order mark only hide things. The two overrides (LRO, RLO) make a text read other than it is written, which
// no language needs. The isolates, marks and joiners stay: Arabic, Persian and emoji are written with them.
const INVISIBLE = /[\u200B\uFEFF\u202D\u202E]/gu;

/** The text without hiding characters and with plain line ends; refuses control characters and broken surrogates. */
export function cleanText(text: string, path: string): string {
  if (FORBIDDEN.test(text))
    throw new RichTextError('forbidden_character', path, 'The text contains a control character that cannot be kept.');
  return text.replace(/\r\n?/gu, '\n').replace(INVISIBLE, '');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Whether the text is a UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);
