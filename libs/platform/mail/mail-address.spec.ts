import { mailAddress, normalMailAddress } from './mail-address.js';

it.each([
  [' Ana.Silva+news@Example.ORG ', 'ana.silva+news@example.org'],
  ['x@bücher.example', 'x@xn--bcher-kva.example'],
  ["o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
])('%s is %s', (given, address) => {
  expect(normalMailAddress(given)).toBe(address);
});

it.each([
  '',
  'ana',
  '@example.org',
  'ana@',
  'ana@localhost',
  'ana@example..org',
  '.ana@example.org',
  'a..b@example.org',
  'ana@127.0.0.1',
  'ana@[127.0.0.1]',
  '"ana"@example.org',
  'ana(comment)@example.org',
  'group: ana@example.org;',
  'Ana <ana@example.org>',
  'ana@example.org, eve@example.org',
  'ana@example.org\r\nBcc: eve@example.org',
  'ana\n@example.org',
  'ana\0@example.org',
  'ana@exam ple.org',
  'ana@evil.org@example.org',
  'ana@example.org/x',
  'ána@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(130)}org`,
])('%j is no address', (given) => {
  expect(normalMailAddress(given)).toBeNull();
});

it('names the field', () => {
  expect(() => mailAddress('nobody', 'input.email')).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ path: 'input.email' })] }),
  );
});
