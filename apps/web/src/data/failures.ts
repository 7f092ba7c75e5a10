import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import i18next from 'i18next';

/** What went wrong, ready to be shown: a stable code, one sentence, and a sentence for each field concerned. */
export type Failure = { code: string; message: string; fields: Record<string, string>; reference?: string };

type Extensions = {
  code?: string;
  fields?: { path: string; code: string; message: string }[];
  reference?: string;
  values?: Record<string, unknown>;
};

/** Our sentence for a code the texts know; the server's own sentence otherwise. */
const sentence = (key: string, message: string, values: Record<string, unknown> = {}): string =>
  i18next.exists(key, { ns: 'errors' }) ? (i18next.t(key as never, { ns: 'errors', ...values } as never) as unknown as string) : message;

/** The server tells fields as paths inside the input, each with a code and a sentence. */
const fieldsOf = (fields: Extensions['fields'] = []): Record<string, string> =>
  Object.fromEntries(fields.map(({ path, code, message }) => [path.replace(/^input\./, ''), sentence(`fields.${code}`, message)]));

/** Turns whatever a query or mutation threw into a failure. */
export const failureOf = (error: unknown): Failure => {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const { code = 'INTERNAL', fields, reference, values } = (first?.extensions ?? {}) as Extensions;
    return {
      code,
      message: sentence(`codes.${code}`, first?.message ?? '', { reference, ...values }),
      fields: fieldsOf(fields),
      ...(reference && { reference }),
    };
  }
  const code = ServerError.is(error)
    ? error.statusCode === 429
      ? 'TOO_MANY'
      : 'SERVER_UNREACHABLE'
    : navigator.onLine
      ? 'SERVER_UNREACHABLE'
      : 'OFFLINE';
  return { code, message: sentence(`codes.${code}`, ''), fields: {} };
};

/** Whether trying again may help: the line or the server failed, not the request. */
export const isPassing = (failure: Failure): boolean => failure.code === 'SERVER_UNREACHABLE' || failure.code === 'OFFLINE';
