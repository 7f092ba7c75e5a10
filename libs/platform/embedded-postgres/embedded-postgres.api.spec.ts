import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, startThrowAwayPostgres, type EmbeddedPostgres } from './index.js';

let dataDir: string;
const running: EmbeddedPostgres[] = [];
const others: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'data-'));
  await chmod(dataDir, 0o711);
});

afterEach(async () => {
  for (const child of others.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, persistent: true });
  running.push(postgres);
  return postgres;
}

/** Another process that starts the same Postgres, tells its address and holds it until it is killed. */
async function startElsewhere(): Promise<{ url: string; kill(): Promise<void> }> {
  const program = `
    const { startEmbeddedPostgres } = await import('#platform/embedded-postgres');
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, persistent: true });
    console.log(await postgres.ensureDatabase('kept'));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', './scripts/typescript.mjs', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.push(child);
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
}

describe('an own Postgres', () => {
  it('sorts by code point on every machine, knows the languages, and keeps its password to itself', async () => {
    const url = await (await start()).ensureDatabase('kept');
    expect(await ask(url, `select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'kept'`)).toBe('b C.UTF-8');
    expect(
      await ask(url, `select string_agg(w, ' ' order by w collate "uk-x-icu") from unnest(array['Їжак', 'Ґонта', 'Гончар', 'Єва']) w`),
    ).toBe('Гончар Ґонта Єва Їжак');
    expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    await ask(url, 'create table note (text text)');
  });

  it('is adopted when its owner was killed', async () => {
    const other = await startElsewhere();
    await ask(other.url, `insert into note values ('before the kill')`);
    const pid = await postmasterPid();
    await other.kill();
    const postgres = await start();
    expect(postgres.url('kept')).toBe(other.url);
    expect(await postmasterPid()).toBe(pid);
    expect(await ask(postgres.url('kept'), `select count(*) from note where text = 'before the kill'`)).toBe('1');
  });

  it('is shared with a living owner, whose it stays', async () => {
    const other = await startElsewhere();
    await (await startEmbeddedPostgres({ dataDir, persistent: true })).stop();
    expect(await ask(other.url, 'select 1')).toBe(1);
    await other.kill();
    await start();
  });

  it('recovers everything when it was killed itself', async () => {
    const postgres = await start();
    await ask(postgres.url('kept'), `insert into note values ('committed')`);
    process.kill(await postmasterPid(), 'SIGKILL');
    const again = await start();
    expect(await ask(again.url('kept'), `select count(*) from note where text = 'committed'`)).toBe('1');
  });

  it('minds neither a pid file of another program nor an interrupted beginning', async () => {
    await (await start()).stop();
    const lines = [String(process.ppid), join(dataDir, 'postgres/cluster'), '1', '1', '', '127.0.0.1', '1 1', 'ready', ''];
    await writeFile(join(dataDir, 'postgres/cluster/postmaster.pid'), lines.join('\n'));
    await mkdir(join(dataDir, 'postgres/init-half/cluster'), { recursive: true });
    expect(await ask((await start()).url('kept'), 'select 1')).toBe(1);
  });

  it('says in one sentence why it cannot start', async () => {
    await (await start()).stop();
    const settings = join(dataDir, 'postgres/cluster/postgresql.conf');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, `${before}\nwork_mem = nonsense\n`);
    await expect(start()).rejects.toThrow(/^Postgres could not be started: .*errors\.$/);
    await writeFile(settings, before);
    await writeFile(join(dataDir, 'postgres/cluster/PG_VERSION'), '9\n');
    await expect(start()).rejects.toThrow(/^The data folder was written by Postgres 9, which is not on this machine: .*\.$/);
  });
});

describe('a throw-away Postgres', () => {
  it('is gone with its folder when it is stopped', async () => {
    const postgres = await startThrowAwayPostgres();
    const url = await postgres.ensureDatabase('app');
    const folder = String(await ask(url, 'show data_directory'));
    expect((await stat(folder)).isDirectory()).toBe(true);
    await postgres.stop();
    await expect(stat(folder)).rejects.toThrow(/ENOENT/);
    await sleep(10);
    await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  });
});
