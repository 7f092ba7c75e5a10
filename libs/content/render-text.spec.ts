import { parseRichText } from './parse.js';
import { plainToRichText } from './plain.js';
import { renderHtml } from './render-html.js';
import { countWords, excerpt, mentionedIds, pictureIds, readingMinutes, renderText } from './render-text.js';
import { doc, link, paragraph } from './testing.js';

const ANA = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const BO = '5f2504e0-4f89-41d3-9a0c-0305e82c3302';

describe('an excerpt', () => {
  const text = plainToRichText('## Bread and seats\n\n- First, a **mentor**\n- Second');

  it('is the text on one line, whole if it fits', () => {
    expect(excerpt(text, 100)).toBe('Bread and seats First, a mentor Second');
    expect(excerpt(text, 38)).toBe('Bread and seats First, a mentor Second');
  });

  it('ends between words, without a comma before the dots', () => {
    expect(excerpt(text, 37)).toBe('Bread and seats First, a mentor…');
    expect(excerpt(text, 24)).toBe('Bread and seats First…');
    expect(excerpt(text, 16)).toBe('Bread and seats…');
  });

  it('never cuts a letter in parts', () => {
    expect(excerpt(plainToRichText('👩‍🌾👩‍🌾👩‍🌾👩‍🌾'), 3)).toBe('👩‍🌾👩‍🌾…');
    expect(excerpt(plainToRichText('مُدَرِّسَة'.repeat(3)), 4)).toBe('مُدَرِّ…');
  });

  it('of nothing is nothing', () => {
    expect(excerpt(plainToRichText(''), 10)).toBe('');
  });
});

describe('words', () => {
  it.each([
    ["Women's rights, 2nd edition: well-being", 5],
    ["Комп'ютер і п’ять хат", 4],
    ['مُدَرِّسَة في السوق', 3],
    ['Straße — Übergänge …', 2],
    ['', 0],
  ])('of %j: %i', (text, count) => {
    expect(countWords(plainToRichText(text))).toBe(count);
  });

  it('do not run together across blocks, breaks and cells', () => {
    expect(countWords(plainToRichText('one\n\ntwo\nthree\n\n- four\n- five'))).toBe(5);
    const cell = (text: string): unknown => ({ type: 'tableCell', content: [paragraph(text)] });
    expect(countWords(parseRichText(doc({ type: 'table', content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }] })))).toBe(2);
  });

  it('take a minute for every 200, and none for none', () => {
    expect([0, 1, 200, 201].map((count) => readingMinutes(plainToRichText('word '.repeat(count))))).toEqual([0, 1, 1, 2]);
  });
});

describe('mentions', () => {
  const text = plainToRichText(`> @[Bo](${BO}) and @[Ana](${ANA.toUpperCase()})\n\n- **@[Bo](${BO})**`);

  it('are listed once each, in order, in small letters', () => {
    expect(mentionedIds(text)).toEqual([BO, ANA]);
  });

  it('show the name that the person has now, if asked', () => {
    const html = renderHtml(text, { nameOf: (id) => (id === ANA ? 'Ana <Novak>' : undefined) });
    expect(html).toContain(`<span class="mention" data-person="${ANA}" dir="auto">@Ana &lt;Novak&gt;</span>`);
    expect(html).toContain(`<span class="mention" data-person="${BO}" dir="auto">@Bo</span>`);
  });
});

it('pictures are listed by the id of their file', () => {
  const image = { type: 'image', attrs: { src: `/files/${ANA}`, alt: 'x' } };
  expect(pictureIds(parseRichText(doc(image, { type: 'blockquote', content: [image] })))).toEqual([ANA]);
});

it('plain text shows an address once where the link already is its address', () => {
  const text = parseRichText(
    doc(
      paragraph(
        link('https://a.example', 'https://a.example'),
        ' ',
        link('mailto:a@b.example', 'a@b.example'),
        ' ',
        link('https://c.example', 'c'),
      ),
    ),
  );
  expect(renderText(text, { links: true })).toBe('https://a.example a@b.example c (https://c.example)');
  expect(renderText(text)).toBe('https://a.example a@b.example c');
});

describe('plain text as rich text', () => {
  it('keeps what only looks like our marks', () => {
    const text = '2 ** 3 and [x](javascript:alert(1)) and @[Ana](nobody)';
    expect(renderText(plainToRichText(text))).toBe(text);
    expect(JSON.stringify(plainToRichText(text))).not.toContain('marks');
  });

  it('reads a heading without a blank line after it, nested quotes and numbers that go on', () => {
    expect(renderText(plainToRichText('## Title\nfirst\nsecond\n> > deep\n3. three\n4. four'))).toBe(
      'Title\n\nfirst\nsecond\n\n> > deep\n\n3. three\n4. four',
    );
  });

  it('is an empty paragraph for nothing', () => {
    expect(plainToRichText(' \n\n')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  });
});
