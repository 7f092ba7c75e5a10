import type { RichTextDocument } from '#content';
import { sourcesIn } from './sources.js';

const THREAD = '0b7c7c52-6d0e-4a53-9c61-2f6f3d2f5a11';
const OTHER = '1b7c7c52-6d0e-4a53-9c61-2f6f3d2f5a11';
const linking = (...hrefs: string[]): RichTextDocument => ({
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: hrefs.map((href) => ({
        type: 'listItem',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'here', marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }] }] },
        ],
      })),
    },
  ],
});

it('finds the posts of its own thread, once each and in order, wherever the platform stands', () => {
  const one = linking(`https://here.example/t/${THREAD}#post-12`, `http://localhost:3000/t/${THREAD}#post-3`);
  const two = linking(`https://here.example/t/${THREAD.toUpperCase()}#post-12`);
  expect(sourcesIn(THREAD, [one, null, two])).toEqual([3, 12]);
});

it('takes nothing else for a source', () => {
  const hrefs = [`https://here.example/t/${OTHER}#post-1`, `https://here.example/t/${THREAD}`, `https://here.example/t/${THREAD}#post-0`];
  expect(sourcesIn(THREAD, [linking(...hrefs, 'https://example.org/#post-4', `https://here.example/t/${THREAD}#post-9999999999`)])).toEqual(
    [],
  );
});
