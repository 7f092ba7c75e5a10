import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server as HttpServer } from 'node:http';
import { type Namespace, Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { Actor, Authentication } from '#platform/auth';
import { Config } from '#platform/config';
import { Database, type Statement } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Log } from '#platform/log';
import { allowedOrigins, isOwnOrigin } from './origin.js';
import { Rooms, type RoomMessage } from './rooms.js';

/** What we keep of a socket: who holds it, and the cookie to ask again. */
export interface SocketData {
  actor: Actor;
  cookie: string;
  events: number[];
}

export type AuthenticatedSocket = Socket<
  Record<string, (...args: never[]) => void>,
  Record<string, (...args: unknown[]) => void>,
  object,
  SocketData
>;

/** What a client gets that asks for a room; never why it may not have it. */
type JoinAnswer =
  | { ok: true; seq: number; missed: RoomMessage[] }
  | { ok: true; seq: number; refetch: true }
  | { ok: false; code: string; message: string };

const JOIN = z
  .object({
    room: z
      .string()
      .max(100)
      .regex(/^[a-z-]+:[A-Za-z0-9-]+$/),
    since: z.number().int().nonnegative().optional(),
  })
  .strict();
const LEAVE = JOIN.pick({ room: true });
const SOCKETS_PER_PERSON = 30;
const ROOMS_PER_SOCKET = 200;
const EVENTS_PER_SECOND = 60;
/** More than this and the client fetches afresh. */
const MISSED_AT_MOST = 500;
const REAUTHENTICATE_EVERY_MS = 5 * 60_000;

const CURRENT: Statement = { name: 'room.current', text: 'select seq::int as seq from room where name = $1' };
const MISSED: Statement = {
  name: 'room.missed',
  text: `select seq::int as seq, kind, payload from room_message where room = $1 and seq > $2 order by seq limit ${MISSED_AT_MOST + 1}`,
};

const wrong = { ok: false, code: 'BAD_MESSAGE', message: 'This message is not one of the protocol.' } as const;
const closed = { ok: false, code: 'NOT_FOUND', message: 'There is nothing here, or it is not open to you.' } as const;

