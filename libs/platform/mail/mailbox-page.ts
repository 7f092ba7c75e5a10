import type { KeptMail } from './mailbox.js';
import { directionOf } from './mail.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Addresses in the text become links, so that a sign-in link can be followed. */
const linked = (text: string) => escaped(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const item = (mail: KeptMail): string => `
<article id="mail-${mail.id}">
  <h2 dir="auto">${escaped(mail.subject)}</h2>
  <p class="envelope">To <strong>${escaped(mail.to)}</strong> · <time datetime="${mail.createdAt.toISOString()}">${mail.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC</time> · ${escaped(mail.kind)}</p>
  <pre dir="${directionOf(mail.language)}" lang="${escaped(mail.language)}">${linked(mail.text)}</pre>
  ${mail.calendar ? `<details><summary>Calendar entry</summary><pre dir="ltr">${escaped(mail.calendar)}</pre></details>` : ''}
  <details><summary>As HTML</summary><iframe src="/dev/mail/${mail.id}/html" sandbox="allow-popups" title="The mail as HTML" loading="lazy"></iframe></details>
</article>`;

/** The mailbox page: no script, everything escaped. */
export const mailboxPage = (mails: KeptMail[], to?: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title><link rel="stylesheet" href="/dev/mail.css"></head>
<body>
<main>
  <h1>Mailbox</h1>
  <p>No mail server is set (SMTP_URL), so mails land here, newest first. This page is there in development and in the demo only.</p>
  <form method="get"><label>To <input name="to" type="email" value="${escaped(to ?? '')}"></label> <button>Show</button> <a href="/dev/mail">All</a></form>
  ${mails.length === 0 ? '<p>No mail yet.</p>' : mails.map(item).join('')}
</main>
</body>
</html>
`;

export const mailboxCss = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
article { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 8px; padding: 1rem; margin: 1rem 0; }
h2 { margin: 0; font-size: 1.1rem; }
.envelope { margin: 0 0 .75rem; font-size: .9rem; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0 0 .5rem; }
iframe { width: 100%; height: 30rem; border: 0; background: #fff; }
summary { cursor: pointer; }
`;
