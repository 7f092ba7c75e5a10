import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NOT_FOUND = {
  errors: [
    {
      message: 'There is nothing here, or it is not open to you.',
      extensions: { code: 'NOT_FOUND', kind: 'NOT_FOUND', fields: [] },
    },
  ],
};

/** The web client as it was built and compressed: hashed files for good, the page itself always asked for again. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    index: false,
    // What the server itself reads, and the compressed twins, which answer under their file's own name.
    globIgnore: ['index.html', 'persisted-documents.json', '**/*.br', '**/*.gz', '**/*.map'],
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/');
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // A route and not Fastify's handler for what is not found, which is Nest's.
  server.get('/*', (request, reply) => {
    // No page of ours has a dot in its last word; what has one is a file that is not there.
    const path = request.url.split('?', 1)[0] ?? '';
    const wantsPage = (request.headers.accept ?? '').includes('text/html') && !/\.[^/]*$/.test(path);
    if (!wantsPage) return reply.code(404).header('cache-control', 'no-store').send(NOT_FOUND);
    return reply.sendFile('index.html');
  });
}
