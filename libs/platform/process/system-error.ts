/**
 * The code of an error of the system or of Postgres, such as `ENOENT` or `42P04`.
 * Not by `instanceof Error`: an error of Node's own modules is of another realm when we run inside a test.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
