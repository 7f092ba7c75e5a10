import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Connection } from './connection.js';
import type { Running } from './processes.js';
import { check, type Question } from './rounds.js';

/** What one question made the server say to Postgres. */
export interface Said {
  /** Without the beginning and the end of transactions. */
  statements: number;
  transactions: number;
}

const ROLE = 'written_down';

/** The address under which Postgres writes down every statement: that of a role of its own, so that other servers' work stays out. */
export async function writtenDown(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create role ${ROLE} superuser login password '${ROLE}'`);
  await client.query(`alter role ${ROLE} set log_statement = 'all'`);
  await client.end();
  return Object.assign(new URL(url), { username: ROLE, password: ROLE }).href;
}

/** Counts the statements of one question, the server having answered it before. It must not work through jobs meanwhile. */
export async function count(server: Running, log: string, next: () => Question): Promise<Said> {
  const connection = new Connection(server.url);
  try {
    for (let i = 0; i < 3; i++) await ask(connection, next());
    await sleep(200);
    const before = (await readFile(log, 'utf8')).length;
    await ask(connection, next());
    await sleep(200);
    const lines = (await readFile(log, 'utf8')).slice(before).match(/LOG: {2}(?:statement|execute [^:]+): [^\n]*/g) ?? [];
    const bounds = lines.filter((line) => /: *(?:begin|start transaction|commit)/i.test(line)).length;
    return { statements: lines.length - bounds, transactions: bounds / 2 };
  } finally {
    connection.close();
  }
}

async function ask(connection: Connection, question: Question): Promise<void> {
  const { status, body } = await connection.send(question.bytes);
  check(question, status, body);
}
