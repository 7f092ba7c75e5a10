import { createHmac } from 'node:crypto';
import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { TooMany } from '#platform/errors';

/** So many tries in so many seconds, for one purpose. */
export interface Limit {
  purpose: string;
  tries: number;
  seconds: number;
}

/** Counts tries across all nodes: in Redis when there is one, else in Postgres. */
@Injectable()
export class Limits implements OnApplicationShutdown {
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private readonly writers = new Map<string, RateLimiterMemory>();
  private redis: ReturnType<typeof createClient> | null = null;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Counts one try of this subject, or so many at once. @throws TooMany once there were more than allowed */
  async count(limit: Limit, subject: string, tries = 1): Promise<void> {
    await consume(this.limiter(limit), this.keyOf(subject), tries);
  }

  /**
   * Counts what a person writes, in this process alone: it costs no statement, so it stands before what is done most. Several nodes allow several
   * times as much, which is still no flood. @throws TooMany
   */
  async countWriting({ purpose, tries, seconds }: Limit, personId: string): Promise<void> {
    if (!this.config.writingLimits) return;
    const limiter = this.writers.get(purpose) ?? new RateLimiterMemory({ keyPrefix: purpose, points: tries, duration: seconds });
    this.writers.set(purpose, limiter);
    await consume(limiter, personId);
  }

  /** After a success: earlier failures count no more. */
  async forget(limit: Limit, subject: string): Promise<void> {
    await this.limiter(limit).delete(this.keyOf(subject));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.redis?.isOpen) await this.redis.close();
  }

  /** Keyed and changed every day, so that no address can be read from the table and none is known the day after. */
  private keyOf(subject: string): string {
    return createHmac('sha256', this.config.secret)
      .update(`limit ${this.clock.now().toISOString().slice(0, 10)} ${subject}`)
      .digest('base64url');
  }

  private limiter({ purpose, tries, seconds }: Limit): RateLimiterAbstract {
    const known = this.limiters.get(purpose);
    if (known) return known;
    const options = { keyPrefix: purpose, points: tries, duration: seconds };
    const inPostgres = () =>
      new RateLimiterPostgres({
        ...options,
        storeClient: this.database.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
      });
    const limiter = this.config.redisUrl
      ? new RateLimiterRedis({
          ...options,
          storeClient: this.redisAt(this.config.redisUrl),
          useRedisPackage: true,
          insuranceLimiter: inPostgres(),
        })
      : inPostgres();
    this.limiters.set(purpose, limiter);
    return limiter;
  }

  private redisAt(url: string) {
    if (!this.redis) {
      this.redis = createClient({ url, disableOfflineQueue: true });
      this.redis.on('error', () => undefined); // while it is away, Postgres counts
      void this.redis.connect().catch(() => undefined);
    }
    return this.redis;
  }
}

async function consume(limiter: RateLimiterAbstract, key: string, tries = 1): Promise<void> {
  try {
    await limiter.consume(key, tries);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooMany(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

@Global()
@Module({ providers: [Limits], exports: [Limits] })
export class LimitsModule {}
