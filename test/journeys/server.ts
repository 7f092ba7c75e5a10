import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { dataSourceOptions } from '#platform/database';
import type { KeptMail } from '#platform/mail';
import { cloneDatabase, dropDatabase } from '#platform/testing';
import { migrations } from '../../apps/api/migrations/index.js';

const PATIENCE_MS = 120_000;
const main = resolve('dist/apps/api/main.js');

/** The built server as people run it: a process of its own, on a database of its own, for the client's own documents only. */
export class RunningServer {
  private constructor(
    readonly address: string,
    /** What the factories of the modules need. */
    readonly database: { dataSource: DataSource },
    private readonly databaseUrl: string,
    private readonly process: ChildProcess,
    private readonly dataDir: string,
  ) {}

  static async start({ demo = false } = {}): Promise<RunningServer> {
    if (!existsSync(main) || !existsSync(resolve('dist/web/index.html')))
      throw new Error('The journeys run the built server: npm run build');
    const databaseUrl = await cloneDatabase(migrations);
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-journey-'));
    const port = await freePort();
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NODE_ENV: 'development',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        SECRET: 'a-secret-of-the-journeys-that-is-long-enough',
        GRAPHQL_QUERIES: 'trusted',
        LOG_LEVEL: 'error',
        DEMO: demo ? 'on' : 'off',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const address = `http://localhost:${port}`;
    await untilReady(child, address);
    const entities = getMetadataArgsStorage().tables.map((table) => table.target);
    const dataSource = await new DataSource({ ...dataSourceOptions(databaseUrl), entities } as never).initialize();
    return new RunningServer(address, { dataSource }, databaseUrl, child, dataDir);
  }

  /** What was sent to this address, newest first. */
  async mails(to: string): Promise<KeptMail[]> {
    return (await fetch(`${this.address}/dev/mail.json?to=${encodeURIComponent(to)}`)).json() as Promise<KeptMail[]>;
  }

  async sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query(text, values);
  }

  async stop(): Promise<void> {
    await this.database.dataSource.destroy();
    const gone = new Promise((done) => this.process.once('exit', done));
    if (this.process.exitCode === null && this.process.kill('SIGTERM')) await gone;
    await dropDatabase(this.databaseUrl);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** Waits until the server says that it can be used; when it ends instead, with its own words. */
async function untilReady(child: ChildProcess, address: string): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start. It said:\n${said}`);
}
