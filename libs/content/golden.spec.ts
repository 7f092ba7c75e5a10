import { readFileSync } from 'node:fs';
import { parseRichText } from './parse.js';
import { plainToRichText } from './plain.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';
import { strictHtmlText } from './testing.js';

const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8');
// One block a line in the files, so that a change is read line by line.
const lines = (html: string): string =>
  `${html.replace(/(?<=<\/(?:p|h\d|li|ul|ol|blockquote|table|tr|pre|div)>|<hr>|<img[^>]*>)(?=<)/gu, '\n')}\n`;

describe.each(['en', 'fr', 'de', 'uk', 'ar', 'editor'])('golden renderings: %s', (name) => {
  const document = name === 'editor' ? parseRichText(JSON.parse(golden('editor.json'))) : plainToRichText(golden(`${name}.txt`));

  it('as HTML', () => {
    expect(lines(renderHtml(document))).toBe(golden(`${name}.html.txt`));
    expect(strictHtmlText(renderHtml(document)).length).toBeGreaterThan(50);
  });

  it('as plain text with addresses, as mail sends it', () => {
    expect(`${renderText(document, { links: true })}\n`).toBe(golden(`${name}.mail.txt`));
  });
});
