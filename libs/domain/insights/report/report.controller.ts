import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, Public } from '#platform/auth';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { Reports } from './reports.service.js';

/** A report to take along as a table. Missing and not allowed answer the same. */
@Controller('export')
export class ReportController {
  constructor(
    private readonly reports: Reports,
    private readonly authentication: Authentication,
  ) {}

  @Public()
  @Get('communities/:communityId/report.csv')
  async report(
    @Param('communityId') communityId: string,
    @Query('from') from: unknown,
    @Query('until') until: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const actor = await this.authentication.actorOf(request.headers);
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    const text = await this.reports.csv(actor, communityId, String(from), String(until)).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof Forbidden || error instanceof Invalid) return null;
      throw error;
    });
    if (text === null) void reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.');
    else
      void reply
        .header('content-disposition', `attachment; filename="report-${String(from)}-${String(until)}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(text);
  }
}
