import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, Public } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { Calendars } from './calendars.service.js';

/** Calendar files and feeds. Missing, revoked and not allowed answer the same. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendars: Calendars,
    private readonly authentication: Authentication,
  ) {}

  @Public()
  @Get('sessions/:file')
  async session(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = file.match(/^([0-9a-f-]{36})\.ics$/i)?.[1];
    const actor = await this.authentication.actorOf(request.headers);
    const text = id ? await this.calendars.file(actor, id).catch(nothingWhenNotFound) : null;
    answer(reply, text, 'attachment; filename="session.ics"');
  }

  @Public()
  @Get('feed/:file')
  async feed(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const token = file.match(/^([A-Za-z0-9_-]{43})\.ics$/)?.[1];
    answer(reply, token ? await this.calendars.feed(token) : null, 'inline; filename="throughline.ics"');
  }
}

const nothingWhenNotFound = (error: unknown): null => {
  if (error instanceof NotFound) return null;
  throw error;
};

function answer(reply: FastifyReply, text: string | null, disposition: string): void {
  reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
  if (text === null) void reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.');
  else void reply.header('content-disposition', disposition).type('text/calendar; charset=utf-8').send(text);
}
