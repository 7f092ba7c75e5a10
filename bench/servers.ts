import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#platform/process';
import { Connection } from './connection.js';
import { trustedFile } from './documents.js';
import { end, type Running, start, until } from './processes.js';

const root = join(import.meta.dirname, '..');

/** Builds our server as `npm run build:api` does, but into a folder of its own, where it trusts the documents of the bench. */
export async function build(folder: string): Promise<void> {
  const scripts = (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
  const command = scripts['build:api']?.replace('-d dist', `-d ${join(folder, 'dist')}`) ?? '';
  await promisify(execFile)('sh', ['-c', command], {
    cwd: root,
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env['PATH']}` },
  });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'dist/web'), { recursive: true });
  await writeFile(join(folder, 'dist/web/persisted-documents.json'), trustedFile());
}

/** Our server as `npm start` runs it: HTTP, sockets and jobs in one process. `nodeArgs` for a profile. */
export async function startOurs(
  folder: string,
  databaseUrl: string,
  more: Record<string, string> = {},
  nodeArgs: string[] = [],
): Promise<Running> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    BASE_URL: url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, 'data'),
    GRAPHQL_QUERIES: 'trusted',
    DEMO: 'off',
    WRITING_LIMITS: 'off',
    LOG_LEVEL: 'warn',
    ...more,
  };
  const child = start(['--enable-source-maps', '--max-semi-space-size=4', ...nodeArgs, join(folder, 'dist/apps/api/main.js')], env, folder);
  return await running(child, port, '/health/live');
}

/** One of the stand-ins of this folder. */
export async function startStandIn(name: 'apollo' | 'bare', databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const args = ['--import', './scripts/typescript.mjs', join(root, `bench/stand-ins/${name}.ts`)];
  return await running(start(args, { PORT: String(port), DATABASE_URL: databaseUrl }, root), port, '/');
}

async function running(child: ReturnType<typeof start>, port: number, path: string): Promise<Running> {
  const url = `http://127.0.0.1:${port}`;
  const opens = async (): Promise<true> => {
    if (child.exitCode !== null) throw new Error('it ended');
    const connection = new Connection(url);
    try {
      await Promise.race([
        connection.send(Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)),
        new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 2000)),
      ]);
    } catch (error) {
      if (!String(error).includes('without a length')) throw error;
    } finally {
      connection.close();
    }
    return true;
  };
  await until(opens, 60_000, `the server ${child.spawnargs.at(-1)}`, 20);
  return { pid: child.pid as number, url, stop: () => end(child) };
}
