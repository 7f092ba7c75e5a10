import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { portTaken } from './run.js';
import { StartError } from './start-error.js';
import { errorCode } from './system-error.js';

/** A killed predecessor notices within a second and then needs a moment to end in order. */
const PATIENCE_MS = 3_000;

/** Fails when somebody listens on the port and goes on doing so, before a second start touches the database; port 0 is always free. */
export async function assertPortFree(port: number, host: string, patience = PATIENCE_MS): Promise<void> {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    try {
      await listenOnce(port, host);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE') throw error;
      if (Date.now() >= end) throw new StartError(portTaken(port));
    }
  }
}

/** A port on which nobody listens right now. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return listenOnce(0, host);
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const address = server.address();
      const opened = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(opened));
    });
  });
}
