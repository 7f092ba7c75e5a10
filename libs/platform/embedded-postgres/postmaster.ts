import { execFile } from 'node:child_process';
import { readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode } from '#platform/process';
import type { Home } from './home.js';

/** What the running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** The living server of this home; a pid file that names a dead or a foreign process counts as none. */
export async function findPostmaster(home: Home): Promise<Postmaster | undefined> {
  const lines = (await readFile(pidFile(home), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (await isPostmasterOf(home, pid)) return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  await disownPidFile(home, lines);
  return undefined;
}

/**
 * After a reboot the number in the pid file may belong to any program, and Postgres would then refuse to start. It does not mind its parent's number,
 * so that goes into the first line; the rest stays, because it needs it to see whether orphaned workers still use the shared memory.
 */
async function disownPidFile(home: Home, lines: string[]): Promise<void> {
  await writeFile(pidFile(home), [String(process.pid), ...lines.slice(1)].join('\n'));
}

function pidFile(home: Home): string {
  return join(home.cluster, 'postmaster.pid');
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function isPostmasterOf(home: Home, pid: number): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder !== undefined) return folder === home.cluster;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(home.cluster);
}

/** Asks the server to end: `SIGINT` cuts its clients off and keeps everything, `SIGQUIT` keeps nothing that is not flushed. */
export async function endPostmaster(pid: number, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (!signalTo(pid, signal)) return;
  if (await isGoneWithin(pid, 15_000)) return;
  signalTo(pid, 'SIGQUIT');
  if (await isGoneWithin(pid, 5_000)) return;
  signalTo(pid, 'SIGKILL');
  await isGoneWithin(pid, 2_000);
}

function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(15)) {
    if (!isAlive(pid) || (await isZombie(pid))) return true;
  }
  return false;
}

/** In a container whose first process does not collect orphans, an ended server stays in the process table for ever. */
async function isZombie(pid: number): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3) === 'Z';
}
