import { resolve } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from './config-error.js';
import { Config, type S3Config } from './config.js';
import { keptSecret } from './secret.js';
import { settings, type Variable } from './settings.js';

type Settings = z.infer<typeof settings>;

/** These may hold a password, so a message never repeats them. */
const NEVER_SHOWN: ReadonlySet<string> = new Set([
  'SECRET',
  'DATABASE_URL',
  'SMTP_URL',
  'REDIS_URL',
  'S3_ENDPOINT',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
]);

const S3_VARIABLES = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const satisfies readonly Variable[];

/**
 * Reads and checks the environment; the only place that does. An empty variable counts as not set, as compose files leave them.
 * Makes the data folder and its secret when they are not there yet.
 * @throws ConfigError one sentence that names the variable
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = parse(env);
  const production = given.NODE_ENV === 'production';
  const port = given.PORT ?? 3000;
  const baseUrl = given.BASE_URL ?? `http://localhost:${port}`;
  const dataDir = resolve(given.DATA_DIR ?? 'data');
  return new Config({
    environment: given.NODE_ENV ?? 'development',
    port,
    // Without a public address nobody but this machine has business here.
    host: given.HOST ?? (given.BASE_URL === undefined && !production ? 'localhost' : '0.0.0.0'),
    baseUrl,
    databaseUrl: given.DATABASE_URL,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? `Throughline <no-reply@${new URL(baseUrl).hostname}>`,
    s3: s3(given),
    redisUrl: given.REDIS_URL,
    dataDir,
    graphqlQueries: given.GRAPHQL_QUERIES ?? 'trusted',
    writingLimits: given.WRITING_LIMITS ?? true,
    secret: given.SECRET ?? keptSecret(dataDir),
    demo: given.DEMO ?? (given.DATABASE_URL === undefined && !production),
    trustProxy: given.TRUST_PROXY ?? false,
    logLevel: given.LOG_LEVEL ?? 'info',
    runJobs: given.JOBS ?? true,
    administratorEmail: given.ADMINISTRATOR_EMAIL,
  });
}

function parse(env: Readonly<Record<string, string | undefined>>): Settings {
  const filled = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));
  const result = settings.safeParse(filled);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const variable = String(issue?.path[0]);
  const found = NEVER_SHOWN.has(variable) ? '' : `, but is "${filled[variable]}"`;
  throw new ConfigError(variable, `${variable} must be ${issue?.message}${found}.`);
}

function s3(given: Settings): S3Config | undefined {
  const missing = S3_VARIABLES.filter((name) => given[name] === undefined);
  if (missing.length === S3_VARIABLES.length) return undefined;
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = given;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new ConfigError(missing[0] ?? 'S3_BUCKET', `${missing.join(', ')} must be set too, because the S3_ variables go together.`);
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
