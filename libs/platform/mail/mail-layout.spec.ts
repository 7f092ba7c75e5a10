import type { MailContent } from './mail.js';
import { mailHtml } from './mail-layout.js';
import { mailText } from './mail-text.js';

const content: MailContent = {
  subject: 'A session <moved>',
  blocks: [
    { kind: 'heading', text: 'The time has changed' },
    { kind: 'paragraph', text: 'Ana & Eve <script>alert(1)</script> moved it.' },
    { kind: 'code', text: '123 456' },
    { kind: 'facts', facts: [{ name: 'Before', value: '10:00' }] },
    { kind: 'button', text: 'Open', url: 'https://example.org/sessions/1?a=1&b=2' },
  ],
  reason: 'You have a seat.',
};

it('shows everything as text, never as markup', async () => {
  const html = await mailHtml(content, 'en');
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain('href="https://example.org/sessions/1?a=1&amp;b=2"');
  expect(html).toContain('You have a seat.');
});

it('loads nothing from elsewhere', async () => {
  const html = await mailHtml(content, 'en');
  expect(html).not.toMatch(/<(img|link|iframe|object|video)\b|url\(|@import|@font-face/i);
});

it('reads from right to left in Arabic, but its code from left to right', async () => {
  const html = await mailHtml(content, 'ar');
  expect(html).toMatch(/<html[^>]* dir="rtl"[^>]* lang="ar"|<html[^>]* lang="ar"[^>]* dir="rtl"/);
  expect(html).toMatch(/<p[^>]* dir="ltr"[^>]*>123 456|<p dir="ltr"/);
});

it('has the same words as plain text', () => {
  expect(mailText(content)).toBe(
    'The time has changed\n\nAna & Eve <script>alert(1)</script> moved it.\n\n123 456\n\nBefore: 10:00\n\nOpen:\nhttps://example.org/sessions/1?a=1&b=2\n\n-- \nYou have a seat.\n',
  );
});
