import { loadConfig } from '#platform/config';
import { run, StartError } from '#platform/process';
import { hasOwnContent } from './demo/demo-state.js';
import { prepareDemo } from './demo/prepare-demo.js';
import { checkDatabase, emptyDatabase, migrateDatabase, openDatabase, preparing } from './prepare-database.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Empties a database that holds nothing but the demo, and loads it anew. */
await run(async () => {
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    await checkDatabase(database.url);
    await preparing(database.url, async () => {
      if (await hasOwnContent(database.url))
        throw new StartError('This database has communities or organisations of its own; the demo is not loaded over them.');
      await emptyDatabase(database.url);
      await migrateDatabase(database.url);
      await prepareDemo(config, database.url, say);
    });
    say('The demo is as new.');
  } finally {
    await database.stop();
  }
  process.exit(0);
});
