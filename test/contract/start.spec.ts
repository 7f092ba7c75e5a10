import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '#platform/process';
import { cloneDatabase, dropDatabase } from '#platform/testing';
import { migrations } from '../../apps/api/migrations/index.js';

type Settings = Record<string, string>;

/** The programs as they are shipped, run from their sources as a process of its own. */
class Program {
  said = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(name: 'main' | 'worker', settings: Settings) {
    const { PATH, TMPDIR } = process.env;
    this.child = spawn(process.execPath, ['--import', './scripts/typescript.mjs', `apps/api/${name}.ts`], {
      env: { PATH, TMPDIR, DATA_DIR: folder, SECRET: 'a-secret-of-the-tests-that-is-long-enough', DEMO: 'off', ...settings },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
    running.add(this);
    void this.ended.then(() => running.delete(this));
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Waits for the block that tells the address. */
  async greets(): Promise<this> {
    const gone = new AbortController();
    void this.ended.then(() => gone.abort());
    while (!this.said.includes('└')) {
      if (gone.signal.aborted) throw new Error(`it ended: ${this.said}`);
      await sleep(50);
    }
    return this;
  }
}

const running = new Set<Program>();
let folder: string;
let database: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-start-'));
  database = await cloneDatabase(migrations);
});
afterAll(async () => {
  for (const program of running) program.kill('SIGKILL');
  await dropDatabase(database);
  rmSync(folder, { recursive: true, force: true });
});

const changed = (url: string, change: (url: URL) => void): string => {
  const result = new URL(url);
  change(result);
  return result.toString();
};

const sql = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(text);
  await client.end();
};

const refused = async (settings: Settings, name: 'main' | 'worker' = 'main'): Promise<string> => {
  const program = new Program(name, { PORT: '0', DATABASE_URL: database, ...settings });
  expect(await program.ended).toBe(1);
  return program.said.replace(/^\d\/5.*\n/gm, '');
};

describe('what it cannot start with', () => {
  it('is one sentence that names it, and an exit code', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const cases: [settings: Settings, sentence: RegExp, name?: 'main' | 'worker'][] = [
      [{ PORT: 'http' }, /^PORT must be a whole number from 0 to 65535, but is "http"\.\n$/],
      [{ ADMINISTRATOR_EMAIL: 'ana' }, /^ADMINISTRATOR_EMAIL must be a mail address.*\n$/],
      [{ DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/x` }, /^DATABASE_URL leads to no .*: nothing answers there\.\n$/],
      [{ DATABASE_URL: changed(database, (url) => (url.password = 'wrong')) }, /^DATABASE_URL leads to no .*: the password is wrong\.\n$/],
      [
        { DATABASE_URL: changed(database, (url) => (url.pathname = '/none')) },
        /^DATABASE_URL leads to no .*: that database does not exist\.\n$/,
      ],
      [{ DATABASE_URL: '', DATA_DIR: join(file, 'data'), SECRET: '' }, /^DATA_DIR must be a folder that this user may read and write.*\n$/],
      [{ DATABASE_URL: '' }, /^DATABASE_URL must be set for a worker.*\n$/, 'worker'],
    ];
    // Two at a time: each needs a core.
    const failures: unknown[] = [];
    const next = async (): Promise<void> => {
      const one = cases.shift();
      if (!one) return;
      const [settings, sentence, name] = one;
      const said = await refused(settings, name);
      if (!sentence.test(said)) failures.push({ settings, said });
      return next();
    };
    await Promise.all([next(), next()]);
    expect(failures).toEqual([]);
  }, 120_000);

  it('may be a port that is taken, or a database of a newer version', async () => {
    const other: Server = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await sql(`insert into migration (timestamp, name) values (4000000000000, 'Future4000000000000')`);
    const [taken, newer] = await Promise.all([refused({ PORT: String(port) }), refused({})]);
    await sql(`delete from migration where name like 'Future%'`);
    other.close();
    expect(taken).toBe(`Port ${port} is taken by another program; stop that program or set PORT to a free one.\n`);
    expect(newer).toMatch(/^This database belongs to a newer version of Throughline \(it has Future4000000000000\).*\n$/);
  }, 120_000);
});

describe('a server with its own Postgres', () => {
  it('loses nothing that it acknowledged when it is killed, starts again by itself, and leaves nothing behind when it is stopped', async () => {
    const port = String(await freePort());
    const settings = { PORT: port, DATABASE_URL: '', DEMO: '', GRAPHQL_QUERIES: 'limited', ADMINISTRATOR_EMAIL: 'ana@example.org' };
    // The demo is cut short, the start after it loads it anew.
    const first = new Program('main', settings);
    while (!first.said.includes('Loading the demo')) await sleep(20);
    await sleep(1_500);
    first.kill('SIGKILL');
    await first.ended;

    const second = await new Program('main', settings).greets();
    expect(second.said).toContain('The demo was not loaded to its end');
    expect(second.said).toMatch(/Become the administrator, once, within a day: +http:\/\/localhost:\d+\/sign-in\/link\S*token=\S+/);
    const answer = await fetch(`http://localhost:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
      body: JSON.stringify({ query: 'mutation { requestSignIn(input: { email: "new@example.org" }) { requestId } }' }),
    });
    expect(await answer.json()).toEqual({ data: { requestSignIn: { requestId: expect.any(String) } } });
    second.kill('SIGKILL');
    await second.ended;

    const began = performance.now();
    const third = await new Program('main', settings).greets();
    process.stderr.write(`started again, from the sources, in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    expect(third.said).not.toContain('Loading the demo');
    let mails: unknown[] = [];
    for (let tries = 0; mails.length === 0 && tries < 100; tries++) {
      mails = (await (await fetch(`http://localhost:${port}/dev/mail.json?to=new@example.org`)).json()) as unknown[];
      await sleep(100);
    }
    expect(mails).toHaveLength(1);

    const pidFile = join(folder, 'postgres/cluster/postmaster.pid');
    expect(existsSync(pidFile)).toBe(true);
    third.kill('SIGINT');
    expect(await third.ended).toBe(0);
    expect(existsSync(pidFile)).toBe(false);
  }, 120_000);
});
