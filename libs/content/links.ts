import { isUuid } from './characters.js';

const LONGEST_LINK = 2048;
// Spaces, controls, invisible and direction characters, backslash, double quotes and angle brackets: browsers skip, fold or misread
// them. The apostrophe stays: addresses of encyclopaedias are full of it.
const UNSAFE_IN_LINK = /[\s\p{C}\\"<>`]/u;
// The authority up to the first delimiter; an @ in it is the old trick https://bank.example@evil.example.
const WEB_LINK = /^https?:\/\/(?<authority>[^/?#]+)/iu;
const MAIL_LINK = /^mailto:[^@?#:/,;%]+@[^@?#:/,;%]+(?:\?[^#]*)?$/iu;
const ENCODED_CONTROL = /%(?:0[0-9a-f]|1[0-9a-f]|7f)/iu;

/** Whether a link may be followed: absolute http, https or mailto, without user names, control characters or tricks of spelling. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > LONGEST_LINK || UNSAFE_IN_LINK.test(href)) return false;
  // An encoded line break in a mail link becomes a header of the mail that is written.
  if (/^mailto:/iu.test(href)) return MAIL_LINK.test(href) && !ENCODED_CONTROL.test(href);
  const authority = WEB_LINK.exec(href)?.groups?.['authority'];
  if (authority === undefined || authority.includes('@') || !URL.canParse(href)) return false;
  const url = new URL(href);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && url.hostname !== '';
}

/** Whether an image is one of our own files: exactly `/files/<uuid>`. */
export function isOwnImage(src: unknown): src is string {
  return typeof src === 'string' && src.startsWith('/files/') && isUuid(src.slice('/files/'.length));
}
