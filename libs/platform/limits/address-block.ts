import { isIPv4, isIPv6 } from 'node:net';

/** Four 16-bit groups of an IPv6 address: its /64. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  if (tail !== undefined) while (groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(':');
}

/** Where a request comes from, as coarse as a household or an office: /24 of IPv4, /64 of IPv6. */
export function addressBlock(ip: string): string {
  const address = ip.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(address)) return `${firstGroups(address.toLowerCase())}::/64`;
  return 'unknown';
}
