import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#platform/process';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildCommunity, buildMembership } from '../communities/testing.js';
import { TestWriter } from '../writing/testing.js';
import { buildPosition } from './testing.js';

const KILLS = 3;

let app: TestApp;
const servers: ChildProcess[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await app.stop();
});

/** The server as it is started on a machine: a process of its own. */
const startServer = async (): Promise<{ server: ChildProcess; address: string }> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn('node', ['--import', './scripts/typescript.mjs', 'apps/api/main.ts'], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: app.databaseUrl,
      DATA_DIR: app.config.dataDir,
      SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      BASE_URL: app.config.baseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
  });
  servers.push(server);
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(`${address}/health/live`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return { server, address };
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await sleep(100);
  }
  throw new Error('the server did not start');
};

it('kill -9 in the middle of writing loses no acknowledged word and doubles none', async () => {
  const communityId = (await buildCommunity(app)).id;
  const people = await Promise.all([1, 2, 3].map(async () => (await buildMembership(app, { communityId })).personId));
  const position = await buildPosition(app, { communityId });
  const acknowledged: string[] = [];
  let all = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { server, address } = await startServer();
    const writers = await Promise.all(people.map((personId) => TestWriter.open(app, personId, position.documentId, address)));
    // What was acknowledged before the last kill is there.
    expect(acknowledged.filter((piece) => !writers[0]!.text.includes(piece))).toEqual([]);
    const isWriting = () => writers.some((writer) => writer.socket.connected);
    const busy = writers.map(async (writer, place) => {
      for (let count = 0; isWriting(); count++, all++) {
        writer.type(`<${kill}.${place}.${count}>`);
        await sleep(4);
      }
    });
    while (writers.flatMap((writer) => writer.acknowledged).length < 100) await sleep(5);
    server.kill('SIGKILL');
    await Promise.all(busy);
    for (const writer of writers) writer.socket.disconnect();
    await Promise.all(writers.map((writer) => writer.settled()));
    acknowledged.push(...writers.flatMap((writer) => writer.acknowledged));
    for (const writer of writers) writer.close();
  }
  const reader = await TestWriter.open(app, people[0]!, position.documentId);
  const pieces: string[] = reader.text.match(/<\d\.\d\.\d+>/g) ?? [];
  expect(acknowledged.filter((piece) => !pieces.includes(piece))).toEqual([]);
  expect(pieces).toHaveLength(new Set(pieces).size);
  expect(pieces.join('')).toBe(reader.text);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 100);
  expect(pieces.length).toBeLessThanOrEqual(all);
  reader.close();
}, 180_000);
