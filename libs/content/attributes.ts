import { cleanText, isUuid } from './characters.js';
import { isOwnImage, isSafeLink } from './links.js';
import { RichTextError, type AttributeValue } from './rich-text.js';

/** How one attribute is read: its normalised value, or a `RichTextError`. An attribute without a default must be given. */
export interface AttributeRule {
  default?: AttributeValue;
  read(value: unknown, path: string): AttributeValue;
}

/** The attributes of a node or mark, and the editor's own that are accepted and dropped. */
export interface AttributeRules {
  kept: ReadonlyMap<string, AttributeRule>;
  dropped: ReadonlySet<string> | 'all-others';
}

const MOST_SPANNED_COLUMNS = 50;
const MOST_SPANNED_ROWS = 200;
const LARGEST_PIXELS = 10_000;
const LONGEST_ALT = 500;
const LONGEST_LABEL = 200;

function refuse(path: string, message: string): never {
  throw new RichTextError('bad_attribute', path, message);
}

function wholeNumber(least: number, most: number, fallback?: number): AttributeRule {
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    read: (value, path) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value
        : refuse(path, `This must be a whole number from ${least} to ${most}.`),
  };
}

function line(longest: number, message: string): AttributeRule {
  return {
    read: (value, path) => {
      if (typeof value !== 'string') return refuse(path, message);
      const text = cleanText(value, path).replace(/\s+/gu, ' ').trim();
      return text === '' || text.length > longest ? refuse(path, message) : text;
    },
  };
}

const pixels: AttributeRule = {
  default: null,
  read: (value, path) => {
    if (value === null) return null;
    // A width read from pasted HTML arrives as text, one from dragging a handle as a fraction.
    const number = typeof value === 'string' && /^\d{1,5}$/u.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !(number >= 1 && number <= LARGEST_PIXELS))
      return refuse(path, 'The size of an image must be a number of pixels.');
    return Math.round(number);
  },
};

const columnWidths: AttributeRule = {
  default: null,
  read: (value, path) => {
    if (value === null) return null;
    if (!Array.isArray(value) || value.length > MOST_SPANNED_COLUMNS) return refuse(path, 'Column widths must be a list of pixels.');
    return Array.from(value, (width: unknown) =>
      typeof width === 'number' && width >= 0 && width <= LARGEST_PIXELS
        ? Math.round(width)
        : refuse(path, 'Column widths must be a list of pixels.'),
    );
  },
};

const alignment: AttributeRule = {
  default: null,
  read: (value, path) =>
    value === null || value === 'left' || value === 'center' || value === 'right'
      ? value
      : refuse(path, 'A cell is aligned left, center or right.'),
};

const codeLanguage: AttributeRule = {
  default: null,
  read: (value, path) => {
    if (value === null) return null;
    return typeof value === 'string' && /^[a-z0-9+#._-]{1,40}$/iu.test(value)
      ? value
      : refuse(path, 'The language of a code block must be a short name.');
  },
};

const ownImage: AttributeRule = {
  read: (value, path) => {
    if (isOwnImage(value)) return value.toLowerCase();
    throw new RichTextError('foreign_image', path, 'An image must be uploaded here; images from elsewhere are not shown.');
  },
};

const personId: AttributeRule = {
  read: (value, path) =>
    typeof value === 'string' && isUuid(value) ? value.toLowerCase() : refuse(path, 'A mention must name a person by their id.'),
};

const safeLink: AttributeRule = {
  read: (value, path) => {
    const href = typeof value === 'string' ? value.trim() : value;
    if (isSafeLink(href)) return href;
    throw new RichTextError('bad_link', path, 'A link must be a full address that begins with https://, http:// or mailto:.');
  },
};

function rules(kept: Record<string, AttributeRule>, dropped: readonly string[] | 'all-others' = []): AttributeRules {
  return { kept: new Map(Object.entries(kept)), dropped: dropped === 'all-others' ? dropped : new Set(dropped) };
}

const none = rules({});
// The direction of a block follows from its text, so what an editor noted about it is dropped.
const block = rules({}, ['dir']);
const cell = rules(
  {
    colspan: wholeNumber(1, MOST_SPANNED_COLUMNS, 1),
    rowspan: wholeNumber(1, MOST_SPANNED_ROWS, 1),
    colwidth: columnWidths,
    align: alignment,
  },
  ['dir'],
);

/** The attributes of every node type: this list of names is the whole list of nodes. */
export const NODE_ATTRIBUTES: ReadonlyMap<string, AttributeRules> = new Map([
  ['doc', none],
  ['text', none],
  ['paragraph', block],
  ['heading', rules({ level: wholeNumber(2, 4) }, ['dir'])],
  ['bulletList', block],
  ['orderedList', rules({ start: wholeNumber(0, 1_000_000, 1) }, ['type', 'dir'])],
  ['listItem', block],
  ['blockquote', block],
  ['codeBlock', rules({ language: codeLanguage }, ['dir'])],
  ['horizontalRule', block],
  ['table', block],
  ['tableRow', block],
  ['tableHeader', cell],
  ['tableCell', cell],
  [
    'image',
    rules(
      {
        src: ownImage,
        alt: line(LONGEST_ALT, `Say in words what the image shows, in at most ${LONGEST_ALT} characters.`),
        width: pixels,
        height: pixels,
      },
      ['title', 'dir'],
    ),
  ],
  ['hardBreak', block],
  [
    'mention',
    rules({ id: personId, label: line(LONGEST_LABEL, `A mention must carry a name of at most ${LONGEST_LABEL} characters.`) }, [
      'mentionSuggestionChar',
      'dir',
    ]),
  ],
]);

/** The attributes of every mark type. */
export const MARK_ATTRIBUTES: ReadonlyMap<string, AttributeRules> = new Map([
  ['link', rules({ href: safeLink }, 'all-others')],
  ['bold', none],
  ['code', none],
  ['italic', none],
  ['strike', none],
  ['underline', none],
]);
