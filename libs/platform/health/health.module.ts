import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { Authentication } from '#platform/auth';
import { Database } from '#platform/database';
import { Hearing } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { SocketServer } from '#platform/realtime';

const within = async <T>(ms: number, work: Promise<T>): Promise<T | 'late'> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** For those who run the server: is it alive, can it serve, how is it doing. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    hearing: Hearing,
    private readonly sockets: SocketServer,
    private readonly authentication: Authentication,
  ) {
    register.clear();
    collectDefaultMetrics();
    new Gauge({
      name: 'throughline_sockets',
      help: 'Open sockets.',
      collect() {
        this.set(sockets.io.engine?.clientsCount ?? 0);
      },
    });
    new Gauge({
      name: 'throughline_jobs_due',
      help: 'Jobs that are due or running, and events that somebody has still to hear.',
      async collect() {
        this.set((await jobs.due()) + (await hearing.waiting()));
      },
    });
  }

  @Get('/health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Ready when the database answers at this version and the job queue can be read. */
  @Get('/health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const database = await this.state(this.database.pool.query('select 1'));
    const migrations = await this.state(this.database.pool.query('select 1 from migration limit 1'));
    const jobs = await this.state(this.jobs.due());
    const ready = [database, migrations, jobs].every((state) => state === 'ok');
    await reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'not ready', database, migrations, jobs });
  }

  /** Prometheus. For this machine and for administrators' API tokens. */
  @Get('/metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    if (!isLocal && !(await this.authentication.actorOf(request.headers)).isAdministrator) {
      await reply.code(404).send({ status: 'not found' });
      return;
    }
    await reply.header('content-type', register.contentType).send(await register.metrics());
  }

  private async state(work: Promise<unknown>): Promise<'ok' | 'late' | 'failed'> {
    try {
      return (await within(2_000, work)) === 'late' ? 'late' : 'ok';
    } catch {
      return 'failed';
    }
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
