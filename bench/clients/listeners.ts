import { cookieOf } from '../ids.js';
import { PlainSocket } from './plain-socket.js';

/** A process that holds many sockets in one room and writes down when each of them heard of which reply. */
interface Order {
  url: string;
  room: string;
  sockets: number;
}

const now = () => performance.timeOrigin + performance.now();
/** When the sockets heard the reply of this position. */
const heard = new Map<number, number[]>();
const open: PlainSocket[] = [];
const ID = /"position":(\d+)/;

process.on('message', (order: Order | 'tell') => {
  if (order === 'tell') {
    process.send?.([...heard]);
    heard.clear();
    return;
  }
  connectAll(order).then(
    () => process.send?.('ready'),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

async function connectAll({ url, room, sockets }: Order): Promise<void> {
  for (const socket of open.splice(0)) socket.close();
  let next = 0;
  // Sixteen at a time: signing in is not what we measure here.
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < sockets) await connectOne(url, room, ++next);
    }),
  );
}

async function connectOne(url: string, room: string, person: number): Promise<void> {
  const hear = (text: string) => {
    if (!text.includes('"post-added"')) return;
    const position = Number(ID.exec(text)?.[1]);
    const times = heard.get(position);
    if (times) times.push(now());
    else heard.set(position, [now()]);
  };
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const socket = new PlainSocket(url, cookieOf(person), room, hear, (error) => fail(error));
  open.push(socket);
  const { ok } = await Promise.race([socket.joined(), failed]);
  if (!ok) throw new Error(`person ${person} may not join ${room}`);
}
