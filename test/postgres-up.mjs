// Runs once before the api, contract and journey tests: a throw-away Postgres, or the one of TEST_DATABASE_URL, whose databases may then be made and dropped.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { importTypeScript } from '../scripts/typescript.mjs';

export default async function up() {
  if (!process.env.TEST_DATABASE_URL) {
    const { startThrowAwayPostgres } = await importTypeScript(resolve('libs/platform/embedded-postgres/index.ts'));
    globalThis.throwAwayPostgres = await startThrowAwayPostgres();
    // The workers are started later and inherit it.
    process.env.TEST_DATABASE_URL = globalThis.throwAwayPostgres.url('postgres');
  }
  const template = resolve('libs/platform/testing/template.ts');
  if (!existsSync(template)) return;
  const { prepareTemplate } = await importTypeScript(template);
  try {
    await prepareTemplate(process.env.TEST_DATABASE_URL);
  } catch (error) {
    await globalThis.throwAwayPostgres?.stop();
    throw error;
  }
}
