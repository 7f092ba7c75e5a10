import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { Authentication, requestContext } from '#platform/auth';
import { Config } from '#platform/config';
import { Log } from '#platform/log';
import { CompiledOperations } from './compiled-operations.js';
import { presentError } from './error-presenter.js';

interface Body {
  query?: unknown;
  documentId?: unknown;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

const refusal = (code: string, message: string) => ({ errors: [{ message, extensions: { code, kind: 'INVALID', fields: [] } }] });

/**
 * The client's own operations, by SHA-256: what strangers and members may run. It leaves no room for alias, depth, batching or introspection attacks.
 * API tokens may run any query, under limits; with GRAPHQL_QUERIES=limited, everybody may.
 */
@Injectable()
export class TrustedDocuments {
  private documents = new Map<string, string>();

  constructor(
    private readonly config: Config,
    private readonly authentication: Authentication,
    private readonly log: Log,
  ) {}

  /** Reads the hashes that the web client was built with. */
  load(file: string): void {
    if (existsSync(file)) this.documents = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  }

  get size(): number {
    return this.documents.size;
  }

  /** Runs the client's operations, compiled; leaves to Apollo what is not one of them, or does not fit. */
  guard(server: FastifyInstance, schema: () => GraphQLSchema): void {
    const operations = new CompiledOperations(schema);
    server.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.method !== 'POST' || request.url !== '/graphql') return;
      const body = request.body as Body | undefined;
      if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        return reply.code(400).send(refusal('BAD_REQUEST', 'Send one operation as a JSON object with a query or a documentId.'));
      }
      if (body.documentId !== undefined) {
        const query = typeof body.documentId === 'string' ? this.documents.get(body.documentId) : undefined;
        if (!query) return reply.code(400).send(refusal('UNKNOWN_DOCUMENT', 'This document is not known here. Reload the page.'));
        const answer = await this.answer(operations, body, query, request, reply);
        if (answer !== null)
          return reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(answer);
        // What the sender left out must stay out: Apollo refuses a name that is there and undefined.
        request.body = { ...body, query, documentId: undefined };
      } else if (this.config.graphqlQueries === 'trusted' && !this.authentication.hasBearer(request.headers)) {
        return reply
          .code(400)
          .send(refusal('FREE_QUERIES_CLOSED', 'Only the web client’s own documents run here. Use an API token for queries of your own.'));
      } else if (typeof body.query === 'string' && body.query.length > 10_000) {
        return reply.code(400).send(refusal('BAD_REQUEST', 'The query is longer than 10,000 characters.'));
      }
    });
  }

  /** The answer of a compiled operation; null when Apollo has to say what is wrong with the request. */
  private async answer(
    operations: CompiledOperations,
    body: Body,
    query: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | null> {
    const variables = body.variables ?? {};
    if (typeof variables !== 'object' || Array.isArray(variables)) return null;
    const run = operations.of(body.documentId as string, query);
    if (!run) return null;
    try {
      const context = await requestContext(this.authentication, request, reply);
      const { data, errors } = await run(context, variables as Record<string, unknown>);
      if (data === undefined) return null; // the variables do not fit, so nothing was done
      return JSON.stringify(errors?.length ? { data, errors: errors.map((error) => this.present(error)) } : { data });
    } catch (error) {
      reply.code(500);
      return JSON.stringify({ errors: [presentError({ message: '' }, error, this.log)] });
    }
  }

  private present(error: GraphQLError): GraphQLFormattedError {
    return presentError({ message: error.message, ...(error.path ? { path: error.path } : {}) }, error.originalError ?? error, this.log);
  }
}
