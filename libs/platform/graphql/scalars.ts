import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** A refused scalar: Apollo turns it into a field error at its path. */
const refuse = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T,
  serialize: (value: T) => string,
): GraphQLScalarType<T, string> {
  const fromText = (value: unknown): T => {
    if (typeof value !== 'string') throw refuse(`${name} is written as a text.`);
    return parse(value);
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    parseValue: fromText,
    parseLiteral: (node: ValueNode) => fromText(node.kind === Kind.STRING ? node.value : null),
    serialize: (value) => serialize(value as T),
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Strict: the one of the framework turns null and true into 1970. */
export const DateTimeScalar = textScalar<Date>(
  'DateTime',
  'An instant in time, ISO 8601 with offset, e.g. 2026-11-26T10:00:00Z.',
  (text) => {
    if (!INSTANT.test(text)) throw refuse('Write an instant with its offset, e.g. 2026-11-26T10:00:00Z.');
    try {
      return new Date(Temporal.Instant.from(text).epochMilliseconds);
    } catch {
      throw refuse('This day or time does not exist.');
    }
  },
  (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
);

export const LocalDateTimeScalar = textScalar<string>(
  'LocalDateTime',
  'A local wall-clock time without zone, e.g. 2026-11-26T10:00.',
  (text) => {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) throw refuse('Write a local time without zone, e.g. 2026-11-26T10:00.');
    try {
      return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({ smallestUnit: 'minute' });
    } catch {
      throw refuse('This day or time does not exist.');
    }
  },
  (value) => value,
);

export const TimeZoneScalar = textScalar<string>(
  'TimeZone',
  'An IANA time zone, e.g. Europe/Lisbon.',
  (text) => {
    try {
      if (!/^[A-Za-z]/.test(text)) throw new Error();
      // Not by Intl, which answers with the names of the 1990s: Europe/Kiev for Europe/Kyiv.
      return new Temporal.ZonedDateTime(0n, text).timeZoneId;
    } catch {
      throw refuse('Choose a time zone by its IANA name, e.g. Europe/Lisbon.');
    }
  },
  (value) => value,
);

export const LanguageTagScalar = textScalar<string>(
  'LanguageTag',
  'A BCP 47 language tag, e.g. uk.',
  (text) => {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) throw refuse('Write a language by its tag, e.g. en, uk or ar.');
    return Intl.getCanonicalLocales(text)[0] ?? text;
  },
  (value) => value,
);

export const CountryCodeScalar = textScalar<string>(
  'CountryCode',
  'An ISO 3166-1 alpha-2 country code.',
  (text) => {
    if (!/^[A-Z]{2}$/.test(text)) throw refuse('Write a country by its two capital letters, e.g. PT.');
    return text;
  },
  (value) => value,
);

const pageSize = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 100) throw refuse('Ask for 1 to 100 at a time.');
  return value;
};

export const PageSizeScalar = new GraphQLScalarType<number, number>({
  name: 'PageSize',
  description: 'Page size between 1 and 100.',
  parseValue: pageSize,
  parseLiteral: (node) => pageSize(node.kind === Kind.INT ? Number(node.value) : null),
  serialize: pageSize,
});

const MAX_DEPTH = 60;

const literal = (node: ValueNode, variables: Record<string, unknown> | null | undefined, depth = 0): unknown => {
  if (depth > MAX_DEPTH) throw refuse('This is nested too deeply.');
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value, variables, depth + 1)]));
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables, depth + 1));
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    default:
      return node.value;
  }
};

/** Looked at level by level and not by recursion: what comes after us recurses, and a tower of lists would exhaust its stack. */
const shallow = (value: unknown): unknown => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw refuse('This is nested too deeply.');
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return value;
};

/** Carried as it came; the content library validates it where it is used, so that the error names the place inside. */
export const RichTextScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'RichText',
  description: 'A rich text as ProseMirror JSON of the shared schema (libs/content).',
  parseValue: shallow,
  parseLiteral: (node, variables) => shallow(literal(node, variables)),
  serialize: (value) => value,
});

export const scalars = [
  DateTimeScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
  LanguageTagScalar,
  CountryCodeScalar,
  PageSizeScalar,
  RichTextScalar,
];
