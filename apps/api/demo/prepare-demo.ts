import { NestFactory } from '@nestjs/core';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { AppModule } from '../app.module.js';
import { DEMO_PASSWORD } from './cast.js';
import { DemoClock, demoPasswordHash, isEmpty, loadDemo } from './load-demo.js';

/** Loads the demo into an empty database; true when it did. */
export async function prepareDemo(config: Config, databaseUrl: string): Promise<boolean> {
  const clock = new DemoClock();
  const quiet = new Config({ ...config, runJobs: false });
  const app = await NestFactory.createApplicationContext(AppModule.with(quiet, databaseUrl, clock), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    if (!(await isEmpty(app.get(Database)))) return false;
    await loadDemo(app, clock, await demoPasswordHash(DEMO_PASSWORD));
    return true;
  } finally {
    await app.close();
  }
}
