import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Namespace } from 'socket.io';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { Config } from '#platform/config';
import { NotFound } from '#platform/errors';
import { Log } from '#platform/log';
import { type AuthenticatedSocket, SocketServer } from '#platform/realtime';
import { Carets } from './carets.js';
import { Documents } from './documents.service.js';
import type { AcceptedChange, OpenDocument } from './open-document.js';
import { SocketAllowance } from './socket-allowance.js';
import { type Answer, answerOf, type Message, MESSAGES, refusalOf } from './writing-messages.js';
import { DamagedUpdate } from './writing.errors.js';

const CARETS_EVERY_MS = 100;
const TEXTS_PER_SOCKET = 20;
const ROOM = 'document:';
const tooMany: Answer = {
  ok: false,
  code: 'TOO_MANY',
  message: 'Too much at once. What you wrote is kept on your device and will be sent again.',
};

/** The socket side of live texts. The protocol is described in this module's README. */
@Injectable()
export class WritingSockets implements OnApplicationBootstrap {
  private readonly carets = new Map<string, Carets>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** Changes that were stored in the same moment and travel together. */
  private readonly news = new Map<string, { updates: Uint8Array[]; sender: string | null }>();
  private namespace!: Namespace;

  constructor(
    private readonly server: SocketServer,
    private readonly documents: Documents,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.namespace = this.server.namespace('/writing', (socket) => this.serve(socket));
    this.server.onRecheck((personId) => this.recheck(personId));
    this.documents.connect({
      change: (documentId, update, sender) => this.tellSoon(documentId, update, sender),
      rights: (document) => void this.lookAgain(document.id, this.idsIn(ROOM + document.id)),
      resynchronise: (documentId) => this.namespace.local.to(ROOM + documentId).emit('y:resync', { documentId }),
      isWatched: (documentId) => this.idsIn(ROOM + documentId).length > 0,
      stored: (documentId, change, personId) => this.elsewhere('stored', documentId, change, personId),
      refreshElsewhere: (documentId) => this.elsewhere('refresh', documentId),
    });
    this.namespace.on(
      'stored',
      (documentId: string, change: AcceptedChange, personId: string) => void this.documents.follow(documentId, change, personId),
    );
    this.namespace.on('refresh', (documentId: string) => void this.documents.refreshHere(documentId));
  }

  private serve(socket: AuthenticatedSocket): void {
    const changes = new SocketAllowance(300, 60);
    const moves = new SocketAllowance(60, 20);
    this.on(socket, 'y:join', changes, (message) => this.join(socket, message));
    this.on(socket, 'y:sync', changes, (message) => this.synchronise(socket, message));
    this.on(socket, 'y:update', changes, (message) => this.write(socket, message.documentId, message.update));
    this.on(socket, 'y:awareness', moves, (message) => this.move(socket, message));
    this.on(socket, 'y:leave', moves, ({ documentId }) => this.leave(socket, documentId));
    socket.on('disconnecting', () => {
      for (const documentId of this.textsOf(socket)) this.leaveCarets(documentId, socket.id);
    });
  }

  /** Whatever arrives: an answer, never a crash. */
  private on<Name extends keyof typeof MESSAGES>(
    socket: AuthenticatedSocket,
    name: Name,
    allowance: SocketAllowance,
    hear: (message: Message<Name>) => Promise<Answer> | Answer,
  ): void {
    const listen = socket.on.bind(socket) as (event: string, listener: (message: unknown, answer: unknown) => void) => void;
    listen(name, (message, acknowledge) => {
      const reply = typeof acknowledge === 'function' ? (acknowledge as (answer: Answer) => void) : () => undefined;
      if (!allowance.take()) return reply(tooMany);
      const parsed = MESSAGES[name].safeParse(message);
      if (!parsed.success) return reply(refusalOf(parsed.error));
      Promise.resolve()
        .then(() => hear(parsed.data as Message<Name>))
        .then(reply, (error: unknown) => {
          const expected = answerOf(error);
          if (!expected) this.log.error({ step: name }, error);
          reply(
            expected ?? {
              ok: false,
              code: 'INTERNAL',
              message: 'Something went wrong on our side. What you wrote is kept on your device.',
            },
          );
        });
    });
  }

  private async join(socket: AuthenticatedSocket, { documentId }: Message<'y:join'>): Promise<Answer> {
    if (this.textsOf(socket).length >= TEXTS_PER_SOCKET) return tooMany;
    const document = await this.openFor(socket, documentId);
    await socket.join(ROOM + documentId);
    const carets = this.carets.get(documentId)?.all();
    if (carets) socket.emit('y:awareness', { documentId, update: Buffer.from(carets) });
    return { ok: true, mayWrite: document.mayWrite(this.server.actorOf(socket)) };
  }

  private async synchronise(socket: AuthenticatedSocket, { documentId, message }: Message<'y:sync'>): Promise<Answer> {
    const { type, body } = readSync(message);
    if (type !== sync.messageYjsSyncStep1) return this.write(socket, documentId, body);
    const document = await this.openFor(socket, documentId);
    const missing = await this.missing(document, body);
    await this.openFor(socket, documentId); // the right may have gone while we waited
    return {
      ok: true,
      messages: [framed(sync.messageYjsSyncStep2, missing), framed(sync.messageYjsSyncStep1, Y.encodeStateVector(document.doc))],
    };
  }

  private async missing(document: OpenDocument, stateVector: Uint8Array): Promise<Uint8Array> {
    try {
      return await this.documents.missingFor(document, stateVector);
    } catch {
      throw new DamagedUpdate(); // a state vector that cannot be read
    }
  }

