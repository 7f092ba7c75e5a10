import { Invalid } from '#platform/errors';

/** The largest upload in bytes. */
export const LARGEST_UPLOAD = 8_000_000;

/** The refusal of an upload over the limit, also where it is noticed while reading. */
export function tooLarge(): Invalid {
  return Invalid.field('file', 'TOO_LARGE', 'This file is larger than 8 MB. Make it smaller first.');
}
