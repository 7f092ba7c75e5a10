import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#platform/clock';
import { Log } from '#platform/log';
import { Audit } from './audit.js';

/** Checking reads the whole trail: whoever asks more often gets the last answer. */
const ASK_AGAIN_AFTER_MS = 5 * 60_000;

/** For those who run the server: does the audit trail hold? */
@Controller()
export class AuditHealthController {
  private last: { at: number; holds: boolean } | null = null;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Get('/health/audit')
  async state(@Res() reply: FastifyReply): Promise<void> {
    const now = this.clock.now().getTime();
    if (!this.last || Math.abs(now - this.last.at) > ASK_AGAIN_AFTER_MS) {
      const faults = await this.audit.faults();
      for (const { seq } of faults) this.log.warn({ step: 'audit', count: seq }, 'the audit trail does not hold from this entry on');
      this.last = { at: now, holds: faults.length === 0 };
    }
    await reply
      .code(this.last.holds ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: this.last.holds ? 'ok' : 'broken' });
  }
}
