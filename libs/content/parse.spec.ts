import { parseRichText, type RichTextLimits } from './parse.js';
import { RichTextError, type RichTextErrorCode } from './rich-text.js';
import { renderHtml } from './render-html.js';
import { doc, link, nested, paragraph, strictHtmlText, wordsOf } from './testing.js';

const PERSON = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const FILE = '/files/9b2d6b5e-6a64-4d8e-8f0a-1f6f3f0f4a10';

function refusal(json: unknown, limits?: RichTextLimits): RichTextError {
  try {
    parseRichText(json, limits);
  } catch (error) {
    if (error instanceof RichTextError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

const image = (attrs: unknown): unknown => doc({ type: 'image', attrs });
const heading = (level: unknown): unknown => doc({ type: 'heading', attrs: { level }, content: [{ type: 'text', text: 'x' }] });
const mention = (attrs: unknown): unknown => doc(paragraph({ type: 'mention', attrs }));
const marked = (...marks: unknown[]): unknown => doc(paragraph({ type: 'text', text: 'x', marks }));
const cell = (attrs: unknown): unknown =>
  doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [paragraph('x')] }] }] });

function circular(): unknown {
  const table: { type: string; content: unknown[] } = { type: 'table', content: [] };
  table.content.push({ type: 'tableRow', content: [{ type: 'tableCell', content: [table] }] });
  return doc(table);
}

/** Each level holds the same list twice: two to the power of the depth nodes out of a few objects. */
function billionLaughs(): unknown {
  let node: unknown = paragraph('ha');
  for (let level = 0; level < 17; level++) node = { type: 'blockquote', content: [node, node, node, node] };
  return doc(node);
}

