import { z } from 'zod';
import { DomainError } from '#platform/errors';

/** One message may carry this much; an editor's own are a few dozen bytes. */
export const MESSAGE_BYTES = 256_000;
const CARET_BYTES = 4_000;

const bytes = (most: number) =>
  z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are missing')
    .refine((value) => value.byteLength <= most, 'UPDATE_TOO_LARGE');

const OF_DOCUMENT = z.object({ documentId: z.uuid() });

/** What a client may say, by name. Everything else is refused. */
export const MESSAGES = {
  'y:join': OF_DOCUMENT.strict(),
  'y:leave': OF_DOCUMENT.strict(),
  'y:sync': OF_DOCUMENT.extend({ message: bytes(MESSAGE_BYTES + 100) }).strict(),
  'y:update': OF_DOCUMENT.extend({ update: bytes(MESSAGE_BYTES) }).strict(),
  'y:awareness': OF_DOCUMENT.extend({ update: bytes(CARET_BYTES) }).strict(),
};

export type Message<Name extends keyof typeof MESSAGES> = z.infer<(typeof MESSAGES)[Name]>;

/** Every message is answered; a refusal says why in words for people. */
export type Answer = { ok: true; [more: string]: unknown } | { ok: false; code: string; message: string };

/** What is wrong with a message that does not fit. */
export function refusalOf(error: z.ZodError): Answer {
  if (error.issues.some((issue) => issue.message === 'UPDATE_TOO_LARGE')) {
    return { ok: false, code: 'UPDATE_TOO_LARGE', message: 'This change is too large. Paste it in smaller parts.' };
  }
  const field = error.issues[0]?.path.join('.') || 'message';
  return { ok: false, code: 'BAD_MESSAGE', message: `This message is not one of the protocol: look at ${field}.` };
}

/** An expected refusal as it is; null for what has to be logged. */
export function answerOf(error: unknown): Answer | null {
  return error instanceof DomainError ? { ok: false, code: error.code, message: error.message } : null;
}
