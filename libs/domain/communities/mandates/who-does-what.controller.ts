import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Authentication, Public } from '#platform/auth';
import { Forbidden, NotFound } from '#platform/errors';
import { WhoDoesWhat } from './who-does-what.service.js';

/** Tables to take along. Missing and not allowed answer the same. */
@Controller('export')
export class WhoDoesWhatController {
  constructor(
    private readonly tables: WhoDoesWhat,
    private readonly authentication: Authentication,
  ) {}

  @Public()
  @Get('organisations.csv')
  organisations(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, 'organisations.csv', (actor) => this.tables.organisations(actor));
  }

  @Public()
  @Get('communities/:communityId/organisations.csv')
  organisationsOf(@Param('communityId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, 'organisations.csv', (actor) => this.tables.organisationsOf(actor, id));
  }

  @Public()
  @Get('communities/:communityId/people.csv')
  peopleOf(@Param('communityId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(request, reply, 'people.csv', (actor) => this.tables.peopleOf(actor, id));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, name: string, make: (actor: Actor) => Promise<string>): Promise<void> {
    const actor = await this.authentication.actorOf(request.headers);
    const text = await make(actor).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof Forbidden) return null;
      throw error;
    });
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    if (text === null) void reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.');
    else void reply.header('content-disposition', `attachment; filename="${name}"`).type('text/csv; charset=utf-8').send(text);
  }
}
