import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { Authentication } from '#platform/auth';
import type { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { TrustedDocuments } from '#platform/graphql';
import { allowedOrigins, isOwnOrigin, SocketServer } from '#platform/realtime';
import { AppModule } from './app.module.js';
import { serveWeb } from './serve-web.js';

const BODY_LIMIT = 300_000;
/** Who has not sent a whole request by then is trickling; a large picture on a slow line takes less. */
const REQUEST_TIMEOUT_MS = 120_000;
/** No inline script, nothing from elsewhere. Styles may be inline, because the component library sets them on elements. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers for everything; routes with a stricter policy of their own set it themselves. */
function secure(server: FastifyInstance, config: Config, authentication: Authentication): void {
  const origins = allowedOrigins(config);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    reply.header('content-security-policy', PAGE_POLICY);
    if (config.baseUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads || authentication.hasBearer(request.headers) || isOwnOrigin(request.headers, origins)) return;
    await reply.code(403).send({
      errors: [
        {
          message: 'This request did not come from our own page.',
          extensions: { code: 'FOREIGN_ORIGIN', kind: 'FORBIDDEN', fields: [] },
        },
      ],
    });
  });
}

/** The whole server, not listening yet. `webFolder` holds the built client and its documents. */
export async function createServer(config: Config, databaseUrl: string, webFolder: string, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustProxy as boolean | string,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, databaseUrl, clock), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  await server.register(fastifyCookie);
  await server.register(fastifyMultipart, { limits: { files: 1, fileSize: 8_000_000, fields: 5 } });
  secure(server, config, app.get(Authentication));
  const documents = app.get(TrustedDocuments);
  documents.load(join(webFolder, 'persisted-documents.json'));
  documents.guard(server, () => app.get(GraphQLSchemaHost).schema);
  server.addHook('preClose', async () => app.get(SocketServer).disconnectAll());
  await app.init();
  await serveWeb(server, webFolder);
  return app;
}
