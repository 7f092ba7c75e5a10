import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { io, type Socket } from 'socket.io-client';
import * as awareness from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Database } from '#platform/database';
import { buildCommunity } from '../communities/testing.js';
import { Documents } from './documents.service.js';
import type { LiveDocument } from './live-document.entity.js';
import { BODY } from './update-check.js';
import type { Answer } from './writing-messages.js';

/** What the factories and the test writer need of the test app. */
export interface WithSockets {
  database: Database;
  config: { baseUrl: string };
  listen(): Promise<string>;
  cookieOf(personId: string): Promise<string>;
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/** A live text of a kind for which the test has registered rules. */
export async function buildDocument(app: WithSockets, kind: string, communityId?: string): Promise<LiveDocument> {
  const id = communityId ?? (await buildCommunity(app)).id;
  return app.database.transaction((tx) => app.get(Documents).create(tx, { communityId: id, kind, id: randomUUID() }));
}

const REMOTE = 'server';

/** A writer as the web client is one: a Yjs document that keeps itself in step over the socket. Made for tests. */
export class TestWriter {
  readonly doc = new Y.Doc();
  readonly awareness = new awareness.Awareness(this.doc);
  /** Answers other than ok, in the order they came. */
  readonly refusals: { code: string; message: string }[] = [];
  /** Texts of inserts that the server has acknowledged. */
  readonly acknowledged: string[] = [];
  readonly heard: { event: string; message: Record<string, unknown> }[] = [];
  mayWrite = false;
  private readonly waiting = new Set<Promise<void>>();

  private constructor(
    readonly socket: Socket,
    readonly documentId: string,
  ) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE && this.socket.connected)
        this.sent(this.say('y:update', { documentId, update }), typeof origin === 'string' ? origin : null);
    });
    socket.onAny((event: string, message: Record<string, unknown>) => {
      this.heard.push({ event, message });
      if (event === 'y:update') Y.applyUpdate(this.doc, message['update'] as Uint8Array, REMOTE);
      if (event === 'y:awareness') awareness.applyAwarenessUpdate(this.awareness, message['update'] as Uint8Array, REMOTE);
      if (event === 'y:rights') this.mayWrite = message['mayWrite'] === true;
    });
  }

  /** Connects, joins and synchronises. `address` for another server than the app's own. */
  static async open(app: WithSockets, personId: string, documentId: string, address?: string): Promise<TestWriter> {
    const writer = new TestWriter(await connect(app, personId, address), documentId);
    const joined = await writer.join();
    if (joined.ok) return writer;
    writer.close();
    throw new Error(joined.code);
  }

  async join(): Promise<Answer> {
    const joined = await this.say('y:join', { documentId: this.documentId });
    if (!joined.ok) return joined;
    this.mayWrite = joined['mayWrite'] === true;
    const encoder = encoding.createEncoder();
    sync.writeSyncStep1(encoder, this.doc);
    const answer = await this.say('y:sync', { documentId: this.documentId, message: encoding.toUint8Array(encoder) });
    if (!answer.ok) return answer;
    for (const message of answer['messages'] as Uint8Array[]) {
      const reply = encoding.createEncoder();
      sync.readSyncMessage(decoding.createDecoder(new Uint8Array(message)), reply, this.doc, REMOTE);
      if (encoding.length(reply) > 0)
        this.sent(this.say('y:sync', { documentId: this.documentId, message: encoding.toUint8Array(reply) }), null);
    }
    await this.settled();
    return joined;
  }

  /** Any message, however wrong. */
  say(event: string, message: unknown): Promise<Answer> {
    return this.socket.timeout(10_000).emitWithAck(event, message) as Promise<Answer>;
  }

  /** Types into a paragraph, at its end when no place is given. */
  type(text: string, at?: number, paragraph = 0): void {
    this.doc.transact(() => {
      const words = this.paragraph(paragraph);
      words.insert(at ?? words.length, text);
    }, text);
  }

  newParagraph(): void {
    this.doc.getXmlFragment(BODY).push([new Y.XmlElement('paragraph')]);
  }

  paragraph(index: number): Y.XmlText {
    const element = this.doc.getXmlFragment(BODY).get(index) as Y.XmlElement;
    const first = element.get(0);
    if (first instanceof Y.XmlText) return first;
    const words = new Y.XmlText();
    element.insert(0, [words]);
    return words;
  }

  get text(): string {
    return this.doc
      .getXmlFragment(BODY)
      .toArray()
      .map((block) =>
        (block as Y.XmlElement)
          .toArray()
          .map((words) => (words as Y.XmlText).toJSON())
          .join(''),
      )
      .join('\n');
  }

  /** Until every change of ours is answered. */
  async settled(): Promise<void> {
    while (this.waiting.size > 0) await Promise.all(this.waiting);
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  async reconnect(): Promise<Answer> {
    this.socket.connect();
    await once(this.socket as never, 'connect');
    return this.join();
  }

  close(): void {
    this.socket.disconnect();
    this.awareness.destroy();
    this.doc.destroy();
  }

  private sent(answering: Promise<Answer>, text: string | null): void {
    const done = answering
      .then(
        (answer) => {
          if (!answer.ok) this.refusals.push(answer);
          else if (text !== null) this.acknowledged.push(text);
        },
        () => void this.refusals.push({ code: 'NO_ANSWER', message: '' }),
      )
      .finally(() => this.waiting.delete(done));
    this.waiting.add(done);
  }
}

/** A signed-in socket of the writing namespace. */
export async function connect(app: WithSockets, personId: string, address?: string): Promise<Socket> {
  const socket = io(`${address ?? (await app.listen())}/writing`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: await app.cookieOf(personId), origin: new URL(app.config.baseUrl).origin },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
