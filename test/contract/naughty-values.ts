import { getNamedType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

const text = (length: number, unit = 'a') => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const paragraph = (said: unknown, more: object = {}) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: said, ...more }] }],
});
const tower = (height: number): unknown => (height === 0 ? 'x' : { type: 'blockquote', content: [tower(height - 1)] });

const WRONG_TYPES = [null, 0, -1, 1.5, true, [], {}, ['a'], { a: 1 }, [[[]]]];

const TEXTS = [
  '',
  ' ',
  '\t\n\r ',
  '\u200b\u200b\u200b\u200b',
  'nul \u0000 inside',
  '\u0000',
  'lone \ud800 surrogate',
  '\udc00\ud800',
  text(100_000),
  text(100_000, '👩‍👩‍👧‍👦'),
  '\u202egnihton\u202c and \u2066more',
  '👩‍👩‍👧‍👦 🇺🇦 é́́́́',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  `'; drop table person; --`,
  `' or 1=1 --`,
  '%',
  '\\',
  '_%\\_%',
  '${7*7}{{7*7}}%s%n',
  '../../../../etc/passwd',
  '\r\nBcc: everybody@example.org',
  text(400, '9'),
  '-1',
  '9007199254740992',
  'NaN',
  'null',
  '=cmd|" /C calc"!A0',
  'thread:',
  'thread:00000000-0000-4000-8000-000000000000',
  'a@b',
  'javascript:alert(1)',
  '//evil.example',
  'مرحبا',
  '\ufeff\ufffe\uffff',
];

const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-4000-8000-000000000000',
  '{00000000-0000-4000-8000-000000000000}',
  '00000000000040008000000000000000',
  ' 00000000-0000-4000-8000-000000000000 ',
  '00000000-0000-4000-8000-00000000000g',
  '1',
];

const NUMBERS = [-1, 0, -0, 1.5, 2_147_483_647, 2_147_483_648, -2_147_483_648, 9_007_199_254_740_992, 1e308, '1', 'NaN'];

const BY_SCALAR: Record<string, unknown[]> = {
  ID: [...IDS, ...TEXTS],
  String: TEXTS,
  Int: NUMBERS,
  PageSize: [...NUMBERS, 101, 100],
  Boolean: ['true', 1],
  DateTime: [
    '',
    'now',
    '2026-02-30T10:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00Z',
    '2026-01-01',
    '1000-01-01T00:00:00+23:59',
    0,
    'infinity',
    '2026-01-01T00:00:00.123456789Z',
  ],
  LocalDateTime: [
    '',
    '2026-02-30T10:00',
    '2026-03-29T02:30',
    '0000-01-01T00:00',
    '9999-12-31T23:59',
    '1970-01-01T00:00',
    '2026-11-26T25:00',
    '2026-11-26T10:00Z',
    'infinity',
  ],
  TimeZone: [
    '',
    'Mars/Olympus',
    'europe/lisbon',
    'UTC+25',
    '+01:00',
    'Etc/GMT+14',
    '../../etc/passwd',
    'Europe/Lisbon\u0000',
    text(10_000),
  ],
  LanguageTag: ['', 'x', 'english', 'en_US', 'en-' + text(8, 'x'), 'zz', 'i-klingon', 'en-u-co-phonebk', 'en-a', '\u0000', text(10_000)],
  CountryCode: ['', 'pt', 'XX', 'PRT', '\u0000\u0000', '🇵🇹'],
  RichText: [
    { type: 'doc' },
    { type: 'doc', content: [] },
    paragraph(''),
    paragraph(' '),
    paragraph('nul \u0000'),
    paragraph('lone \ud800 surrogate'),
    paragraph(text(60_000)),
    paragraph('x', { marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }),
    paragraph('x', { marks: [{ type: 'link', attrs: { href: 'https://a.example/\ud800' } }] }),
    paragraph(7),
    { type: 'doc', content: [{ type: 'mention', attrs: { id: 'nobody', label: '\ud800' } }] },
    {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'mention', attrs: { id: '00000000-0000-4000-8000-000000000000', label: '\ud800 x' } }] },
      ],
    },
    {
      type: 'doc',
      content: [
        { type: 'image', attrs: { fileId: '00000000-0000-4000-8000-000000000000', src: 'https://evil.example/x.png', alt: '\u0000' } },
      ],
    },
    { type: 'doc', content: [{ type: 'codeBlock', attrs: { language: '\ud800' }, content: [{ type: 'text', text: 'x' }] }] },
    { type: 'doc', content: [tower(30)] },
    { type: 'doc', content: [tower(100)] },
    JSON.parse('{"type":"doc","__proto__":{"x":1},"content":[{"type":"constructor"}]}'),
    'text',
    '<p>HTML</p>',
  ],
};

const ENUM = ['', 'NOBODY', '__proto__', 'constructor', '\u0000', 0];

/** One place of an operation's arguments, e.g. `input.charter.domain`. */
export interface Place {
  path: string[];
  values: unknown[];
}

const valuesFor = (type: GraphQLInputType): unknown[] => {
  const named = getNamedType(type);
  const own = isEnumType(named) ? ENUM : (BY_SCALAR[named.name] ?? []);
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!isListType(bare)) return [...own, ...WRONG_TYPES];
  return [...own.map((value) => [value]), Array(1_000).fill(own.at(-1)), [null], ...own.slice(0, 3), ...WRONG_TYPES];
};

/** Every place of the arguments of a field where something can be said, with what should not be said there. */
export function placesOf(schema: GraphQLSchema, kind: 'query' | 'mutation', name: string): Place[] {
  const field = (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
  const walk = (type: GraphQLInputType, path: string[]): Place[] => {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (!isInputObjectType(bare)) return [{ path, values: valuesFor(type) }];
    return [{ path, values: WRONG_TYPES }, ...Object.values(bare.getFields()).flatMap((inner) => walk(inner.type, [...path, inner.name]))];
  };
  return (field?.args ?? []).flatMap((argument) => walk(argument.type, [argument.name]));
}
