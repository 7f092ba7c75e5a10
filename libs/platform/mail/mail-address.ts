import { domainToASCII } from 'node:url';
import { Invalid } from '#platform/errors';

// No quoted local parts, comments or groups: parsers disagree on them, and a disagreement sends a mail to somebody else.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** The one spelling of a mail address: lower case, the domain in its ASCII form (UTS-46). Null when it is none. */
export function normalMailAddress(text: string): string | null {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > 254) return null;
  const local = trimmed.slice(0, at).toLowerCase();
  const given = trimmed.slice(at + 1);
  if (/[\s%/\\?#:[\]@]/.test(given)) return null;
  const domain = domainToASCII(given);
  return local.length <= 64 && domain.length <= 253 && LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/** @throws Invalid when it is no mail address */
export function mailAddress(text: string, field = 'email'): string {
  const address = normalMailAddress(text);
  if (!address) throw Invalid.field(field, 'BAD_ADDRESS', 'This is not a mail address. Write it like ana@example.org.');
  return address;
}

/** Enough to recognise an address that one knows, too little to learn one: `a…@e….org`. */
export function maskedAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}….${domain.split('.').at(-1) ?? ''}`;
}
