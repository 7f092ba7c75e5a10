import { spawn } from 'node:child_process';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { StartError } from '#platform/process';
import type { Binaries } from './binaries.js';
import { clusterMajor, makeOwned, type Home } from './home.js';

/** The role that owns everything in our own Postgres. */
export const ROLE = 'throughline';

/** Makes a new cluster; it appears in its place only when it is complete, so an interrupted start leaves nothing half made. */
export async function initialise(home: Home, binaries: Binaries, persistent: boolean): Promise<void> {
  const draft = await makeOwned(join(home.folder, 'init-'), home.operator);
  try {
    const passwordFile = join(draft, 'password');
    await writeFile(passwordFile, `${home.password}\n`, { mode: 0o600 });
    if (home.operator.uid !== undefined && home.operator.gid !== undefined) await chown(passwordFile, home.operator.uid, home.operator.gid);
    await runInitdb(home, binaries, join(draft, 'cluster'), passwordFile, persistent);
    await rename(join(draft, 'cluster'), home.cluster).catch(async (error: Error) => {
      // Another start at the same moment was quicker: its cluster is as good as ours.
      if ((await clusterMajor(home)) === undefined) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(home: Home, binaries: Binaries, cluster: string, passwordFile: string, persistent: boolean): Promise<void> {
  const locale = platform() === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  // The built-in provider sorts the same on every machine and survives library upgrades; Postgres has it since 17.
  const provider = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  const flags = [
    `--pgdata=${cluster}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...provider,
  ];
  if (!persistent) flags.push('--no-sync');
  const output = await new Promise<{ code: number | null; text: string }>((resolve, reject) => {
    const child = spawn(binaries.initdb, [...flags, `--locale=${locale}`, '--lc-messages=C', '--no-instructions'], {
      ...home.operator,
      cwd: home.folder,
      env: { TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text }));
  });
  if (output.code !== 0) throw new StartError(`Postgres could not make its database in ${home.folder}: ${lastWords(output.text)}.`);
}

/** The most telling line of a Postgres log, without its prefix and full stop. */
export function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /(?:FATAL|PANIC|initdb: error|error while loading)/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return telling.replace(/^.*?(?:FATAL|PANIC|initdb: error):\s*/, '').replace(/[.\s]+$/, '');
}
