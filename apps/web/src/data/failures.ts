import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import i18next from 'i18next';

/** What went wrong, ready to be shown: a stable code, one sentence, and a sentence for each field concerned. */
export type Failure = { code: string; message: string; fields: Record<string, string>; reference?: string };

type Extensions = { code?: string; fields?: unknown; reference?: string; values?: Record<string, unknown> };

/** The server tells fields as a list of paths with messages or as an object; both become "name of the field → sentence". */
const fieldsOf = (fields: unknown): Record<string, string> => {
  const pairs: [string, unknown][] = Array.isArray(fields)
    ? fields.map((field: { path?: unknown; field?: unknown; message?: unknown; code?: unknown }) => [
        String(Array.isArray(field.path) ? field.path.join('.') : (field.path ?? field.field ?? '')),
        sentence(typeof field.code === 'string' ? field.code : undefined, String(field.message ?? '')),
      ])
    : fields && typeof fields === 'object'
      ? Object.entries(fields)
      : [];
  // A path starts at the argument, the form at the field.
  return Object.fromEntries(pairs.map(([path, text]) => [path.replace(/^input\./, ''), String(Array.isArray(text) ? text[0] : text)]));
};

/** Our sentence for a code the texts know; the server's own sentence otherwise. */
const sentence = (code: string | undefined, message: string, values: Record<string, unknown> = {}): string =>
  code && i18next.exists(`codes.${code}`, { ns: 'errors' })
    ? String(i18next.t(`codes.${code}` as never, { ns: 'errors', ...values } as never))
    : message;

/** Turns whatever a query or mutation threw into a failure. */
export const failureOf = (error: unknown): Failure => {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const { code = 'INTERNAL', fields, reference, values } = (first?.extensions ?? {}) as Extensions;
    return {
      code,
      message: sentence(code, first?.message ?? '', { reference, ...values }),
      fields: fieldsOf(fields),
      ...(reference && { reference }),
    };
  }
  const code = ServerError.is(error)
    ? error.statusCode === 429
      ? 'TOO_MANY_REQUESTS'
      : 'SERVER_UNREACHABLE'
    : navigator.onLine
      ? 'SERVER_UNREACHABLE'
      : 'OFFLINE';
  return { code, message: sentence(code, ''), fields: {} };
};

/** Whether trying again may help: the line or the server failed, not the request. */
export const isPassing = (failure: Failure): boolean => failure.code === 'SERVER_UNREACHABLE' || failure.code === 'OFFLINE';
