import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { PoolClient } from 'pg';
import { Audit } from '#platform/audit';
import type { Actor } from '#platform/auth';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Log } from '#platform/log';
import { OftenSent } from './often.js';
import type { ParkedJob } from './parked-job.js';

export interface JobOptions {
  /** Not before this instant. */
  startAfter?: Date;
  /** At most one waiting job per key. */
  singletonKey?: string;
}

/** What became of each job of a batch, in the batch's order: nothing when it is done, or why not. */
export type Outcomes = readonly unknown[];

interface Definition {
  work: (batch: never[]) => Promise<Outcomes>;
  cron?: string;
}

/** While full batches come there is more waiting, and the next is fetched at once. */
const WORK = { pollingIntervalSeconds: 0.5, batchSize: 50, burstWhenBatchFull: true, perJobResults: true } as const;
const RETRIES = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600 };

/** Work after the answer: kept in Postgres by pg-boss, tried again with growing pauses, parked when it keeps failing. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly often = new OftenSent();
  private readonly definitions = new Map<string, Definition>();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly log: Log,
    private readonly audit: Audit,
  ) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => this.database.pool.query(this.often.query(text, values)) },
      schedule: config.runJobs,
      supervise: config.runJobs,
    });
    this.boss.on('error', (error) => this.log.error({ queue: 'pg-boss' }, error));
  }

  /** Names a kind of job and what it does; in a constructor or onModuleInit. It may run twice: make its effect keyed. */
  define<Data extends object>(queue: string, work: (data: Data) => Promise<void>, cron?: string): void {
    const oneByOne = async (batch: Data[]) => {
      const outcomes: unknown[] = [];
      for (const data of batch) outcomes.push(await outcomeOf(() => work(data)));
      return outcomes;
    };
    this.definitions.set(queue, { work: oneByOne as Definition['work'], ...(cron ? { cron } : {}) });
  }

  /** As define, for what is cheaper done for many at once. A job whose outcome is not undefined is tried again. */
  defineMany<Data extends object>(queue: string, work: (batch: Data[]) => Promise<Outcomes>): void {
    this.definitions.set(queue, { work: work as Definition['work'] });
  }

  /** Queues a job in the caller's transaction. */
  async send(tx: Tx, queue: string, data: object, options: JobOptions = {}): Promise<void> {
    await this.boss.send(queue, data, { ...options, db: this.executor(tx) });
  }

  /** Queues many of one kind with one statement. */
  async sendAll(tx: Tx, queue: string, all: object[], options: Pick<JobOptions, 'startAfter'> = {}): Promise<void> {
    await this.boss.insert(
      queue,
      all.map((data) => ({ data, ...options })),
      { db: this.executor(tx) },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const [queue, { work, cron }] of this.definitions) {
      await this.boss.createQueue(queue, RETRIES);
      if (!this.config.runJobs) continue;
      await this.boss.work<object>(queue, WORK, async (jobs) => {
        const outcomes = await work(jobs.map((job) => job.data as never));
        return jobs.map(({ id }, index) => this.result(queue, id, outcomes[index]));
      });
      if (cron) await this.boss.schedule(queue, cron, null, { tz: 'UTC' });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  /** Jobs that failed for good, newest first. Others than administrators learn nothing, not even that there are any. */
  async parked(actor: Actor, limit = 100): Promise<ParkedJob[]> {
    if (!actor.isAdministrator) throw new NotFound();
    const { rows } = await this.database.pool.query(
      `select id, name as queue, completed_on as "failedAt", coalesce(output->>'message', '') as error, retry_count + 1 as attempts
         from pgboss.job where state = 'failed' order by completed_on desc limit $1`,
      [limit],
    );
    return rows as ParkedJob[];
  }

  /** Gives a parked job another try. */
  async retry(actor: Actor, id: string): Promise<boolean> {
    if (!actor.isAdministrator) throw new NotFound();
    const { rows } = await this.database.pool.query(`select name from pgboss.job where id = $1 and state = 'failed'`, [id]);
    const [job] = rows as { name: string }[];
    if (!job) throw new NotFound();
    await this.boss.retry(job.name, id);
    await this.database.transaction((tx) =>
      this.audit.note(tx, actor, 'oversight.job-retried', { subject: { kind: 'job', id }, details: { queue: job.name } }),
    );
    return true;
  }

  /** How many jobs are due or running: for readiness, metrics and tests that wait for quiet. */
  async due(): Promise<number> {
    const { rows } = await this.database.pool.query(
      `select count(*)::int as due from pgboss.job where (state in ('created', 'retry') and start_after <= now() or state = 'active')
        and name = any($1)`,
      [[...this.definitions.keys()]],
    );
    return (rows[0] as { due: number }).due;
  }

  private result(queue: string, id: string, error: unknown) {
    if (error === undefined) return { id, status: 'completed' as const };
    this.log.error({ queue, job: id }, error);
    return { id, status: 'failed' as const, output: { message: error instanceof Error ? error.name : 'error' } };
  }

  private executor(tx: Tx) {
    return {
      executeSql: async (text: string, values?: unknown[]) => {
        const client = (await tx.queryRunner?.connect()) as PoolClient;
        return client.query({ name: nameOf(text), text, values });
      },
    };
  }
}

/** Undefined when the work is done, or why it is not. */
export async function outcomeOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error ?? new Error('no reason');
  }
}

const names = new Map<string, string>();

/** Prepared under a name: queueing is part of most writes, and its statement takes longer to plan than to run. Beyond some texts, unnamed as usual. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= 50) return known;
  const name = `jobs.${names.size}`;
  names.set(text, name);
  return name;
}
