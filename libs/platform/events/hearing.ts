import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database, type Statement } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Log } from '#platform/log';
import { type Delivery, Events } from './events.js';
import type { EventPayloads } from './index.js';

const QUEUE = 'events';
const AT_ONCE = 100;
/** So long it waits for company: many events heard together cost little more than one. */
const GATHER_MS = 100;
/** So often it looks for what other processes told. */
const LOOK_MS = 500;
/** After a failure, the first try as a job. */
const AGAIN_MS = 2_000;

/** $1 how many. What a process took and did not finish within a minute, because it was killed, is free for others. */
const TAKE: Statement = {
  name: 'event.take',
  text: `
    with taken as (
      update event_waiting set taken_until = now() + interval '1 minute'
       where place in (select place from event_waiting where taken_until < now() order by place limit $1 for update skip locked)
      returning place, event_id)
    select taken.place, e.id, e.name, e.payload, e.occurred_at as "occurredAt" from taken join event e on e.id = taken.event_id order by taken.place`,
};
const HEARD: Statement = { name: 'event.heard', text: `delete from event_waiting where place = any($1::bigint[])` };
const WAITING: Statement = { name: 'event.waiting', text: `select count(*)::int as waiting from event_waiting` };

interface Taken {
  place: string;
  id: string;
  name: keyof EventPayloads;
  payload: unknown;
  occurredAt: Date;
}

/**
 * Brings what was told to its listeners, many at once and soon after. A listener that fails hears the event again from the job queue, with growing pauses;
 * the others are not held up. An event is heard at least once: listeners are idempotent.
 */
@Injectable()
export class Hearing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly woken = { by: Promise.withResolvers<void>() };
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly config: Config,
    private readonly log: Log,
  ) {
    this.jobs.defineMany<Delivery>(QUEUE, (deliveries) => this.events.deliver(deliveries));
  }

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.events.whenTold(() => this.woken.by.resolve());
    this.work = this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.work;
  }

  /** How many events somebody has still to hear. */
  async waiting(): Promise<number> {
    return (await this.database.read<{ waiting: number }>(WAITING, []))[0]?.waiting ?? 0;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.woken.by = Promise.withResolvers<void>();
      const heard = await this.hearSome().catch((error: unknown) => {
        this.log.error({ queue: QUEUE }, error);
        return 0;
      });
      if (heard === AT_ONCE) continue;
      await Promise.race([this.woken.by.promise, rest(LOOK_MS, signal)]);
      await rest(GATHER_MS, signal);
    }
  }

  /** How many it took. */
  private async hearSome(): Promise<number> {
    const taken = await this.database.read<Taken>(TAKE, [AT_ONCE]);
    if (taken.length === 0) return 0;
    const deliveries = taken.flatMap(({ id, name, payload, occurredAt }) =>
      this.events.listenersOf(name).map((listener): Delivery => ({ id, name, listener, payload, occurredAt: occurredAt.toISOString() })),
    );
    const outcomes = await this.events.deliver(deliveries);
    const missed = deliveries.filter((_, index) => outcomes[index] !== undefined);
    for (const [index, error] of outcomes.entries())
      if (error !== undefined) this.log.error({ queue: QUEUE, job: deliveries[index]?.id ?? '' }, error);
    const places = [taken.map(({ place }) => place)];
    if (missed.length === 0) await this.database.read(HEARD, places);
    else
      await this.database.transaction(async (tx) => {
        await this.jobs.sendAll(tx, QUEUE, missed, { startAfter: new Date(Date.now() + AGAIN_MS) });
        await this.database.run(tx, HEARD, places);
      });
    return taken.length;
  }
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);
