const EVERY_MS = 1_000;

/** Looks every second whether the server is still there and starts it again when it is not. Returns what ends the watch. */
export function watchOver(isThere: () => Promise<boolean>, revive: () => Promise<void>): () => Promise<void> {
  let looking: Promise<void> | undefined;
  const look = async () => {
    if (!(await isThere())) await revive();
  };
  const timer = setInterval(() => {
    // What fails now is tried again a second later; until then /health/ready says that the database is away.
    looking ??= look()
      .catch(() => undefined)
      .finally(() => (looking = undefined));
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
