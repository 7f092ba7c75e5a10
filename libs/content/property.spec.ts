import fc from 'fast-check';
import { MARK_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.js';
import { parseRichText } from './parse.js';
import { renderHtml } from './render-html.js';
import { countWords, excerpt, mentionedIds, renderText } from './render-text.js';
import { RichTextError, type RichTextDocument } from './rich-text.js';
import { strictHtmlText } from './testing.js';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  'data:text/html,<script>',
  '</span><svg onload=alert(1)>',
  '&quot; onclick=&quot;',
  '\u0000',
  '\u2028',
  '\ud800',
  '__proto__',
  'constructor',
  '{{constructor}}',
  '<!--',
  '-->',
  ']]>',
];
const hostileText = fc.oneof(
  fc.constantFrom(...PAYLOADS),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const goodText = fc.oneof(
  fc.constantFrom('Bread', 'Їжак', 'مرحبا', 'Straße', ...PAYLOADS.slice(0, 7)),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
);
const attributeValue = fc.oneof(
  hostileText,
  fc.integer({ min: -1, max: 60 }),
  fc.double(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.object({ maxDepth: 1 }),
);

/** Mostly what a type wants, now and then anything, so that both roads are walked often. */
function attrs(type: string, wildness: number): fc.Arbitrary<unknown> {
  const right: Record<string, unknown> = {
    level: 3,
    start: 4,
    href: 'https://a.example/?x=1&y=2',
    src: '/files/9b2d6b5e-6a64-4d8e-8f0a-1f6f3f0f4a10',
    id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  };
  const kept = (NODE_ATTRIBUTES.get(type) ?? MARK_ATTRIBUTES.get(type))?.kept ?? new Map();
  const entries = [...kept.entries()].map(([name, rule]): [string, fc.Arbitrary<unknown>] => {
    const sound =
      name in right
        ? fc.constant(right[name])
        : rule.default === undefined
          ? goodText.map((text) => `Ana ${text}`)
          : fc.constant(rule.default);
    return [name, fc.oneof({ weight: 100 - wildness, arbitrary: sound }, { weight: wildness, arbitrary: attributeValue })];
  });
  return fc.record(Object.fromEntries(entries));
}

function tree(wildness: number): fc.Arbitrary<unknown> {
  const anyType = fc.constantFrom(...NODE_ATTRIBUTES.keys(), 'script', 'iframe', '__proto__');
  const { doc } = fc.letrec<Record<'doc' | 'block' | 'inline' | 'item' | 'row' | 'cell' | 'mark' | 'wild', unknown>>((tie) => {
    const mark = fc
      .constantFrom(...MARK_ATTRIBUTES.keys())
      .chain((type) => fc.record({ type: fc.constant(type), attrs: attrs(type, wildness) }));
    // Code shuts out every other mark.
    const marks = fc
      .uniqueArray(mark, { selector: (one) => one.type, maxLength: 2 })
      .filter((set) => set.length < 2 || !set.some((one) => one.type === 'code'));
    const text = fc.record({ type: fc.constant('text'), text: wildness > 0 ? fc.oneof(goodText, hostileText) : goodText, marks });
    const list = (kind: 'block' | 'inline' | 'item' | 'row' | 'cell', least: number): fc.Arbitrary<unknown> =>
      wildness > 0
        ? fc.array(fc.oneof({ weight: 20, arbitrary: tie(kind) }, { weight: 1, arbitrary: tie('wild') }), {
            minLength: least,
            maxLength: 3,
          })
        : fc.array(tie(kind), { minLength: least, maxLength: 3 });
    const node = (types: string[], content?: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
      fc
        .constantFrom(...types)
        .chain((type) => fc.record({ type: fc.constant(type), attrs: attrs(type, wildness), ...(content ? { content } : {}) }));
    return {
      doc: node(['doc'], list('block', 1)),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        node(['paragraph', 'heading'], list('inline', 0)),
        node(['horizontalRule', 'image']),
        node(['codeBlock'], fc.array(fc.record({ type: fc.constant('text'), text: goodText }), { maxLength: 2 })),
        node(['blockquote'], list('block', 1)),
        node(['bulletList', 'orderedList'], list('item', 1)),
        node(['table'], list('row', 1)),
      ),
      inline: fc.oneof({ weight: 4, arbitrary: text }, node(['hardBreak']), node(['mention'])),
      item: fc
        .tuple(node(['paragraph'], list('inline', 0)), fc.array(tie('block'), { maxLength: 1 }))
        .map(([first, more]) => ({ type: 'listItem', content: [first, ...more] })),
      row: node(['tableRow'], list('cell', 0)),
      cell: node(['tableCell', 'tableHeader'], list('block', 1)),
      mark,
      wild: fc.oneof(
        fc.object({ maxDepth: 2 }),
        fc.jsonValue(),
        fc.record(
          { type: anyType, attrs: attributeValue, content: fc.array(tie('block'), { maxLength: 2 }), marks: attributeValue },
          { requiredKeys: ['type'] },
        ),
      ),
    };
  });
  return doc;
}

/** Whether it was accepted; fails on any other error than a refusal, and on any HTML that is not plainly ours. */
function acceptedSafely(json: unknown): boolean {
  let document: RichTextDocument;
  try {
    document = parseRichText(json);
  } catch (error) {
    expect(error).toBeInstanceOf(RichTextError);
    return false;
  }
  strictHtmlText(renderHtml(document));
  expect(parseRichText(document)).toEqual(document);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  expect(renderText(document)).not.toMatch(/\p{Cs}|\u0000/u);
  expect(Array.from(new Intl.Segmenter().segment(excerpt(document, 20))).length).toBeLessThanOrEqual(20);
  expect(countWords(document)).toBeGreaterThanOrEqual(0);
  for (const id of mentionedIds(document)) expect(id).toMatch(/^[0-9a-f-]{36}$/u);
  return true;
}

function sharesOf(arbitrary: fc.Arbitrary<unknown>, runs: number): number {
  let accepted = 0;
  fc.assert(
    fc.property(arbitrary, (json) => {
      if (acceptedSafely(json)) accepted++;
    }),
    { numRuns: runs },
  );
  return accepted / runs;
}

describe('any JSON', () => {
  it('is refused with a RichTextError or renders to our own tags alone', () => {
    expect(sharesOf(fc.oneof(fc.jsonValue(), fc.object({ withNullPrototype: true }), fc.anything()), 2000)).toBe(0);
  });

  it('that is nearly a rich text is refused or renders safely, and both happen often', () => {
    const share = sharesOf(tree(3), 2000);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.98);
  });

  it('that keeps the rules is nearly always accepted', () => {
    expect(sharesOf(tree(0), 1000)).toBeGreaterThan(0.95);
  });

  it('renders safely even if it was never checked, as a row from an old release might be', () => {
    fc.assert(
      fc.property(tree(30), (json) => {
        try {
          strictHtmlText(renderHtml(json as RichTextDocument));
        } catch (error) {
          // Unchecked JSON may be no tree at all; then there is no HTML, and only that is fine.
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
