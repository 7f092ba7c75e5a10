import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres';
import { migrations } from '../apps/api/migrations/index.js';
import { fill, type Size, sizeAt } from './dataset.js';
import { idOf } from './ids.js';
import { until } from './processes.js';

/** A filled database. */
export interface Filled {
  url: string;
  size: Size;
}

/** A folder of our own with a Postgres that keeps its promises (fsync, synchronous commit), and with the databases in it. */
export class House {
  private constructor(
    readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
  ) {}

  static async open(): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    await chmod(folder, 0o711);
    return new House(folder, await startEmbeddedPostgres({ dataDir: folder, persistent: true }));
  }

  /** What Postgres writes down. */
  get log(): string {
    return join(this.folder, 'postgres/postgres.log');
  }

  get postgresPid(): number {
    return Number.parseInt(readFileSync(join(this.folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
  }

  /** A database of a size; says how many rows it has and how long it took. */
  async database(scale: number, say: (line: string) => void): Promise<Filled> {
    const begin = performance.now();
    const size = sizeAt(scale);
    const url = await this.postgres.ensureDatabase(`bench_${scale}`);
    await migrate(url, migrations);
    const rows = await fill(url, size);
    const listed = [...rows].map(([table, count]) => `${count.toLocaleString('en')} ${table}`).join(', ');
    say(`${scale}×: ${listed} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
    return { url, size };
  }

  async close(): Promise<void> {
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The ids that the list of a community has to show, in order. */
export async function newestIds(url: string, communities: number): Promise<(community: number) => string[]> {
  return withClient(url, async (client) => {
    const found = new Map<number, string[]>();
    for (let n = 1; n <= communities; n++) {
      const statement = 'select id from thread where community_id = $1 order by last_post_at desc, id desc limit 20';
      const { rows } = await client.query<{ id: string }>(statement, [idOf('community', n)]);
      found.set(
        n,
        rows.map((row) => row.id),
      );
    }
    return (community) => found.get(community) ?? [];
  });
}

/** Until the server has worked through what its answers left to do. */
export async function quiet(url: string): Promise<void> {
  await withClient(url, (client) =>
    until(
      async () => {
        const { rows } = await client.query<{ due: number }>(
          `select count(*)::int + (select count(*)::int from event_waiting) as due from pgboss.job
            where state in ('created', 'retry', 'active') and start_after <= now()`,
        );
        return rows[0]?.due === 0 ? true : undefined;
      },
      300_000,
      'the jobs',
      100,
    ),
  );
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
