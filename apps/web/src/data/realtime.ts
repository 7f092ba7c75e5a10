import type { Socket } from 'socket.io-client';
import { RoomSequence, type RoomMessage } from './room-sequence.js';

/** How the line stands: the offline band and the screens show it. */
export type LineState = 'idle' | 'connecting' | 'open' | 'lost';

type JoinAnswer = { ok: true; seq: number; missed?: RoomMessage[]; refetch?: boolean } | { ok: false };

/** What a screen does with its room. */
export type RoomListener = {
  onMessage: (message: RoomMessage) => void;
  /** Too much was missed to be sent one by one. */
  onRefetch: () => void;
  /** The right to read was lost. */
  onLeft?: () => void;
};

type Room = { sequence: RoomSequence; listeners: Set<RoomListener>; gap: ReturnType<typeof setTimeout> | null };

/** A gap that does not close by itself within this time is asked for. */
const gapPatienceMs = 1000;

/**
 * The one connection of this page. It joins rooms, puts their messages in order, and after a broken line asks for what was missed.
 * Nothing here polls: without a WebSocket, socket.io's own fallback carries the messages.
 */
class Realtime {
  private socket: Promise<Socket> | null = null;
  private connected: Socket | null = null;
  private readonly rooms = new Map<string, Room>();
  private readonly watchers = new Set<() => void>();
  private state: LineState = 'idle';
  private stale = false;

  /** For useSyncExternalStore. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly line = (): LineState => this.state;

  /** Whether the server has been renewed since this page was loaded. */
  readonly isStale = (): boolean => this.stale;

  /** The socket itself, for the writing desk, which speaks its own protocol in its own namespace. */
  open(): Promise<Socket> {
    this.socket ??= import('socket.io-client').then(({ io }) => {
      // WebSocket first: its handshake names the origin, which the server asks for; polling is for lines that carry nothing else.
      const socket = io({ path: '/socket.io', transports: ['websocket', 'polling'], tryAllTransports: true });
      socket.on('connect', () => {
        this.connected = socket;
        this.become('open');
        for (const room of this.rooms.keys()) this.join(room);
      });
      socket.on('disconnect', () => {
        this.connected = null;
        this.become('lost');
      });
      socket.on('connect_error', () => this.become('lost'));
      socket.on('message', (message: RoomMessage) => this.receive(message));
      socket.on('left', ({ room }: { room: string }) => this.lose(room));
      socket.on('stale', () => {
        this.stale = true;
        this.tellWatchers();
      });
      return socket;
    });
    if (this.state === 'idle') this.become('connecting');
    return this.socket;
  }

  /** After signing out: nothing of the account stays on the line. */
  async close(): Promise<void> {
    const socket = await this.socket;
    this.socket = null;
    this.connected = null;
    this.rooms.clear();
    socket?.disconnect();
    this.become('idle');
  }

  /** Listens to a room until the returned function is called. `since` is the sequence the fetched page already contains. */
  listen(name: string, listener: RoomListener, since: number | null = null): () => void {
    const room = this.rooms.get(name) ?? this.newRoom(name, since);
    room.listeners.add(listener);
    void this.open();
    return () => {
      room.listeners.delete(listener);
      // A screen that renders again leaves and comes back in the same breath.
      setTimeout(() => {
        if (room.listeners.size > 0 || this.rooms.get(name) !== room) return;
        this.drop(name);
        this.connected?.emit('leave', { room: name });
      }, 0);
    };
  }

  private newRoom(name: string, since: number | null): Room {
    const room: Room = {
      sequence: new RoomSequence((message) => room.listeners.forEach((listener) => listener.onMessage(message)), since),
      listeners: new Set(),
      gap: null,
    };
    this.rooms.set(name, room);
    this.join(name);
    return room;
  }

  private join(name: string): void {
    const room = this.rooms.get(name);
    if (!room || !this.connected) return;
    const since = room.sequence.lastSeq;
    this.connected.emit('join', { room: name, ...(since !== null && { since }) }, (answer: JoinAnswer) => {
      if (this.rooms.get(name) !== room) return;
      if (!answer.ok) return this.lose(name);
      if (answer.refetch) {
        room.sequence.restart(answer.seq);
        room.listeners.forEach((listener) => listener.onRefetch());
      } else {
        room.sequence.catchUp(answer.seq, answer.missed ?? []);
        // What was said between the first fetch and this join is in neither of them.
        if (since === null) room.listeners.forEach((listener) => listener.onRefetch());
      }
    });
  }

  private receive(message: RoomMessage): void {
    const room = this.rooms.get(message.room);
    if (!room) return;
    room.sequence.receive(message);
    if (!room.sequence.hasGap && room.gap) {
      clearTimeout(room.gap);
      room.gap = null;
    }
    if (room.sequence.hasGap && !room.gap) {
      room.gap = setTimeout(() => {
        room.gap = null;
        if (room.sequence.hasGap) this.join(message.room);
      }, gapPatienceMs);
    }
  }

  private lose(name: string): void {
    const listeners = this.rooms.get(name)?.listeners;
    this.drop(name);
    listeners?.forEach((listener) => listener.onLeft?.());
  }

  private drop(name: string): void {
    const room = this.rooms.get(name);
    if (room?.gap) clearTimeout(room.gap);
    this.rooms.delete(name);
  }

  private become(state: LineState): void {
    if (this.state === state) return;
    this.state = state;
    this.tellWatchers();
  }

  private tellWatchers(): void {
    this.watchers.forEach((watcher) => watcher());
  }
}

/** The page's connection. */
export const realtime = new Realtime();
