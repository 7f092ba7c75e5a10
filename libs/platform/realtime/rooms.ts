import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Database, type Statement, type Tx } from '#platform/database';

/** Asked at every join and at every recheck: the policy's `read` of what the room is about. */
export type MayJoin = (actor: Actor, id: string) => Promise<boolean> | boolean;

/** What a room hears; `seq` has no gaps within a room. */
export interface RoomMessage {
  room: string;
  seq: number;
  kind: string;
  payload: unknown;
}

/** Numbers and keeps a message: $1 room, $2 kind, $3 payload. The row lock of the room orders its messages as their transactions commit. */
export const NUMBER_MESSAGE = `
  next as (
    insert into room (name, seq) values ($1, 1) on conflict (name) do update set seq = room.seq + 1 returning seq),
  told as (
    insert into room_message (room, seq, kind, payload) select $1, seq, $2, $3::jsonb from next returning seq)`;

const TELL: Statement = { name: 'room.tell', text: `with ${NUMBER_MESSAGE} select seq::int as seq from told` };

/**
 * Numbers many messages at once: $1 rooms, $2 kinds, $3 payloads, of one length. Several to one room keep their order; rooms are locked in the order of
 * their names, so that two senders wait for each other instead of locking each other out.
 */
const TELL_ALL: Statement = {
  name: 'room.tell_all',
  text: `
    with asked as (
      select room, kind, payload::jsonb as payload, row_number() over (partition by room order by place) as nth, count(*) over (partition by room) as many
        from unnest($1::text[], $2::text[], $3::text[]) with ordinality as told (room, kind, payload, place)),
    next as (
      insert into room (name, seq) select room, max(many) from asked group by room order by room
      on conflict (name) do update set seq = room.seq + excluded.seq returning name, seq),
    told as (
      insert into room_message (room, seq, kind, payload)
      select asked.room, next.seq - asked.many + asked.nth, asked.kind, asked.payload from asked join next on next.name = asked.room
      returning room, seq)
    select room, max(seq)::int as seq from told group by room`,
};

/** Rooms are audiences: a socket room holds those who may read the same things. Room names are `kind:id`. */
@Injectable()
export class Rooms {
  private readonly kinds = new Map<string, MayJoin>();
  private emit: (message: RoomMessage) => void = () => undefined;
  private recheckSockets: (personId: string | null) => Promise<void> = () => Promise.resolve();

  constructor(private readonly database: Database) {}

  /** Says who may be in the rooms of a kind. In onModuleInit. */
  define(kind: string, mayJoin: MayJoin): void {
    this.kinds.set(kind, mayJoin);
  }

  async mayJoin(actor: Actor, room: string): Promise<boolean> {
    const separator = room.indexOf(':');
    const rule = this.kinds.get(room.slice(0, separator));
    return rule ? await rule(actor, room.slice(separator + 1)) : false;
  }

  /** Tells a room, once the transaction is committed. The payload must be what everyone in the room may read. */
  async tell(tx: Tx, room: string, kind: string, payload: object): Promise<void> {
    const [row] = await this.database.run<{ seq: number }>(tx, TELL, [room, kind, JSON.stringify(payload)]);
    if (row) this.announce(tx, { room, seq: row.seq, kind, payload });
  }

  /** The same for many messages, with one statement. */
  async tellAll(tx: Tx, messages: Omit<RoomMessage, 'seq'>[]): Promise<void> {
    if (messages.length === 0) return;
    const values = [
      messages.map(({ room }) => room),
      messages.map(({ kind }) => kind),
      messages.map(({ payload }) => JSON.stringify(payload)),
    ];
    const lastSeqs = await this.database.run<{ room: string; seq: number }>(tx, TELL_ALL, values);
    for (const { room, seq } of lastSeqs) {
      const told = messages.filter((message) => message.room === room);
      for (const [index, message] of told.entries()) this.announce(tx, { ...message, seq: seq - told.length + 1 + index });
    }
  }

  /** Sends a message that was numbered in this transaction, once it is committed. */
  announce(tx: Tx, message: RoomMessage): void {
    this.database.afterCommit(tx, () => this.emit(message));
  }

  /** After a right was lost: takes the person's sockets out of every room that is no longer theirs, on every node, before it returns. */
  recheck(personId: string): Promise<void> {
    return this.recheckSockets(personId);
  }

  /** After a right was lost by many at once, such as the public of a community that closes: every socket asks again. */
  recheckAll(): Promise<void> {
    return this.recheckSockets(null);
  }

  /** The socket server connects itself here when it starts. */
  connect(emit: (message: RoomMessage) => void, recheckSockets: (personId: string | null) => Promise<void>): void {
    this.emit = emit;
    this.recheckSockets = recheckSockets;
  }
}
