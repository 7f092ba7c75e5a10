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
const sentence = (code: string, message: string, values: Record<string, unknown> = {}): string => {
  const known = [`fields.${code}`, `codes.${code}`].find((key) => i18next.exists(key, { ns: 'errors' }));
  return known ? (i18next.t(known as never, { ns: 'errors', ...values } as never) as unknown as string) : message;
};

/** The server tells fields as paths inside the input, each with a code and a sentence. */
const fieldsOf = (fields: Extensions['fields'] = []): Record<string, string> =>
  Object.fromEntries(fields.map(({ path, code, message }) => [path.replace(/^input\./, ''), sentence(code, message)]));

const refusal = (message: string, { code = 'INTERNAL', fields, reference, values }: Extensions): Failure => ({
  code,
  message: sentence(code, message, { reference, ...values }),
  fields: fieldsOf(fields),
  ...(reference && { reference }),
});

/** A refusal before the operation ran comes with an HTTP status of its own, but says what is wrong in the same words. */
const toldIn = (body: string): { message: string; extensions?: Extensions } | undefined => {
  try {
    return (JSON.parse(body) as { errors?: { message: string; extensions?: Extensions }[] }).errors?.[0];
  } catch {
    return undefined;
  }
};

/** Turns whatever a query or mutation threw into a failure. */
export const failureOf = (error: unknown): Failure => {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    return refusal(first?.message ?? '', first?.extensions ?? {});
  }
  if (ServerError.is(error)) {
    const told = toldIn(error.bodyText);
    if (told) return refusal(told.message, told.extensions ?? {});
    if (error.statusCode === 429) return refusal('', { code: 'TOO_MANY' });
  }
  return refusal('', { code: navigator.onLine ? 'SERVER_UNREACHABLE' : 'OFFLINE' });
};
