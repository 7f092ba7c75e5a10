import { StartError } from './start-error.js';
import { errorCode } from './system-error.js';

/**
 * Runs a program's main function. What the person can mend is told in one sentence; anything else keeps its stack, because it is our fault.
 * Either way the exit code is 1.
 */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`, () => process.exit(1));
  }
}

function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const known = sentenceForSystemError(error);
  if (known !== undefined) return known;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function sentenceForSystemError(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('port' in error)) return undefined;
  if (errorCode(error) === 'EADDRINUSE') return portTaken(Number(error.port));
  if (errorCode(error) === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `Port ${Number(error.port)} may not be opened by this user; set PORT to a number above 1023.`;
  return undefined;
}

/** The sentence for a port on which somebody else listens. */
export function portTaken(port: number): string {
  return `Port ${port} is taken by another program; stop that program or set PORT to a free one.`;
}
