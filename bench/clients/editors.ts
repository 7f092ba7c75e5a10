import { setTimeout as sleep } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { io, type Socket } from 'socket.io-client';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { cookieOf } from '../ids.js';

/** A process in which many people type into one text, and which writes down when each change was confirmed and when the others heard it. */
export interface Order {
  url: string;
  documentId: string;
  editors: number;
  perSecond: number;
  seconds: number;
}

/** Milliseconds from typing to the confirmation, and to every other editor; and whether the text of the server has every word once. */
export interface Report {
  typed: number;
  confirmed: number[];
  heard: number[];
  wrong: string | null;
}

interface Answer {
  ok: boolean;
  code?: string;
  messages?: Uint8Array[];
}

interface Editor {
  socket: Socket;
  doc: Y.Doc;
  words: Y.XmlText;
}

const MARK = /k\d{3}n\d{5}/g;

process.on('message', (order: Order) => {
  perform(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

async function perform(order: Order): Promise<Report> {
  const typedAt = new Map<string, number>();
  const report: Report = { typed: 0, confirmed: [], heard: [], wrong: null };
  const marks: string[] = [];
  const editors: Editor[] = [];
  for (let n = 1; n <= order.editors; n++) {
    const editor = await open(order, n);
    editor.socket.on('y:update', ({ update }: { update: Uint8Array }) => {
      const now = performance.now();
      for (const [mark] of Buffer.from(update).toString('latin1').matchAll(MARK)) {
        const at = typedAt.get(mark);
        // Changes of several may come in one message, one's own among them.
        const isOwn = Number(mark.slice(1, 4)) === n - 1;
        if (at !== undefined && !isOwn) report.heard.push(now - at);
      }
    });
    editors.push(editor);
  }
  // Paragraphs of one's own are there before anyone counts.
  await sleep(500);
  const last = performance.now() + order.seconds * 1000;
  const gap = 1000 / order.perSecond;
  await Promise.all(
    editors.map(async ({ socket, doc, words }, index) => {
      await sleep((gap * index) / editors.length);
      for (let due = performance.now(), n = 0; due < last; due += gap, n++) {
        await sleep(Math.max(0, due - performance.now()));
        const mark = `k${String(index).padStart(3, '0')}n${String(n).padStart(5, '0')}`;
        let update: Uint8Array | undefined;
        doc.once('update', (made: Uint8Array) => (update = made));
        const at = performance.now();
        typedAt.set(mark, at);
        marks.push(mark);
        words.insert(words.length, `${mark} `);
        void say(socket, 'y:update', { documentId: order.documentId, update }).then((answer) => {
          if (!answer.ok) report.wrong ??= `a change was refused: ${answer.code}`;
          report.confirmed.push(performance.now() - at);
        });
      }
    }),
  );
  for (let i = 0; i < 100 && report.confirmed.length < marks.length; i++) await sleep(50);
  await sleep(300);
  report.typed = marks.length;
  const expected = marks.length * (order.editors - 1);
  if (report.confirmed.length !== marks.length) report.wrong ??= `${report.confirmed.length} of ${marks.length} changes were confirmed`;
  if (report.heard.length !== expected) report.wrong ??= `${report.heard.length} of ${expected} deliveries arrived`;
  for (const { socket, doc } of editors) {
    socket.disconnect();
    doc.destroy();
  }
  report.confirmed.sort((a, b) => a - b);
  report.heard.sort((a, b) => a - b);
  return report;
}

async function open({ url, documentId }: Order, person: number): Promise<Editor> {
  const origin = url.replace('127.0.0.1', 'localhost');
  const socket = io(`${url}/writing`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: cookieOf(person), origin },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const doc = new Y.Doc();
  await must(socket, 'y:join', { documentId });
  const encoder = encoding.createEncoder();
  sync.writeSyncStep1(encoder, doc);
  const { messages = [] } = await must(socket, 'y:sync', { documentId, message: encoding.toUint8Array(encoder) });
  // The first message is the server's text; the second asks for ours, and we have none.
  sync.readSyncMessage(decoding.createDecoder(new Uint8Array(messages[0] as Uint8Array)), encoding.createEncoder(), doc, null);
  const words = new Y.XmlText();
  let update: Uint8Array | undefined;
  doc.once('update', (made: Uint8Array) => (update = made));
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [words]);
  doc.getXmlFragment('body').push([paragraph]);
  await must(socket, 'y:update', { documentId, update });
  return { socket, doc, words };
}

const say = (socket: Socket, event: string, message: unknown): Promise<Answer> =>
  socket.timeout(20_000).emitWithAck(event, message) as Promise<Answer>;

async function must(socket: Socket, event: string, message: unknown): Promise<Answer> {
  const answer = await say(socket, event, message);
  if (!answer.ok) throw new Error(`${event}: ${answer.code}`);
  return answer;
}
