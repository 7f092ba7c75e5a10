import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';

type AnyQuery = (this: PoolClient, ...args: unknown[]) => unknown;

/** Records the statements that one piece of work sends, and not those that jobs send meanwhile. */
export class StatementCounter {
  private readonly recording = new AsyncLocalStorage<string[]>();

  constructor(pool: Pool) {
    const wrap = (client: PoolClient) => {
      // oxlint-disable-next-line typescript/unbound-method -- taken off its object here and called on it below
      const query = client.query as unknown as AnyQuery;
      const recording = this.recording;
      client.query = function (this: PoolClient, ...args: unknown[]) {
        const [first] = args;
        const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
        recording.getStore()?.push(text);
        return query.apply(this, args);
      } as unknown as PoolClient['query'];
    };
    pool.on('connect', wrap);
    // Who waits for a client is called by whoever gives one back, and would otherwise count among their work.
    const connect = pool.connect.bind(pool) as (called?: (...args: unknown[]) => void) => unknown;
    pool.connect = ((called?: (...args: unknown[]) => void) => connect(called && AsyncResource.bind(called))) as Pool['connect'];
    // Clients that were opened before us.
    for (const client of (pool as unknown as { _clients: PoolClient[] })._clients) wrap(client);
  }

  /** The result of the work and the text of each statement it sent, in order. */
  async during<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
    const statements: string[] = [];
    const result = await this.recording.run(statements, work);
    return { result, statements };
  }
}
