import { Connection } from './connection.js';
import { processorTime, type Running } from './processes.js';

/** Something to ask, and how to see that the answer is right: the sentence that says what is wrong, or nothing. */
export interface Question {
  bytes: Buffer;
  wrong(body: unknown): string | undefined;
}

/** What a server did in one round. */
export interface Round {
  answers: number;
  perSecond: number;
  /** Milliseconds from question to answer, ascending. */
  times: number[];
  /** Processor time of the server and of Postgres, for one answer. */
  processorMs: number;
}

/** Who is measured: a server and the Postgres below it. */
export interface Measured {
  server: Running;
  postgresPid: number;
  /** Waits until the server is done with what came after the answers; that work counts, too. */
  quiet?: () => Promise<void>;
}

/** A wrong answer makes every number worthless. */
export class WrongAnswer extends Error {}

const known = new WeakMap<Question, Buffer>();

/** Looks at an answer; one that is the same to the byte as the right one before needs no second look. */
export function check(question: Question, status: number, body: Buffer): void {
  if (status === 200 && known.get(question)?.equals(body)) return;
  const reason = status === 200 ? question.wrong(JSON.parse(body.toString('utf8'))) : `status ${status}`;
  if (reason !== undefined) throw new WrongAnswer(`${reason}: ${body.toString('utf8', 0, 400)}`);
  known.set(question, body);
}

/** Asks for some seconds over some connections at once, and looks at every answer. */
export async function round(measured: Measured, next: () => Question, seconds: number, connections: number): Promise<Round> {
  const open = Array.from({ length: connections }, () => new Connection(measured.server.url));
  const times: number[] = [];
  const before = processorTime(measured.server.pid) + processorTime(measured.postgresPid);
  const begin = performance.now();
  const last = begin + seconds * 1000;
  try {
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < last) {
          const question = next();
          const asked = performance.now();
          const { status, body } = await connection.send(question.bytes);
          times.push(performance.now() - asked);
          check(question, status, body);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const took = performance.now() - begin;
  await measured.quiet?.();
  const used = processorTime(measured.server.pid) + processorTime(measured.postgresPid) - before;
  return {
    answers: times.length,
    perSecond: (times.length / took) * 1000,
    times: times.sort((a, b) => a - b),
    processorMs: used / times.length,
  };
}

/** Lets several take turns, some rounds each, after one that does not count; a neighbour's noise then meets all of them. */
export async function takeTurns<Name extends string>(
  takes: Record<Name, () => Promise<Round>>,
  warmUps: Record<Name, () => Promise<Round>>,
  rounds: number,
): Promise<Record<Name, Round[]>> {
  const names = Object.keys(takes) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Round[]])) as Record<Name, Round[]>;
  for (const name of names) await warmUps[name]();
  for (let i = 0; i < rounds; i++) for (const name of names) results[name].push(await takes[name]());
  return results;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The value below which the given part of an ascending list lies. */
export const percentile = (ascending: readonly number[], part: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? Number.NaN;
