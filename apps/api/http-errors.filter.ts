import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, type ErrorKind } from '#platform/errors';
import { Log } from '#platform/log';

const STATUS: Record<ErrorKind, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  TOO_MANY: 429,
};

const WORDS: Record<number, [code: string, message: string]> = {
  404: ['NOT_FOUND', 'There is nothing here, or it is not open to you.'],
  413: ['TOO_LARGE', 'This is longer than we take.'],
  415: ['BAD_REQUEST', 'This kind of content is not read here; send JSON.'],
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
};

/** Errors of plain HTTP routes, in the same words as those of GraphQL; what is unexpected stays inside. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error; // GraphQL presents its own
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof DomainError) return this.send(reply, STATUS[error.kind], error.code, error.message, error.kind, error.fields);
    const status = statusOf(error);
    if (status >= 500) this.log.error({ status }, error);
    const [code, message] =
      status >= 500
        ? ['INTERNAL', 'Something went wrong on our side.']
        : (WORDS[status] ?? ['BAD_REQUEST', 'This request could not be read.']);
    this.send(reply, status, code, message, status >= 500 ? 'INTERNAL' : 'INVALID', []);
  }

  private send(reply: FastifyReply, status: number, code: string, message: string, kind: string, fields: unknown[]): void {
    // A route may have announced a page before it failed.
    void reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ errors: [{ message, extensions: { code, kind, fields } }] });
  }
}
