import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, ConfigError, loadConfig } from './index.js';

const SECRET = 'a-secret-that-is-long-enough-for-anyone';

function refusal(env: Record<string, string>): ConfigError {
  try {
    loadConfig({ SECRET, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(env)}`);
}

describe('settings', () => {
  it('has a default for everything', () => {
    const config = loadConfig({ SECRET });
    expect(config).toBeInstanceOf(Config);
    expect(config).toMatchObject({
      environment: 'development',
      port: 3000,
      host: 'localhost',
      baseUrl: 'http://localhost:3000',
      mailFrom: 'Throughline <no-reply@localhost>',
      graphqlQueries: 'trusted',
      demo: true,
      trustProxy: false,
      runJobs: true,
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.s3).toBeUndefined();
  });

  it('shows the demo only where nobody brought a database', () => {
    expect(loadConfig({ SECRET, DATABASE_URL: 'postgres://u:p@db/x' }).demo).toBe(false);
    expect(loadConfig({ SECRET, NODE_ENV: 'production' }).demo).toBe(false);
    expect(loadConfig({ SECRET, DATABASE_URL: 'postgres://u:p@db/x', DEMO: 'on' }).demo).toBe(true);
    expect(loadConfig({ SECRET, DEMO: 'false' }).demo).toBe(false);
  });

  it('takes an empty variable as absent', () => {
    expect(loadConfig({ SECRET, PORT: '', DATABASE_URL: ' ', S3_BUCKET: '' })).toMatchObject({ port: 3000, s3: undefined });
  });

  it('derives the address from the port and drops its last slash', () => {
    expect(loadConfig({ SECRET, PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
    expect(loadConfig({ SECRET, BASE_URL: 'https://example.org/' }).baseUrl).toBe('https://example.org');
  });

  it.each([
    ['on', true],
    ['off', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.0/8, 127.0.0.1', '10.0.0.0/8, 127.0.0.1'],
  ])('believes proxies as told: %s', (value, expected) => {
    expect(loadConfig({ SECRET, TRUST_PROXY: value }).trustProxy).toBe(expected);
  });

  it('reads the store only as a whole', () => {
    const s3 = { S3_ENDPOINT: 'http://store:9000', S3_BUCKET: 'files', S3_REGION: 'eu', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' };
    expect(loadConfig({ SECRET, ...s3 }).s3).toEqual({
      endpoint: 'http://store:9000',
      bucket: 'files',
      region: 'eu',
      accessKeyId: 'a',
      secretAccessKey: 'b',
    });
    expect(refusal({ ...s3, S3_REGION: '', S3_SECRET_ACCESS_KEY: '' }).message).toBe(
      'S3_REGION, S3_SECRET_ACCESS_KEY must be set too, because the S3_ variables go together.',
    );
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'two words'],
    ['NODE_ENV', 'staging'],
    ['BASE_URL', 'example.org'],
    ['BASE_URL', 'http://example.org'],
    ['BASE_URL', 'http://localhost.example.org'],
    ['BASE_URL', 'https://example.org/path'],
    ['BASE_URL', 'ftp://example.org'],
    ['DATABASE_URL', 'mysql://u:hidden-word@h/db'],
    ['DATABASE_URL', 'hidden-word'],
    ['SMTP_URL', 'http://u:hidden-word@mail'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'a@b.org\r\nBcc: c@d.org'],
    ['REDIS_URL', 'http://:hidden-word@redis'],
    ['S3_ENDPOINT', 'store'],
    ['GRAPHQL_QUERIES', 'all'],
    ['SECRET', 'hidden-word'],
    ['DEMO', 'perhaps'],
    ['JOBS', 'some'],
    ['TRUST_PROXY', 'everybody'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one sentence that names it', (variable, value) => {
    const error = refusal({ [variable]: value });
    expect(error.variable).toBe(variable);
    expect(error.message).toMatch(new RegExp(`^${variable} must be .+\\.$`, 's'));
    expect(error.message).not.toContain('hidden-word');
  });
});

describe('the kept secret', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'config-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner only, and stays the same', () => {
    const dataDir = join(folder, 'new', 'data');
    const first = loadConfig({ DATA_DIR: dataDir }).secret;
    expect(first.length).toBeGreaterThanOrEqual(48);
    expect(loadConfig({ DATA_DIR: dataDir }).secret).toBe(first);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(first);
  });

  it('says so when the data folder is a file', () => {
    writeFileSync(join(folder, 'data'), '');
    expect(() => loadConfig({ DATA_DIR: join(folder, 'data') })).toThrow(
      /^DATA_DIR must be a folder that this user may read and write, but .+\.$/,
    );
  });

  it('refuses a damaged secret instead of signing with it', () => {
    writeFileSync(join(folder, 'secret'), 'abc');
    expect(() => loadConfig({ DATA_DIR: folder })).toThrow(/is damaged; put it back/);
  });
});
