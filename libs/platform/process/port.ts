import { createServer } from 'node:net';
import { portTaken } from './run.js';
import { StartError } from './start-error.js';
import { errorCode } from './system-error.js';

/** Fails when somebody listens on the port, so that a second start says so before it touches the database; port 0 is always free. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  try {
    await listenOnce(port, host);
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') throw new StartError(portTaken(port));
    throw error;
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
