import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartError } from '#platform/process';

/** The user as whom Postgres runs; without numbers it is ourselves. */
export interface Operator {
  readonly uid?: number;
  readonly gid?: number;
}

/** Postgres refuses to run as root: then it runs as the owner of the cluster, else as the machine's `postgres`, else as `nobody`. */
export async function chooseOperator(cluster: string): Promise<Operator> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(cluster).catch(() => undefined);
  const users = await readUsers();
  const chosen =
    users.find(({ uid }) => uid !== 0 && uid === owner?.uid) ?? users.find(isCalled('postgres')) ?? users.find(isCalled('nobody'));
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new StartError(
    'Postgres refuses to run as root and there is no other user for it: start as an ordinary user, or set DATABASE_URL.',
  );
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const isCalled = (name: string) => (user: User) => user.name === name;

async function readUsers(): Promise<User[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines.map((line) => line.split(':')).map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether the operator may enter this folder, which takes the right to pass through every folder above it. */
export async function canReach(operator: Operator, folder: string): Promise<boolean> {
  if (operator.uid === undefined) return true;
  for (let path = await realpath(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const bit = uid === operator.uid ? 0o100 : gid === operator.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
