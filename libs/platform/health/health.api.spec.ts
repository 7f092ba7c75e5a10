import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#platform/config';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { migrateDatabase } from '../../../apps/api/prepare-database.js';
import { createServer } from '../../../apps/api/server.js';

/** In a Postgres of its own, because it is killed. */
let folder: string;
let postgres: EmbeddedPostgres;
let server: NestFastifyApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-health-'));
  chmodSync(folder, 0o711);
  postgres = await startEmbeddedPostgres({ dataDir: folder, persistent: true });
  const url = await postgres.ensureDatabase('throughline');
  await migrateDatabase(url);
  const secret = 'a-secret-of-the-tests-that-is-long-enough';
  server = await createServer(
    loadConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder, SECRET: secret, LOG_LEVEL: 'silent' }),
    url,
    '',
  );
}, 60_000);
afterAll(async () => {
  await server.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (path: string) => {
  const response = await server.inject({ method: 'GET', url: path });
  return { status: response.statusCode, body: response.json() as Record<string, string> };
};

const until = async (status: number): Promise<void> => {
  for (let tries = 0; (await ask('/health/ready')).status !== status; tries++) {
    if (tries > 200) throw new Error(`/health/ready never said ${status}`);
    await sleep(50);
  }
};

it('says that the database is away, lives on, and is ready again by itself when it is back', async () => {
  expect(await ask('/health/ready')).toEqual({ status: 200, body: { status: 'ok', database: 'ok', migrations: 'ok', jobs: 'ok' } });
  const [postmaster] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postmaster), 'SIGKILL');
  await until(503);
  expect(await ask('/health/live')).toEqual({ status: 200, body: { status: 'ok' } });
  const answer = await server.inject({ method: 'GET', url: '/calendar/none.ics' });
  expect(answer.body).not.toMatch(/ECONN|postgres|127\.0\.0\.1/i);
  await until(200);
}, 60_000);

it('gives its measurements to this machine', async () => {
  const response = await server.inject({ method: 'GET', url: '/metrics' });
  expect(response.statusCode).toBe(200);
  expect(response.body).toContain('throughline_jobs_due 0');
  const elsewhere = await server.inject({ method: 'GET', url: '/metrics', remoteAddress: '203.0.113.9' });
  expect(elsewhere.statusCode).toBe(404);
});
