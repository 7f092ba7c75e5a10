import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server under measurement. */
export interface Running {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const TICK_MS = 10;
const children = new Set<ChildProcess>();

/** Starts a program of ours; what it complains about is shown. */
export function start(args: string[], env: Record<string, string>, cwd: string): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends it in order, or by force after a while. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(forced);
}

/** Ends all that are left. */
export const endAll = async (): Promise<void> => void (await Promise.all([...children].map(end)));

/** The next message of a child; an error when it ends instead. */
export async function said<Message>(child: ChildProcess): Promise<Message> {
  const leaving = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: leaving.signal }).then(([message]) => message as Message),
      once(child, 'exit', { signal: leaving.signal }).then(() =>
        Promise.reject(new Error(`a child of the bench ended: ${child.spawnargs.join(' ')}`)),
      ),
    ]);
  } finally {
    leaving.abort();
  }
}

/** Processor time that a process has used so far, and with it all that it has started, in milliseconds. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const [user, system, ofEndedUser, ofEndedSystem] = fields.slice(11, 15).map(Number);
  const own = ((user ?? 0) + (system ?? 0) + (ofEndedUser ?? 0) + (ofEndedSystem ?? 0)) * TICK_MS;
  return childrenOf(pid).reduce((sum, child) => sum + timeOrNothing(child), own);
}

function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
}

function timeOrNothing(pid: number): number {
  try {
    return processorTime(pid);
  } catch {
    return 0; // it ended meanwhile
  }
}

/** Memory that a process holds, in megabytes. */
export function memory(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** Asks until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>, withinMs: number, what: string, everyMs = 10): Promise<T> {
  for (const last = performance.now() + withinMs; performance.now() < last; await sleep(everyMs)) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error(`waited in vain for ${what}`);
}