/** The socket.io server. Sockets carry no commands, only joining and leaving; rights are asked at join, and again whenever one may have been lost. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly io: Server<
    Record<string, never>,
    Record<string, never>,
    { recheck: (personId: string | null, done: () => void) => void },
    SocketData
  >;
  private readonly afterRecheck: ((personId: string) => Promise<void>)[] = [];
  private sweep?: NodeJS.Timeout;
  private redis?: { quit(): Promise<unknown> };

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly authentication: Authentication,
    private readonly rooms: Rooms,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {
    const origins = allowedOrigins(config);
    this.io = new Server({
      path: '/socket.io',
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 300_000,
      allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, origins)),
    });
    this.jobs.define('realtime.trim', () => this.trim(), '17 3 * * *');
  }

  async onApplicationBootstrap(): Promise<void> {
    const http = this.host.httpAdapter?.getHttpServer() as HttpServer | undefined;
    if (http) this.io.attach(http);
    if (this.config.redisUrl) await this.shareRooms(this.config.redisUrl);
    this.authenticated(this.io.of('/'), (socket) => this.serve(socket));
    this.io.on('recheck', (personId, done) => void this.recheckLocal(personId).finally(done));
    this.rooms.connect(
      (message) => this.io.to(message.room).emit('message' as never, message as never),
      (personId) => this.recheckEverywhere(personId),
    );
    this.sweep = setInterval(() => void this.reauthenticateAll(), REAUTHENTICATE_EVERY_MS).unref();
  }

  /** Ends every connection: before the port is closed, because closing waits for all that are open. */
  disconnectAll(): void {
    clearInterval(this.sweep);
    this.io.engine?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    this.disconnectAll();
    await this.redis?.quit();
  }

  /** Opens a namespace of a module's own; its sockets are signed in before `serve` sees them. */
  namespace(name: `/${string}`, serve: (socket: AuthenticatedSocket) => void): Namespace {
    const namespace = this.io.of(name) as unknown as Namespace;
    this.authenticated(namespace, serve);
    return namespace;
  }

  actorOf(socket: AuthenticatedSocket): Actor {
    return socket.data.actor;
  }

  /** For namespaces that keep rights of their own: called after a person's sockets got their rights anew. */
  onRecheck(task: (personId: string) => Promise<void>): void {
    this.afterRecheck.push(task);
  }

  private authenticated(namespace: { use: Namespace['use']; on: Namespace['on'] }, serve: (socket: AuthenticatedSocket) => void): void {
    namespace.use((socket, next) => {
      void this.signIn(socket as unknown as AuthenticatedSocket).then(
        (ok) => next(ok ? undefined : new Error('UNAUTHENTICATED')),
        (error: unknown) => {
          this.log.error({ step: 'socket sign-in' }, error);
          next(new Error('INTERNAL'));
        },
      );
    });
    namespace.on('connection', (socket) => {
      const own = socket as unknown as AuthenticatedSocket;
      // A person's own sockets on this namespace, to find them again at a recheck.
      void own.join(`own:${own.data.actor.personId}`);
      own.use((_, next) => (this.isFlooding(own.data) ? own.disconnect(true) : next()));
      serve(own);
    });
  }

  private async signIn(socket: AuthenticatedSocket): Promise<boolean> {
    const cookie = socket.handshake.headers.cookie ?? '';
    const actor = await this.authentication.actorOf({ cookie });
    if (!actor.isSignedIn) return false;
    const open = this.io.of('/').adapter.rooms.get(`own:${actor.personId}`)?.size ?? 0;
    if (open >= SOCKETS_PER_PERSON) return false;
    socket.data = { actor, cookie, events: [] };
    return true;
  }

  private isFlooding(data: SocketData): boolean {
    const now = performance.now();
    data.events.push(now);
    while (data.events.length > 0 && now - (data.events[0] ?? 0) > 1000) data.events.shift();
    return data.events.length > EVENTS_PER_SECOND * 5;
  }

  private serve(socket: AuthenticatedSocket): void {
    const on = socket.on.bind(socket) as (event: string, hear: (message: unknown, answer: unknown) => void) => void;
    on('join', (message, answer) => {
      const parsed = JOIN.safeParse(message);
      const reply = typeof answer === 'function' ? (answer as (value: JoinAnswer) => void) : () => undefined;
      if (!parsed.success) return reply(wrong);
      this.join(socket, parsed.data.room, parsed.data.since).then(reply, (error: unknown) => {
        this.log.error({ step: 'join' }, error);
        reply({ ok: false, code: 'INTERNAL', message: 'Something went wrong on our side. Try again.' });
      });
    });
    on('leave', (message) => {
      const parsed = LEAVE.safeParse(message);
      if (parsed.success) void socket.leave(parsed.data.room);
    });
  }

  private async join(socket: AuthenticatedSocket, room: string, since?: number): Promise<JoinAnswer> {
    if (socket.rooms.size > ROOMS_PER_SOCKET)
      return { ok: false, code: 'TOO_MANY', message: 'This connection follows too many things. Reload the page.' };
    if (!(await this.rooms.mayJoin(socket.data.actor, room))) return closed;
    // First the room, then its number: a message in between arrives twice, and the client drops the second; never none.
    await socket.join(room);
    // The right may have gone while we were joining.
    if (!(await this.rooms.mayJoin(socket.data.actor, room))) {
      await socket.leave(room);
      return closed;
    }
    const [current] = await this.database.read<{ seq: number }>(CURRENT, [room]);
    const seq = current?.seq ?? 0;
    if (since === undefined || since === seq) return { ok: true, seq, missed: [] };
    if (since > seq) return { ok: true, seq, refetch: true };
    const missed = await this.database.read<Omit<RoomMessage, 'room'>>(MISSED, [room, since]);
    const gapless = missed.length <= MISSED_AT_MOST && missed[0]?.seq === since + 1;
    if (!gapless) return { ok: true, seq, refetch: true };
    return { ok: true, seq: missed.at(-1)?.seq ?? seq, missed: missed.map((message) => ({ room, ...message })) };
  }

  private async recheckEverywhere(personId: string | null): Promise<void> {
    await this.recheckLocal(personId);
    if (this.config.redisUrl) await this.io.serverSideEmitWithAck('recheck', personId);
  }

  private recheckLocal(personId: string | null): Promise<void> {
    return personId === null ? this.reauthenticateAll() : this.recheckHere(personId);
  }

  private async recheckHere(personId: string): Promise<void> {
    for (const namespace of ['/', '/writing']) {
      const here = this.io.of(namespace);
      const ids = [...(here.adapter.rooms.get(`own:${personId}`) ?? [])];
      for (const id of ids) {
        const socket = here.sockets.get(id) as unknown as AuthenticatedSocket | undefined;
        if (socket) await this.recheckSocket(socket);
      }
    }
    for (const task of this.afterRecheck) await task(personId);
  }

  private async recheckSocket(socket: AuthenticatedSocket): Promise<void> {
    const actor = await this.authentication.actorOf({ cookie: socket.data.cookie });
    if (!actor.isSignedIn) return void socket.disconnect(true);
    socket.data.actor = actor;
    if (socket.nsp.name !== '/') return; // a namespace of a module's own asks its own rule
    for (const room of socket.rooms) {
      if (room === socket.id || room.startsWith('own:')) continue;
      if (await this.rooms.mayJoin(actor, room)) continue;
      await socket.leave(room);
      socket.emit('left', { room });
    }
  }

  private async reauthenticateAll(): Promise<void> {
    const people = new Set<string>();
    for (const socket of this.io.of('/').sockets.values()) people.add((socket.data as SocketData).actor.personId);
    for (const personId of people) {
      await this.recheckHere(personId).catch((error: unknown) => this.log.error({ step: 'recheck' }, error));
    }
  }

  private async shareRooms(url: string): Promise<void> {
    const [{ createAdapter }, { createClient }] = await Promise.all([import('@socket.io/redis-streams-adapter'), import('redis')]);
    const client = createClient({ url });
    client.on('error', (error: unknown) => this.log.error({ step: 'redis' }, error));
    await client.connect();
    this.redis = client;
    this.io.adapter(createAdapter(client));
  }

  /** Two days are enough to resume; later, a client fetches afresh. */
  private async trim(): Promise<void> {
    await this.database.pool.query(`delete from room_message where at < now() - interval '2 days'`);
    await this.database.pool.query(`delete from mutation_key where created_at < now() - interval '7 days'`);
  }
}
