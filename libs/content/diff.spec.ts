import { diffRichText } from './diff.js';
import { plainToRichText } from './plain.js';
import { renderHtml } from './render-html.js';

const diff = (before: string | null, after: string, showRemoved = true) => {
  const { document, changedBlocks } = diffRichText(before === null ? null : plainToRichText(before), plainToRichText(after), {
    showRemoved,
  });
  return [renderHtml(document).replaceAll(' dir="auto"', ''), changedBlocks];
};

describe('what changed in a rich text', () => {
  it.each<[string, string | null, string, string, number]>([
    ['nothing', 'One. Two.', 'One. Two.', '<p>One. Two.</p>', 0],
    ['all of a first version', null, 'One.', '<p><ins>One.</ins></p>', 1],
    ['a word', 'We agree on rooms.', 'We agree on two rooms.', '<p>We agree on <ins>two </ins>rooms.</p>', 1],
    ['a word for another', 'It costs four euros.', 'It costs nine euros.', '<p>It costs <del>four </del><ins>nine </ins>euros.</p>', 1],
    ['a paragraph more', 'One.\n\nThree.', 'One.\n\nTwo.\n\nThree.', '<p>One.</p><p><ins>Two.</ins></p><p>Three.</p>', 1],
    ['a paragraph less', 'One.\n\nTwo.\n\nThree.', 'One.\n\nThree.', '<p>One.</p><p><del>Two.</del></p><p>Three.</p>', 1],
    ['the last paragraph less', 'One.\n\nTwo.', 'One.', '<p>One.</p><p><del>Two.</del></p>', 1],
    ['only its formatting', 'A word.', 'A **word**.', '<p>A <strong>word</strong>.</p>', 0],
  ])('%s', (_, before, after, html, blocks) => {
    expect(diff(before, after)).toEqual([html, blocks]);
  });

  it('leaves out what went where only what is new is asked for', () => {
    expect(diff('It costs four euros.\n\nToo much.', 'It costs nine euros.', false)).toEqual(['<p>It costs <ins>nine </ins>euros.</p>', 2]);
  });

  it('compares what lies in lists', () => {
    expect(diff('- One\n- Two', '- One\n- Two more')[0]).toContain('<ins>more</ins>');
  });

  it('takes texts that are too large to compare as changed, quickly', () => {
    const long = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word}${i}`).join(' ');
    const began = Date.now();
    expect(diff(long('a'), long('b'))[1]).toBe(1);
    expect(Date.now() - began).toBeLessThan(2000);
  });
});
