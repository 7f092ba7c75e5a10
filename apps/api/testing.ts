import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { hashToken, newToken } from '#platform/auth';
import { type Config, loadConfig } from '#platform/config';
import { Database } from '#platform/database';
import { Hearing } from '#platform/events';
import { Jobs } from '#platform/jobs';
import { type KeptMail, Mailbox } from '#platform/mail';
import { cloneDatabase, dropDatabase, StatementCounter, TestClock } from '#platform/testing';
import { migrations } from './migrations/index.js';
import { createServer } from './server.js';

/** What came back, of whatever shape: the assertion that follows says which. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test that checked the shape first would say everything twice
export type Loose = Record<string, any>;

export interface GraphqlAnswer<Data = Loose> {
  status: number;
  data: Data;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; kind: string; fields: { path: string; code: string; message: string }[] };
  }[];
}

export interface GraphqlCaller {
  /** A person's id: a sign-in session is made for them. Left out: a stranger. */
  as?: string | undefined;
  headers?: Record<string, string>;
}

/** The whole application on a database of its own, in this process. */
export class TestApp {
  readonly database: Database;
  private readonly counter: StatementCounter;
  private readonly cookies = new Map<string, string>();
  private address: string | null = null;

  constructor(
    readonly nest: NestFastifyApplication,
    readonly clock: TestClock,
    readonly config: Config,
    readonly databaseUrl: string,
  ) {
    this.database = nest.get(Database);
    this.counter = new StatementCounter(this.database.pool);
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.nest.get(type as Type<T>, { strict: false });
  }

  /** Sends an operation as the web client would. */
  async graphql<Data = Loose>(query: string, variables: object = {}, caller: GraphqlCaller = {}): Promise<GraphqlAnswer<Data>> {
    const headers: Record<string, string> = { 'content-type': 'application/json', origin: this.config.baseUrl, ...caller.headers };
    if (caller.as) headers['cookie'] = await this.cookieOf(caller.as);
    const response = await this.nest.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    return { status: response.statusCode, ...(response.json() as Omit<GraphqlAnswer<Data>, 'status'>) };
  }

  /** As graphql, for what must succeed: throws with the errors otherwise. */
  async ok<Data = Loose>(query: string, variables: object = {}, caller: GraphqlCaller = {}): Promise<Data> {
    const answer = await this.graphql<Data>(query, variables, caller);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 1));
    return answer.data;
  }

  /** The code of the one error, for what must be refused. */
  async refusal(query: string, variables: object = {}, caller: GraphqlCaller = {}): Promise<string> {
    const answer = await this.graphql(query, variables, caller);
    if (!answer.errors) throw new Error(`accepted: ${JSON.stringify(answer.data)}`);
    return answer.errors[0]?.extensions.code ?? 'none';
  }

  /** A cookie of a sign-in session of this person, good at whatever time a test sets its clock to. */
  async cookieOf(personId: string): Promise<string> {
    const known = this.cookies.get(personId);
    if (known) return known;
    const token = newToken();
    await this.sql(
      `insert into sign_in_session (id, person_id, token_hash, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, 'Test', now(), '2200-01-01', '2200-01-01')`,
      [randomUUID(), personId, hashToken(token)],
    );
    const cookie = `__Host-throughline=${token}`;
    this.cookies.set(personId, cookie);
    return cookie;
  }

  async sql<Row = Loose>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.pool.query(text, values)).rows as Row[];
  }

  /** The statements that the work sent. */
  async statements(work: () => Promise<unknown>): Promise<string[]> {
    return (await this.counter.during(work)).statements;
  }

  /** Waits until no job is due, so that listeners have heard everything. */
  async jobsDone(): Promise<void> {
    const due = async () => (await this.get(Hearing).waiting()) + (await this.get(Jobs).due());
    for (let quiet = 0, tries = 0; quiet < 2 && tries < 400; tries++) {
      quiet = (await due()) === 0 ? quiet + 1 : 0;
      await sleep(25);
    }
  }

  /** What was sent, newest first. Wait for jobsDone before. */
  mails(to?: string): Promise<KeptMail[]> {
    return this.get(Mailbox).list(to);
  }

  /** Opens a port, for sockets and browsers; the address of the server. */
  async listen(): Promise<string> {
    if (!this.address) {
      await this.nest.listen(0, '127.0.0.1');
      this.address = (await this.nest.getUrl()).replace('[::1]', '127.0.0.1');
    }
    return this.address;
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await dropDatabase(this.databaseUrl);
  }
}

async function installJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schedule: false, supervise: false });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** Starts the application for one spec file. Stop it in afterAll. */
export async function startTestApp(env: Record<string, string> = {}, webFolder = ''): Promise<TestApp> {
  const url = await cloneDatabase(migrations, installJobs);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'throughline-data-')),
    SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    GRAPHQL_QUERIES: 'limited',
    LOG_LEVEL: 'error',
    DEMO: 'on',
    WRITING_LIMITS: 'off',
    ...env,
  });
  const clock = new TestClock();
  const nest = await createServer(config, url, webFolder, clock);
  return new TestApp(nest, clock, config, url);
}
