import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Statement, storingKey, type Tx } from '#platform/database';
import { outcomeOf, type Outcomes } from '#platform/jobs';
import { NUMBER_MESSAGE, Rooms } from '#platform/realtime';
import type { DomainEvent, EventPayloads } from './index.js';

/** Must be idempotent: keyed on event and listener, it may run again after a crash. */
export type Listener<Name extends keyof EventPayloads> = (event: DomainEvent<Name>) => Promise<void>;

/** The same for events that come often: it hears all that wait at once. */
export type ManyListener<Name extends keyof EventPayloads> = (events: DomainEvent<Name>[]) => Promise<void>;

/** An event on its way to one listener. */
export interface Delivery {
  id: string;
  name: keyof EventPayloads;
  listener: string;
  occurredAt: string;
  payload: unknown;
}

/** The event, and a note that nobody has heard it yet. */
const store = (first: number): string => `
  stored as (
    insert into event (id, name, payload, occurred_at) values ($${first}, $${first + 1}, $${first + 2}, $${first + 3})),
  waits as (insert into event_waiting (event_id) values ($${first}))`;

const STORE: Statement = { name: 'event.store', text: `with ${store(1)} select` };
/** One round trip for all: a reply is sent too often to pay for three. The key comes after the room, as it does elsewhere. */
const STORE_AND_TELL: Statement = {
  name: 'event.store_and_tell',
  text: `with ${NUMBER_MESSAGE}, ${store(4)}, ${storingKey(8)} select seq::int as seq, exists (select from keyed) as "isKeyed" from told`,
};

/** What modules tell each other: stored in the caller's transaction, so a crash loses nothing and a rollback says nothing. `Hearing` brings it to the listeners. */
@Injectable()
export class Events {
  private readonly listeners = new Map<string, Map<string, ManyListener<never>>>();
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
  ) {}

  /** Hears an event. `listener` is a stable name, e.g. `notifications.tell-mentioned`. Call it in onModuleInit. */
  listen<Name extends keyof EventPayloads>(name: Name, listener: string, hear: Listener<Name>): void {
    this.listenMany(name, listener, async (events: DomainEvent<Name>[]) => {
      for (const event of events) await hear(event);
    });
  }

  /** Hears all events that wait, as one. When it fails they come again one by one, so that one that cannot be heard does not hold up the others. */
  listenMany<Name extends keyof EventPayloads>(name: Name, listener: string, hear: ManyListener<Name>): void {
    const named = this.listeners.get(name) ?? new Map<string, ManyListener<never>>();
    named.set(listener, hear as unknown as ManyListener<never>);
    this.listeners.set(name, named);
  }

  /** Says that something happened. */
  async publish<Name extends keyof EventPayloads>(tx: Tx, name: Name, payload: EventPayloads[Name]): Promise<void> {
    await this.database.run(tx, STORE, this.eventOf(tx, name, payload));
  }

  /**
   * As publish, tells a room and, within `once`, stores the mutation key with the same statement: `resultId` is what `once` is to answer again. Last in its
   * transaction, because the room's lock orders what it hears.
   */
  async publishAndTell<Name extends keyof EventPayloads>(
    tx: Tx,
    name: Name,
    payload: EventPayloads[Name],
    news: { room: string; kind: string; payload: object },
    resultId: string,
  ): Promise<void> {
    const key = this.database.keyWith(tx, resultId);
    const values = [news.room, news.kind, JSON.stringify(news.payload), ...this.eventOf(tx, name, payload), ...key.values];
    const [row] = await this.database.run<{ seq: number; isKeyed: boolean }>(tx, STORE_AND_TELL, values);
    if (!row) return;
    key.stored(row.isKeyed);
    this.rooms.announce(tx, { ...news, seq: row.seq });
  }

  /** Called after each commit that left something to hear. */
  whenTold(wake: () => void): void {
    this.wake = wake;
  }

  /** Those who hear events of a name. */
  listenersOf(name: keyof EventPayloads): string[] {
    return [...(this.listeners.get(name)?.keys() ?? [])];
  }

  /** Lets listeners hear. What became of each delivery, in their order. */
  async deliver(deliveries: Delivery[]): Promise<Outcomes> {
    const outcomes = new Map<Delivery, unknown>();
    for (const [, waiting] of Map.groupBy(deliveries, ({ name, listener }) => `${name} ${listener}`)) {
      const hearing = await outcomeOf(() => this.hear(waiting));
      for (const delivery of waiting) {
        const isAlone = waiting.length === 1;
        outcomes.set(delivery, hearing === undefined || isAlone ? hearing : await outcomeOf(() => this.hear([delivery])));
      }
    }
    return deliveries.map((delivery) => outcomes.get(delivery));
  }

  private eventOf(tx: Tx, name: keyof EventPayloads, payload: unknown): unknown[] {
    this.database.afterCommit(tx, this.wake);
    return [randomUUID(), name, JSON.stringify(payload), new Date()];
  }

  /** All of one name and listener. A listener that no longer exists hears nothing. */
  private async hear(deliveries: Delivery[]): Promise<void> {
    const [first] = deliveries;
    const listener = first && this.listeners.get(first.name)?.get(first.listener);
    if (!listener) return;
    const events = deliveries.map(({ id, name, payload, occurredAt }) => ({ id, name, payload, occurredAt: new Date(occurredAt) }));
    await (listener as unknown as (events: unknown) => Promise<void>)(events);
  }
}
