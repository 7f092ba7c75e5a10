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

/** Lets Postgres write down every statement from now on, for connections that are made from now on. */
export async function writeDown(url: string, on: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
  await client.query(on ? `alter database ${name} set log_statement = 'all'` : `alter database ${name} reset log_statement`);
  await client.end();
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
