import { writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Config, loadConfig } from '#platform/config';
import { startThrowAwayPostgres } from '#platform/embedded-postgres';
import { run } from '#platform/process';
import { migrateDatabase } from './prepare-database.js';
import { printApi } from './print-api.js';
import { createServer } from './server.js';

/** Writes schema.graphql. The server is built for it, on an empty database of its own. */
await run(async () => {
  const postgres = await startThrowAwayPostgres();
  try {
    const url = await postgres.ensureDatabase('schema');
    await migrateDatabase(url);
    const config = Config.like(loadConfig({ NODE_ENV: 'test', SECRET: 'only-to-print-the-schema-of-the-api' }), { runJobs: false });
    const app = await createServer(config, url, '');
    writeFileSync('schema.graphql', printApi(app.get(GraphQLSchemaHost, { strict: false }).schema));
    await app.close();
  } finally {
    await postgres.stop();
  }
  process.exit(0);
});
