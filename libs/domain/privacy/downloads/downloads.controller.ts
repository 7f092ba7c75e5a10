import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, Public } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { Downloads } from './downloads.service.js';

/** The file itself: the secret address alone is not enough, one must be signed in as its owner. */
@Controller('my-data')
export class DownloadsController {
  constructor(
    private readonly downloads: Downloads,
    private readonly authentication: Authentication,
  ) {}

  @Public()
  @Get(':token')
  async fetch(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(token) || this.authentication.hasBearer(request.headers)) throw new NotFound();
    const { stream, bytes } = await this.downloads.fetch(await this.authentication.actorOf(request.headers), token);
    reply.headers({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': 'attachment; filename="throughline-data.zip"',
    });
    return new StreamableFile(stream, { type: 'application/zip', length: bytes });
  }
}