  private async write(socket: AuthenticatedSocket, documentId: string, update: Uint8Array): Promise<Answer> {
    const document = await this.openFor(socket, documentId);
    await this.documents.write(this.server.actorOf(socket), document, update, socket.id);
    return { ok: true };
  }

  private async move(socket: AuthenticatedSocket, { documentId, update }: Message<'y:awareness'>): Promise<Answer> {
    const document = await this.openFor(socket, documentId);
    if (!socket.rooms.has(ROOM + documentId)) throw new NotFound();
    const { personId, name } = this.server.actorOf(socket).signedIn;
    const carets = this.carets.get(documentId) ?? new Carets();
    this.carets.set(documentId, carets);
    const isMessage = carets.take(
      { socketId: socket.id, personId, name },
      update,
      (clientId) => (document.writers.get(clientId) ?? personId) === personId,
    );
    this.tellCaretsSoon(documentId);
    return isMessage
      ? { ok: true }
      : { ok: false, code: 'BAD_MESSAGE', message: 'This message is not one of the protocol: look at update.' };
  }

  private async leave(socket: AuthenticatedSocket, documentId: string): Promise<Answer> {
    await socket.leave(ROOM + documentId);
    this.leaveCarets(documentId, socket.id);
    return { ok: true };
  }

  /** The text, if the one who holds the socket may read it at this moment. */
  private async openFor(socket: AuthenticatedSocket, documentId: string): Promise<OpenDocument> {
    const document = await this.documents.get(this.server.actorOf(socket), documentId);
    if (!socket.connected || !document.mayRead(this.server.actorOf(socket))) throw new NotFound();
    return document;
  }

  /** After a right was lost: out of every text that is no longer theirs. When this returns, the person's last change is in or refused. */
  private async recheck(personId: string): Promise<void> {
    for (const id of this.idsIn(`own:${personId}`)) {
      const socket = this.socket(id);
      if (!socket) continue;
      for (const documentId of this.textsOf(socket)) await this.lookAgain(documentId, [id]);
    }
    await this.documents.settled();
  }

  private async lookAgain(documentId: string, socketIds: string[]): Promise<void> {
    for (const id of socketIds) {
      const socket = this.socket(id);
      if (!socket) continue;
      try {
        const document = await this.documents.get(this.server.actorOf(socket), documentId);
        socket.emit('y:rights', { documentId, mayWrite: document.mayWrite(this.server.actorOf(socket)) });
      } catch (error) {
        // Also when we cannot find out: rather cut out too many than too few.
        await this.leave(socket, documentId);
        socket.emit('y:closed', { documentId, ...(answerOf(error) ?? answerOf(new NotFound())) });
      }
    }
  }

  private leaveCarets(documentId: string, socketId: string): void {
    const carets = this.carets.get(documentId);
    if (!carets) return;
    carets.leave(socketId);
    this.tellCaretsSoon(documentId);
  }

  /** At most ten times a second and text, all that moved together. */
  private tellCaretsSoon(documentId: string): void {
    if (this.timers.has(documentId)) return;
    const tellNow = () => {
      this.timers.delete(documentId);
      const carets = this.carets.get(documentId);
      const news = carets?.news();
      if (news) this.tell(documentId, 'y:awareness', news, null);
      if (carets?.isEmpty) this.carets.delete(documentId);
    };
    this.timers.set(documentId, setTimeout(tellNow, CARETS_EVERY_MS).unref());
  }

  /** What was stored with one statement is one message: under load there are fewer and larger ones. */
  private tellSoon(documentId: string, update: Uint8Array, sender: string | null): void {
    const waiting = this.news.get(documentId);
    if (waiting) {
      waiting.updates.push(update);
      if (waiting.sender !== sender) waiting.sender = null; // several writers: each gets their own words back, which changes nothing
      return;
    }
    const news = { updates: [update], sender };
    this.news.set(documentId, news);
    setImmediate(() => {
      this.news.delete(documentId);
      const [first = update] = news.updates;
      this.tell(documentId, 'y:update', news.updates.length === 1 ? first : Y.mergeUpdates(news.updates), news.sender);
    });
  }

  private tell(documentId: string, event: 'y:update' | 'y:awareness', update: Uint8Array, except: string | null): void {
    const room = this.namespace.to(ROOM + documentId);
    (except ? room.except(except) : room).emit(event, { documentId, update: Buffer.from(update) });
  }

  private elsewhere(event: 'stored' | 'refresh', ...what: unknown[]): void {
    if (this.config.redisUrl) this.namespace.serverSideEmit(event, ...what);
  }

  private socket(id: string): AuthenticatedSocket | undefined {
    return this.namespace.sockets.get(id) as unknown as AuthenticatedSocket | undefined;
  }

  private idsIn(room: string): string[] {
    return [...(this.namespace.adapter.rooms.get(room) ?? [])];
  }

  private textsOf(socket: AuthenticatedSocket): string[] {
    return [...socket.rooms].filter((room) => room.startsWith(ROOM)).map((room) => room.slice(ROOM.length));
  }
}

function readSync(message: Uint8Array): { type: number; body: Uint8Array } {
  try {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (type > sync.messageYjsUpdate) throw new DamagedUpdate();
    return { type, body };
  } catch {
    throw new DamagedUpdate();
  }
}

function framed(type: number, body: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return Buffer.from(encoding.toUint8Array(encoder));
}
