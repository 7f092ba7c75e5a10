import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#platform/config';
import { onStop, run, StartError } from '#platform/process';
import { AppModule } from './app.module.js';
import { assertMigrated, checkDatabase } from './prepare-database.js';

/** Jobs alone, beside one or more servers started with JOBS=off. Messages to sockets travel through Redis. */
await run(async () => {
  const config = loadConfig();
  if (!config.databaseUrl)
    throw new StartError('DATABASE_URL must be set for a worker, because the embedded Postgres belongs to the server.');
  if (!config.redisUrl)
    throw new StartError('REDIS_URL must be set for a worker, because its messages reach the servers’ sockets through it.');
  await checkDatabase(config.databaseUrl);
  await assertMigrated(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.with(config, config.databaseUrl), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  onStop(() => app.close());
});
