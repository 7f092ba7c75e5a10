import { Global, Injectable, Module } from '@nestjs/common';
import { Database, type Statement, type Tx } from '#platform/database';
import { Jobs } from '#platform/jobs';
import type { DomainEvent, EventPayloads } from './index.js';

/** Must be idempotent: keyed on event and listener, it may run again after a crash. */
export type Listener<Name extends keyof EventPayloads> = (event: DomainEvent<Name>) => Promise<void>;

export interface TellOptions {
  /** Deliver only after this instant. */
  notBefore?: Date;
}

interface Delivery {
  id: string;
  name: keyof EventPayloads;
  listener: string;
  occurredAt: string;
  payload: unknown;
}

const STORE: Statement = {
  name: 'event.store',
  text: 'insert into event (name, payload) values ($1, $2) returning id, occurred_at',
};
const QUEUE = 'events';

/** What modules tell each other: stored and queued in the caller's transaction, so a crash loses nothing and a rollback says nothing. */
@Injectable()
export class Events {
  private readonly listeners = new Map<string, Map<string, Listener<never>>>();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {
    this.jobs.define<Delivery>(QUEUE, (delivery) => this.deliver(delivery));
  }

  /** Hears an event. `listener` is a stable name, e.g. `notifications.tell-mentioned`. Call it in onModuleInit. */
  listen<Name extends keyof EventPayloads>(name: Name, listener: string, hear: Listener<Name>): void {
    const named = this.listeners.get(name) ?? new Map<string, Listener<never>>();
    named.set(listener, hear as unknown as Listener<never>);
    this.listeners.set(name, named);
  }

  /** Says that something happened: the event row and one job per listener. */
  async publish<Name extends keyof EventPayloads>(tx: Tx, name: Name, payload: EventPayloads[Name]): Promise<void> {
    const [row] = await this.database.run<{ id: string; occurred_at: Date }>(tx, STORE, [name, JSON.stringify(payload)]);
    if (!row) return;
    const deliveries = [...(this.listeners.get(name)?.keys() ?? [])].map(
      (listener): Delivery => ({ id: row.id, name, listener, payload, occurredAt: row.occurred_at.toISOString() }),
    );
    if (deliveries.length > 0) await this.jobs.sendAll(tx, QUEUE, deliveries);
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const hear = this.listeners.get(delivery.name)?.get(delivery.listener);
    if (!hear) return; // a listener that no longer exists
    const event = { id: delivery.id, name: delivery.name, payload: delivery.payload, occurredAt: new Date(delivery.occurredAt) };
    await (hear as unknown as (event: unknown) => Promise<void>)(event);
  }
}

@Global()
@Module({ providers: [Events], exports: [Events] })
export class EventsModule {}
