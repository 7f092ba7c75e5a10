const AT_MOST_MS = 20_000;

/**
 * Calls `stop` once, when somebody asks the program to end: by Ctrl-C, by a service manager, or by the death of the parent that holds a channel to us,
 * so that nothing lives on behind a killed `npm start`. A second Ctrl-C, or a stop that takes too long, ends it at once.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) {
      if (reason === 'SIGINT') process.exit(130);
      return;
    }
    stopping = true;
    setTimeout(() => process.exit(1), AT_MOST_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => process.exit(1));
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => begin(signal));
  if (process.connected) process.on('disconnect', () => begin('disconnect'));
}
