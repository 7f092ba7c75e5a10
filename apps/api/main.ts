import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '#platform/config';
import { assertPortFree, onStop, run } from '#platform/process';
import { checkDatabase, migrateDatabase, openDatabase } from './prepare-database.js';
import { createServer } from './server.js';

const webFolder = join(dirname(fileURLToPath(import.meta.url)), '../../web');

const step = (text: string) => process.stdout.write(`  ${text}\n`);

/** HTTP, sockets and jobs in one process. */
await run(async () => {
  const config = loadConfig();
  await assertPortFree(config.port, config.host);
  step(config.databaseUrl ? 'Opening the database' : 'Starting Postgres');
  const database = await openDatabase(config);
  let app: Awaited<ReturnType<typeof createServer>> | undefined;
  onStop(async () => {
    await app?.close().catch(() => undefined);
    await database.stop();
  });
  try {
    await checkDatabase(database.url);
    const ran = await migrateDatabase(database.url);
    if (ran.length > 0) step(`Brought the database to this version (${ran.length} steps)`);
    app = await createServer(config, database.url, webFolder);
    await app.listen(config.port, config.host);
    step(`Throughline is at ${config.baseUrl}`);
  } catch (error) {
    await database.stop();
    throw error;
  }
});
