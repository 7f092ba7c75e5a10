import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { type ValidationError } from 'class-validator';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError, type FieldError, Invalid, TooMany } from '#platform/errors';
import type { Log } from '#platform/log';

const REQUEST_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'UNKNOWN_DOCUMENT',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'FREE_QUERIES_CLOSED',
]);

/** What the library says after the fiftieth wrong value, without a code. */
const TOO_MANY_MISTAKES = 'Too many errors processing variables';

/** `Variable "$input" got invalid value 0 at "input.first"; Ask for 1 to 100 at a time.` → the field and the sentence. */
function fieldOf(message: string): FieldError {
  const path =
    message.match(/ at "(?:\w+\.)?([^"]+)"/)?.[1] ??
    message.match(/Variable "\$([\w.]+)"/)?.[1] ??
    message.match(/Argument "(\w+)"/)?.[1] ??
    'input';
  const sentence = message.includes('; ') ? message.slice(message.indexOf('; ') + 2) : message;
  return { path: path.replace(/^input\./, ''), code: 'BAD_VALUE', message: sentence };
}

/** What a client may know of an error: the expected ones whole, everything else as a reference number; the log has the rest. */
export function presentError(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const at = { path: formatted.path, locations: formatted.locations };
  if (original instanceof DomainError) {
    return {
      ...at,
      message: original.message,
      extensions: {
        code: original.code,
        kind: original.kind,
        fields: original.fields,
        ...(original instanceof TooMany ? { retryAfterSeconds: Math.ceil(original.retryAfterSeconds) } : {}),
      },
    };
  }
  const code = formatted.extensions?.['code'];
  if (code === 'BAD_USER_INPUT') {
    const field = fieldOf(formatted.message);
    return { ...at, message: field.message, extensions: { code: 'INVALID', kind: 'INVALID', fields: [field] } };
  }
  if (formatted.message.startsWith(TOO_MANY_MISTAKES)) {
    const message = 'There are more mistakes in what was sent; these are the first.';
    return { ...at, message, extensions: { code: 'TOO_MANY_MISTAKES', kind: 'INVALID', fields: [] } };
  }
  if (typeof code === 'string' && REQUEST_ERRORS.has(code)) {
    return { ...at, message: formatted.message, extensions: { code, kind: 'INVALID', fields: [] } };
  }
  const reference = randomUUID();
  log.error({ reference, path: formatted.path?.join('.') }, original);
  return {
    ...at,
    message: `Something went wrong on our side. Nothing was changed. Reference ${reference}.`,
    extensions: { code: 'INTERNAL', kind: 'INTERNAL', reference, fields: [] },
  };
}

/** The validation of inputs, as one Invalid with a path per field. */
export function invalidFrom(errors: ValidationError[]): Invalid {
  const fields: FieldError[] = [];
  const walk = (list: ValidationError[], prefix: string) => {
    for (const error of list) {
      const path = prefix ? `${prefix}.${error.property}` : error.property;
      for (const [rule, message] of Object.entries(error.constraints ?? {})) {
        fields.push({ path, code: rule.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase(), message });
      }
      walk(error.children ?? [], path);
    }
  };
  walk(errors, '');
  return new Invalid(fields);
}
