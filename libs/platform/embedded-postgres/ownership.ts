import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive } from './postmaster.js';

interface Owner {
  readonly pid: number;
  /** When the process began, in the kernel's ticks; tells it from a later process of the same number. */
  readonly began: string;
}

/** Writes down that the server is ours to stop. */
export async function takeOwnership(file: string): Promise<void> {
  const owner: Owner = { pid: process.pid, began: await beganAt(process.pid) };
  await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
}

/** The server has no owner any more. */
export async function giveUpOwnership(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Who must stop the server: nobody has said so yet, this process, another living one, or one that has died. */
export type OwnerState = 'none' | 'self' | 'another' | 'dead';

/** Reads who started the server. */
export async function ownerState(file: string): Promise<OwnerState> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text === '') return 'none';
  try {
    const owner = JSON.parse(text) as Owner;
    if (owner.pid === process.pid && owner.began === (await beganAt(process.pid))) return 'self';
    return isAlive(owner.pid) && owner.began === (await beganAt(owner.pid)) ? 'another' : 'dead';
  } catch {
    return 'dead';
  }
}

async function beganAt(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets and may hold spaces; the 22nd is the start.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
