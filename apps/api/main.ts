import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '#platform/config';
import { assertPortFree, onStop, run } from '#platform/process';
import { DEMO_PASSWORD, people } from './demo/cast.js';
import { checkDatabase, migrateDatabase, openDatabase, preparing } from './prepare-database.js';

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the built server; from the sources, where the build put it. */
const webFolder = [join(here, '../../web'), join(here, '../../dist/web')].find((folder) => existsSync(folder)) ?? '';

const say = (text: string) => process.stdout.write(`${text}\n`);

function greet(config: Config, hasDemo: boolean, administrator: string | null): void {
  const [member, coordinator, drafter] = people;
  const lines = [`Throughline is at  ${config.baseUrl}`];
  if (hasDemo) {
    lines.push(
      '',
      `Demo sign-ins, password ${DEMO_PASSWORD}:`,
      `  member        ${member?.key}@demo.example   (${member?.name})`,
      `  coordinator   ${coordinator?.key}@demo.example    (${coordinator?.name})`,
      `  drafter       ${drafter?.key}@demo.example   (${drafter?.name})`,
    );
  }
  if (!config.smtpUrl && config.demo) lines.push('', `Mail lands at      ${config.baseUrl}/dev/mail`);
  if (administrator) lines.push('', administrator);
  lines.push('', 'Ctrl-C stops everything.');
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 4);
  say(`\n┌${edge}┐\n${lines.map((line) => `│  ${line.padEnd(width)}  │`).join('\n')}\n└${edge}┘`);
}

/** HTTP, sockets and jobs in one process. The steps before these are those of npm start. */
await run(async () => {
  const config = loadConfig();
  await assertPortFree(config.port, config.host);
  say(config.databaseUrl ? '3/5 Opening the database' : '3/5 Starting Postgres');
  const opening = openDatabase(config);
  let app: NestFastifyApplication | undefined;
  onStop(async () => {
    await app?.close().catch(() => undefined);
    await opening.then(
      (database) => database.stop(),
      () => undefined,
    );
  });
  if (config.databaseUrl) await checkDatabase(config.databaseUrl);
  // Most of a start goes into reading the programs: after what may be refused, and while our own Postgres wakes up.
  const [database, { administratorLine, createServer, loadFirstWords, prepareDemo, replayDeletions }] = await Promise.all([
    opening,
    import('./serving.js'),
  ]);
  try {
    if (!config.databaseUrl) await checkDatabase(database.url);
    say('4/5 Bringing the database to this version');
    await preparing(database.url, async () => {
      await migrateDatabase(database.url);
      if (config.demo) await prepareDemo(config, database.url, say);
    });
    say('5/5 Starting the server');
    app = await createServer(config, database.url, webFolder);
    await loadFirstWords(app);
    await replayDeletions(app);
    await app.listen(config.port, config.host);
    greet(config, config.demo, await administratorLine(app, config));
  } catch (error) {
    await database.stop();
    throw error;
  }
});
