import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.js';
import { idOf } from './ids.js';
import { end, memory, type Running, said, start } from './processes.js';
import { replyTo } from './questions.js';
import { check, percentile, WrongAnswer } from './rounds.js';

/** How long it took until everybody in the room had heard of a reply. */
export interface FanOut {
  p50: number;
  p99: number;
  perSecond: number;
  /** Megabytes of the server while all sockets were open. */
  memory: number;
}

const root = join(import.meta.dirname, '..');
const now = () => performance.timeOrigin + performance.now();
const GAP_MS = 250;
/** In a burst, so many replies come at once. */
const BURST = 20;

/** Opens sockets in the room of a thread, sends replies one by one, then a burst, and looks whether each socket heard each reply once. */
export async function fanOut(
  asked: 'bare' | 'ours',
  server: Running,
  origin: string,
  sockets: number,
  thread: number,
  times: number,
): Promise<FanOut> {
  const child = start(['--import', './scripts/typescript.mjs', join(root, 'bench/clients/listeners.ts')], {}, root);
  const connection = new Connection(server.url);
  try {
    child.send({ url: server.url, room: `thread:${idOf('thread', thread)}`, sockets });
    await said(child);
    await sleep(300);
    const held = memory(server.pid);
    await one(asked, connection, origin, thread, 0); // the first reply opens connections to the database
    await sleep(GAP_MS);
    await told(child);

    const sentAt = new Map<number, number>();
    for (let i = 0; i < times; i++) {
      const { position, at } = await one(asked, connection, origin, thread, i);
      sentAt.set(position, at);
      await sleep(GAP_MS);
    }
    const delays = delaysOf(await told(child), sentAt, sockets);

    const begin = now();
    const burst = new Map<number, number>();
    for (let i = 0; i < BURST; i++) {
      const { position } = await one(asked, connection, origin, thread, i);
      burst.set(position, begin);
    }
    await sleep(1500);
    const arrivals = delaysOf(await told(child), burst, sockets);
    return {
      p50: percentile(delays, 0.5),
      p99: percentile(delays, 0.99),
      perSecond: (arrivals.length / (arrivals.at(-1) ?? Number.NaN)) * 1000,
      memory: held,
    };
  } finally {
    connection.close();
    await end(child);
  }
}

async function told(child: ReturnType<typeof start>): Promise<Map<number, number[]>> {
  child.send('tell');
  return new Map(await said<[number, number[]][]>(child));
}

async function one(
  asked: 'bare' | 'ours',
  connection: Connection,
  origin: string,
  thread: number,
  i: number,
): Promise<{ position: number; at: number }> {
  const question = replyTo(asked, origin, thread, 1 + (i % 20));
  const at = now();
  const { status, body } = await connection.send(question.bytes);
  check(question, status, body);
  const position = Number(/"position":(\d+)/.exec(body.toString('utf8'))?.[1]);
  return { position, at };
}

function delaysOf(heard: Map<number, number[]>, sentAt: Map<number, number>, sockets: number): number[] {
  const delays: number[] = [];
  for (const [position, at] of sentAt) {
    const arrivals = heard.get(position) ?? [];
    if (arrivals.length !== sockets) throw new WrongAnswer(`${arrivals.length} of ${sockets} sockets heard of post ${position}`);
    delays.push(...arrivals.map((arrival) => arrival - at));
  }
  return delays.sort((a, b) => a - b);
}
