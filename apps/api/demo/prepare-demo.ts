import { NestFactory } from '@nestjs/core';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Events } from '#platform/events';
import { AppModule } from '../app.module.js';
import { emptyDatabase, migrateDatabase } from '../prepare-database.js';
import { DEMO_PASSWORD } from './cast.js';
import { demoState } from './demo-state.js';
import { DemoClock, demoPasswordHash, loadDemo } from './load-demo.js';

/** Loads the demo into a migrated database in which nobody has been yet, or in which its loading was cut short; true when it did. */
export async function prepareDemo(config: Config, databaseUrl: string, say: (text: string) => void): Promise<boolean> {
  const state = await demoState(databaseUrl);
  if (state === 'in use') return false;
  if (state === 'half-loaded') {
    say('    The demo was not loaded to its end; beginning anew');
    await emptyDatabase(databaseUrl);
    await migrateDatabase(databaseUrl);
  }
  const clock = new DemoClock();
  const quiet = Config.like(config, { runJobs: false });
  const app = await NestFactory.createApplicationContext(AppModule.with(quiet, databaseUrl, clock), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const database = app.get(Database);
  const events = app.get(Events);
  try {
    // Both are told, so that a start after a crash in between sees that the second is missing.
    await database.transaction((tx) => events.publish(tx, 'demo.begun', {}));
    say('    Loading the demo content, once');
    await loadDemo(app, clock, await demoPasswordHash(DEMO_PASSWORD));
    await database.transaction((tx) => events.publish(tx, 'demo.finished', {}));
    return true;
  } finally {
    await app.close();
  }
}
