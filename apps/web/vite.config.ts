import react from '@vitejs/plugin-react';
import { readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { domains } from './codegen.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.API_URL ?? 'http://localhost:3000';

/** Writes every operation of the client by its hash; the server runs these and no others. */
const persistedDocuments = (): Plugin => ({
  name: 'persisted-documents',
  apply: 'build',
  generateBundle() {
    const files = domains.map((domain) => here(`./src/gql/${domain}/persisted-documents.json`)).filter(existsSync);
    const documents = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
    this.emitFile({ type: 'asset', fileName: 'persisted-documents.json', source: JSON.stringify(documents, null, 1) });
  },
});

/** While developing, a saved .graphql file gets its types at once. */
const regenerate = (): Plugin => ({
  name: 'regenerate-documents',
  apply: 'serve',
  configureServer({ watcher }) {
    const renew = async () => {
      const { generate } = await import('@graphql-codegen/cli');
      const { default: config } = await import('./codegen.js');
      await generate({ ...config, cwd: here('.') }, true).catch((error: Error) => process.stderr.write(`${error.message}\n`));
    };
    watcher.on('change', (file) => void (file.endsWith('.graphql') && renew()));
  },
});

export default defineConfig({
  root: here('.'),
  plugins: [react(), persistedDocuments(), regenerate()],
  resolve: { alias: { '#content': here('../../libs/content/index.ts') } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Inlined fonts and pictures would need a laxer policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      ...Object.fromEntries(['/files', '/auth', '/dev/mail', '/calendar/', '/vocabulary.json', '/export/'].map((path) => [path, server])),
      // A browser that opens /graphql gets GraphiQL; everything else is the API.
      '/graphql': {
        target: server,
        bypass: ({ method, headers }) => (method === 'GET' && headers.accept?.includes('text/html') ? '/graphiql.html' : undefined),
      },
      '/socket.io': { target: server, ws: true },
    },
  },
});
