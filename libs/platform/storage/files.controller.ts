import type {} from '@fastify/multipart';
import { Controller, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, Public } from '#platform/auth';
import { Invalid, NotFound, Unauthenticated } from '#platform/errors';
import { Files } from './files.js';
import { LARGEST_UPLOAD, tooLarge } from './upload-limit.js';
import type { FilePurpose } from './stored-file.entity.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PURPOSES: readonly string[] = ['avatar', 'content'] satisfies FilePurpose[];

/** Uploads and fetches over plain HTTP: GraphQL carries no files. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly authentication: Authentication,
  ) {}

  /** One file of a multipart form, with its `purpose` (avatar or content). */
  @Post()
  @HttpCode(201)
  async upload(@Req() request: FastifyRequest): Promise<{ id: string; url: string; width: number; height: number }> {
    const actor = await this.authentication.actorOf(request.headers);
    // Before a byte of the body is read.
    if (!actor.isSignedIn) throw new Unauthenticated();
    const { purpose, file } = await readForm(request);
    const { id, width, height } = await this.files.upload(actor, purpose, file);
    return { id, url: `/files/${id}`, width, height };
  }

  /** The file, asked for anew at every fetch, because who may read a thing changes. */
  @Public()
  @Get(':id')
  async fetch(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    if (!UUID.test(id)) throw new NotFound();
    const file = await this.files.get(await this.authentication.actorOf(request.headers), id.toLowerCase());
    const tag = `"${file.id}"`;
    reply.headers({
      // A cache may keep the bytes of what is not public, but must ask each time whether it may still show them.
      'cache-control': file.audience === 'public' ? 'private, max-age=86400' : 'private, no-cache',
      etag: tag,
      vary: 'Cookie, Authorization',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': file.contentType.startsWith('image/') ? 'inline' : 'attachment',
    });
    if (request.headers['if-none-match'] === tag) {
      reply.code(304);
      return undefined;
    }
    return new StreamableFile(await this.files.bytes(file), { type: file.contentType, length: file.bytes });
  }
}

async function readForm(request: FastifyRequest): Promise<{ purpose: FilePurpose; file: Buffer }> {
  if (!request.isMultipart()) throw Invalid.field('file', 'MISSING', 'Send the file as a form (multipart/form-data).');
  let purpose: unknown;
  let file: Buffer | undefined;
  try {
    for await (const part of request.parts({ limits: { files: 1, fileSize: LARGEST_UPLOAD, fields: 5, fieldSize: 100, parts: 6 } })) {
      if (part.type === 'file') file = await part.toBuffer();
      else if (part.fieldname === 'purpose') purpose = part.value;
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (!file) throw Invalid.field('file', 'MISSING', 'Choose a file first.');
  if (typeof purpose !== 'string' || !PURPOSES.includes(purpose))
    throw Invalid.field('purpose', 'UNKNOWN_PURPOSE', 'Say what the file is for: avatar or content.');
  return { purpose: purpose as FilePurpose, file };
}

// The parser fails in many words: limits have a code of its own, a broken or cut form has none or any.
function refusalOf(error: unknown): Invalid {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (code === 'FST_FILES_LIMIT') return Invalid.field('file', 'TOO_MANY', 'Send one file at a time.');
  return Invalid.field('file', 'UNREADABLE', 'The form could not be read. Try again.');
}