const hostile: [name: string, json: unknown, code: RichTextErrorCode, path: string][] = [
  ['nothing', undefined, 'not_an_object', ''],
  ['null', null, 'not_an_object', ''],
  ['HTML in place of JSON', '<p onclick=alert(1)>x</p>', 'not_an_object', ''],
  ['a number', 42, 'not_an_object', ''],
  ['a list', [doc(paragraph('x'))], 'not_an_object', ''],
  ['a function', () => 'x', 'not_an_object', ''],
  ['an instance of a class', new Date(), 'not_an_object', ''],
  ['an empty object', {}, 'unknown_type', 'type'],
  ['a type that is an object', { type: { toString: 'doc' } }, 'unknown_type', 'type'],
  ['a paragraph without a document', paragraph('x'), 'unknown_type', 'type'],
  ['a document without content', { type: 'doc' }, 'wrong_nesting', ''],
  ['an empty list of blocks', doc(), 'wrong_nesting', ''],
  ['content that is text', { type: 'doc', content: 'x' }, 'not_an_object', 'content'],
  ['content that is an object', { type: 'doc', content: { length: 1, 0: paragraph('x') } }, 'not_an_object', 'content'],
  ['a hole in the content', { type: 'doc', content: new Array(3) }, 'not_an_object', 'content[0]'],
  ['a script node', doc({ type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }), 'unknown_type', 'content[0].type'],
  ['an iframe node', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } }), 'unknown_type', 'content[0].type'],
  ['raw HTML node', doc({ type: 'html', html: '<img src=x onerror=alert(1)>' }), 'unknown_property', 'content[0]'],
  ['a node named __proto__', doc({ type: '__proto__' }), 'unknown_type', 'content[0].type'],
  ['a node named constructor', doc({ type: 'constructor' }), 'unknown_type', 'content[0].type'],
  ['a node named toString', doc({ type: 'toString' }), 'unknown_type', 'content[0].type'],
  ['a mark named hasOwnProperty', marked({ type: 'hasOwnProperty' }), 'unknown_type', 'content[0].content[0].marks[0].type'],
  ['__proto__ at the root', JSON.parse('{"type":"doc","content":[],"__proto__":{"polluted":true}}'), 'forbidden_name', ''],
  [
    '__proto__ in attributes',
    JSON.parse('{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"x":1}}}]}'),
    'forbidden_name',
    'content[0].attrs',
  ],
  ['constructor in attributes', heading({ constructor: { prototype: { x: 1 } } }), 'bad_attribute', 'content[0].attrs.level'],
  ['constructor as a property', doc({ type: 'paragraph', constructor: {} }), 'forbidden_name', 'content[0]'],
  [
    'prototype in link attributes',
    marked({ type: 'link', attrs: { href: 'https://a.example', prototype: {} } }),
    'forbidden_name',
    'content[0].content[0].marks[0].attrs',
  ],
  ['an event handler as a property', doc({ type: 'paragraph', onclick: 'alert(1)' }), 'unknown_property', 'content[0]'],
  ['an event handler as an attribute', doc({ type: 'paragraph', attrs: { onclick: 'alert(1)' } }), 'bad_attribute', 'content[0].attrs'],
  ['a style attribute', doc({ type: 'paragraph', attrs: { style: 'position:fixed' } }), 'bad_attribute', 'content[0].attrs'],
  ['attributes as a list', doc({ type: 'paragraph', attrs: ['x'] }), 'not_an_object', 'content[0].attrs'],
  ['loose text in the document', doc({ type: 'text', text: 'x' }), 'wrong_nesting', ''],
  ['a block in a paragraph', doc(paragraph(paragraph('x'))), 'wrong_nesting', 'content[0]'],
  ['a list item without a list', doc({ type: 'listItem', content: [paragraph('x')] }), 'wrong_nesting', ''],
  ['an empty list', doc({ type: 'bulletList', content: [] }), 'wrong_nesting', 'content[0]'],
  ['a cell without a table', doc({ type: 'tableCell', content: [paragraph('x')] }), 'wrong_nesting', ''],
  [
    'a table in a row',
    doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'table' }] }] }),
    'wrong_nesting',
    'content[0].content[0]',
  ],
  ['a document in a document', doc(doc(paragraph('x'))), 'wrong_nesting', ''],
  [
    'a mention in a code block',
    doc({ type: 'codeBlock', content: [{ type: 'mention', attrs: { id: PERSON, label: 'x' } }] }),
    'wrong_nesting',
    'content[0]',
  ],
  [
    'bold text in a code block',
    doc({ type: 'codeBlock', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] }),
    'wrong_nesting',
    'content[0]',
  ],
  ['a mark on a block', doc({ type: 'paragraph', marks: [{ type: 'bold' }] }), 'wrong_nesting', ''],
  ['a rule that holds text', doc({ type: 'horizontalRule', content: [{ type: 'text', text: 'x' }] }), 'wrong_nesting', 'content[0]'],
  ['text that is a number', doc(paragraph({ type: 'text', text: 1 })), 'bad_attribute', 'content[0].content[0].text'],
  ['text without text', doc(paragraph({ type: 'text' })), 'bad_attribute', 'content[0].content[0].text'],
  ['text with children', doc(paragraph({ type: 'text', text: 'x', content: [] })), 'unknown_property', 'content[0].content[0]'],
  ['NUL', doc(paragraph('a\u0000b')), 'forbidden_character', 'content[0].content[0].text'],
  ['an escape sequence', doc(paragraph('\u001b]0;x\u0007')), 'forbidden_character', 'content[0].content[0].text'],
  ['a C1 control', doc(paragraph('a\u0085b')), 'forbidden_character', 'content[0].content[0].text'],
  ['half a surrogate pair', doc(paragraph('a\ud800b')), 'forbidden_character', 'content[0].content[0].text'],
  ['a noncharacter', doc(paragraph('a\uffffb')), 'forbidden_character', 'content[0].content[0].text'],
  ['too deep quotes', doc(nested(18)), 'too_deep', `content[0]${'.content[0]'.repeat(19)}`],
  ['a thousand quotes', doc(nested(1000)), 'too_deep', `content[0]${'.content[0]'.repeat(19)}`],
  ['a circular table', circular(), 'too_deep', `content[0]${'.content[0]'.repeat(19)}`],
  ['few objects, four to the seventeenth nodes', billionLaughs(), 'too_large', ''],
  ['too many characters', doc(paragraph('x'.repeat(50_001))), 'too_large', ''],
  ['too many characters in pieces', doc(...Array.from({ length: 60 }, () => paragraph('x'.repeat(1000)))), 'too_large', ''],
  ['too many bytes in two-byte letters', doc(paragraph('ї'.repeat(49_990))), 'too_large', ''],
  ['too many nodes', doc(...Array.from({ length: 100_000 }, () => ({ type: 'horizontalRule' }))), 'too_large', ''],
  ['a list of a billion holes', { type: 'doc', content: new Array(1_000_000_000) }, 'too_large', ''],
  ['heading 1', heading(1), 'bad_attribute', 'content[0].attrs.level'],
  ['heading 5', heading(5), 'bad_attribute', 'content[0].attrs.level'],
  ['heading 2.5', heading(2.5), 'bad_attribute', 'content[0].attrs.level'],
  ['a heading level as text', heading('2'), 'bad_attribute', 'content[0].attrs.level'],
  ['a heading level that breaks out', heading('2 onclick=alert(1)'), 'bad_attribute', 'content[0].attrs.level'],
  ['a heading without a level', doc({ type: 'heading' }), 'bad_attribute', 'content[0].attrs.level'],
  ['NaN as a level', heading(NaN), 'bad_attribute', 'content[0].attrs.level'],
  [
    'a list that starts below zero',
    doc({ type: 'orderedList', attrs: { start: -1 }, content: [{ type: 'listItem', content: [paragraph('x')] }] }),
    'bad_attribute',
    'content[0].attrs.start',
  ],
  ['a cell over a million columns', cell({ colspan: 1_000_000 }), 'bad_attribute', 'content[0].content[0].content[0].attrs.colspan'],
  ['a cell over no rows', cell({ rowspan: 0 }), 'bad_attribute', 'content[0].content[0].content[0].attrs.rowspan'],
  [
    'column widths that break out',
    cell({ colwidth: ['1px" onload="'] }),
    'bad_attribute',
    'content[0].content[0].content[0].attrs.colwidth',
  ],
  ['an alignment that breaks out', cell({ align: '"><script>' }), 'bad_attribute', 'content[0].content[0].content[0].attrs.align'],
  [
    'a code language that breaks out',
    doc({ type: 'codeBlock', attrs: { language: '"><script>alert(1)</script>' } }),
    'bad_attribute',
    'content[0].attrs.language',
  ],
  ['an image from elsewhere', image({ src: 'https://tracker.example/pixel.gif', alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image without a scheme', image({ src: '//evil.example/files/x', alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image as data', image({ src: 'data:image/svg+xml,<svg onload=alert(1)>', alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image by javascript', image({ src: 'javascript:alert(1)', alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image path that climbs', image({ src: `${FILE}/../../graphql`, alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image path with a query', image({ src: `${FILE}?x`, alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image path that ends in a line break', image({ src: `${FILE}\n`, alt: 'x' }), 'foreign_image', 'content[0].attrs.src'],
  ['an image without words', image({ src: FILE, alt: '  ' }), 'bad_attribute', 'content[0].attrs.alt'],
  ['an image without alt', image({ src: FILE }), 'bad_attribute', 'content[0].attrs.alt'],
  ['an image with NUL in its words', image({ src: FILE, alt: 'x\u0000' }), 'forbidden_character', 'content[0].attrs.alt'],
  ['an image wider than a wall', image({ src: FILE, alt: 'x', width: 1e9 }), 'bad_attribute', 'content[0].attrs.width'],
  ['an image with a srcset', image({ src: FILE, alt: 'x', srcset: 'https://evil.example 2x' }), 'bad_attribute', 'content[0].attrs'],
  ['a mention of no person', mention({ id: null, label: 'Ana' }), 'bad_attribute', 'content[0].content[0].attrs.id'],
  [
    'a mention id that breaks out',
    mention({ id: `${PERSON}" onmouseover="alert(1)`, label: 'Ana' }),
    'bad_attribute',
    'content[0].content[0].attrs.id',
  ],
  ['a mention without a name', mention({ id: PERSON, label: '\u200b' }), 'bad_attribute', 'content[0].content[0].attrs.label'],
  ['a mention with an endless name', mention({ id: PERSON, label: 'x'.repeat(201) }), 'bad_attribute', 'content[0].content[0].attrs.label'],
  ['bold twice', marked({ type: 'bold' }, { type: 'bold' }), 'wrong_nesting', 'content[0].content[0].marks'],
  ['code in bold', marked({ type: 'bold' }, { type: 'code' }), 'wrong_nesting', 'content[0].content[0].marks'],
  [
    'two links on one text',
    marked({ type: 'link', attrs: { href: 'https://a.example' } }, { type: 'link', attrs: { href: 'https://b.example' } }),
    'wrong_nesting',
    'content[0].content[0].marks',
  ],
  [
    'ten thousand marks',
    marked(...Array.from({ length: 10_000 }, () => ({ type: 'bold' }))),
    'wrong_nesting',
    'content[0].content[0].marks',
  ],
  ['a mark with attributes', marked({ type: 'bold', attrs: { class: 'x' } }), 'bad_attribute', 'content[0].content[0].marks[0].attrs'],
  [
    'marks as an object',
    doc(paragraph({ type: 'text', text: 'x', marks: { type: 'bold' } })),
    'not_an_object',
    'content[0].content[0].marks',
  ],
];

const badLinks = [
  undefined,
  null,
  '',
  7,
  {},
  ['https://a.example'],
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://https://a.example/%0aalert(1)',
  'jav&#x61;script:alert(1)',
  '&#106;avascript:alert(1)',
  'vbscript:msgbox(1)',
  'livescript:x',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'blob:https://a.example/x',
  'file:///etc/passwd',
  'ftp://a.example',
  'about:blank',
  'view-source:https://a.example',
  'ws://a.example',
  'tel:+351',
  '/relative',
  '//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https://',
  'https://?x',
  'https:\\\\evil.example',
  'https://a.example\\@evil.example',
  'https://a.example@evil.example',
  'https://user:secret@a.example',
  'https://@evil.example',
  'https://a.example:99999/',
  'https://a example',
  'https://a.example/\u0000',
  'https://a.example/\u202Egnp.exe',
  'https://a.example/\u200B',
  'https://a.example/" onclick="alert(1)',
  'https://a.example/<script>',
  'http://[::1',
  'https://%00.example',
  `https://a.example/${'x'.repeat(2048)}`,
  'mailto:',
  'mailto:nobody',
  'mailto:a@b.example%0aBcc:c@d.example',
  'mailto:a@b.example?subject=x%0D%0ABcc:c@d.example',
  'mailto:a@b.example,c@d.example',
  'mailto:a@b@c.example',
  'mailto://a@b.example',
];

const goodLinks = [
  'https://a.example',
  'HTTP://A.EXAMPLE/x',
  'https://a.example:8443/path?q=1&r=a%20b#part',
  "https://en.wikipedia.org/wiki/Women's_rights_(France)",
  'https://uk.wikipedia.org/wiki/Їжак',
  'https://مثال.إختبار/صفحة',
  'https://a.example/@handle',
  'https://[2001:db8::1]/',
  'mailto:ines@vila-serena.example',
  'mailto:ines+list@vila-serena.example?subject=Seats%20for%20two',
];

describe('a hostile document', () => {
  it.each(hostile)('is refused: %s', (_name, json, code, path) => {
    const error = refusal(json);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(/^[A-Za-z].+\.$/u);
  });

  it('leaves no trace on the prototype of objects', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused quickly', () => {
    const start = performance.now();
    for (const [, json] of hostile) refusal(json);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each(badLinks.map((href) => [href]))('is refused for its link: %j', (href) => {
    const error = refusal(doc(paragraph(link(href))));
    expect([error.code, error.path]).toEqual(['bad_link', 'content[0].content[0].marks[0].attrs.href']);
  });
});

describe('a good document', () => {
  it.each(goodLinks.map((href) => [href]))('keeps its link: %s', (href) => {
    expect(parseRichText(doc(paragraph(link(href))))).toEqual(doc(paragraph(link(href))));
  });

  const scripts = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</p><svg/onload=alert(1)>',
    '&lt;script&gt;',
    'javascript:alert(1)',
    '<!--',
    ']]>',
    '{{7*7}}',
    '${7*7}',
    '\u2028alert(1)',
  ];
  it.each(scripts.map((text) => [text]))('may speak of %j in text, alt and names, and shows exactly that', (text) => {
    const parsed = parseRichText(
      doc(
        paragraph(text, link('https://a.example', text), { type: 'mention', attrs: { id: PERSON, label: text } }),
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] },
        { type: 'codeBlock', content: [{ type: 'text', text }] },
        { type: 'image', attrs: { src: FILE, alt: text } },
      ),
    );
    const shown = strictHtmlText(renderHtml(parsed));
    expect(shown.split(text.trim()).length - 1).toBe(5);
    expect(wordsOf(parsed)).toBe(text.repeat(4));
  });

  it('loses hidden characters and keeps those that languages need', () => {
    const parsed = parseRichText(doc(paragraph('a\u200Bb\uFEFFc\u202Ed', '\u200B', ' می\u200Cخواهم \u2067x\u2069 👩\u200D🌾\r\nend')));
    expect(wordsOf(parsed)).toBe('abcd می\u200Cخواهم \u2067x\u2069 👩\u200D🌾\nend');
  });

  it('is copied: the given object is neither kept nor changed', () => {
    const given = doc(paragraph(link(' https://a.example ')));
    const before = JSON.stringify(given);
    const parsed = parseRichText(given);
    expect(JSON.stringify(given)).toBe(before);
    expect(JSON.stringify(parsed)).toContain('"https://a.example"');
  });

  it('brings marks into one order, so that equal texts are equal JSON', () => {
    const one = parseRichText(marked({ type: 'underline' }, { type: 'link', attrs: { href: 'https://a.example' } }, { type: 'bold' }));
    const other = parseRichText(marked({ type: 'bold' }, { type: 'underline' }, { type: 'link', attrs: { href: 'https://a.example' } }));
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('stays the same when it is read again', () => {
    const once = parseRichText(cell({ colspan: 2, colwidth: [100.4, 0] }));
    expect(parseRichText(once)).toEqual(once);
  });

  it('may be as deep, and as long, as the limit says', () => {
    expect(parseRichText(doc(nested(17))).type).toBe('doc');
    expect(parseRichText(doc(paragraph('x'.repeat(50_000)))).type).toBe('doc');
    expect(refusal(doc(paragraph('four')), { maxCharacters: 3 }).code).toBe('too_large');
    expect(refusal(doc(nested(2)), { maxDepth: 4 }).code).toBe('too_deep');
    expect(refusal(doc(paragraph('four')), { maxBytes: 50 }).code).toBe('too_large');
  });
});

describe('nonEmpty', () => {
  const empty = [
    doc({ type: 'paragraph' }),
    doc(paragraph(' \u00a0\n\t')),
    doc(paragraph('\u200b\u200d\ufeff\u2060')),
    doc({ type: 'horizontalRule' }),
    doc(paragraph({ type: 'hardBreak' })),
    doc(paragraph('\u3164\ufe0f')),
  ];
  it.each(empty.map((json) => [JSON.stringify(json), json]))('refuses %s', (_name, json) => {
    expect(refusal(json, { nonEmpty: true }).code).toBe('empty');
    expect(parseRichText(json).type).toBe('doc');
  });

  it.each(
    [doc(paragraph('.')), doc(paragraph('👍')), image({ src: FILE, alt: 'x' }), mention({ id: PERSON, label: 'Ana' }), cell({})].map(
      (json) => [JSON.stringify(json), json],
    ),
  )('accepts %s', (_name, json) => {
    expect(parseRichText(json, { nonEmpty: true }).type).toBe('doc');
  });
});
