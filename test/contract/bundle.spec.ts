import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One chunk in the manifest of the build. */
type Chunk = { file: string; isEntry?: boolean; isDynamicEntry?: boolean; imports?: string[]; dynamicImports?: string[] };

const dist = join(process.cwd(), 'dist/web');
const manifestFile = join(dist, '.vite/manifest.json');
const isBuilt = existsSync(manifestFile);
const kB = 1000;

const manifest = (isBuilt ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}) as Record<string, Chunk>;

const withImports = (key: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) withImports(imported, seen);
  return seen;
};

const weight = (keys: Iterable<string>) => {
  const scripts = new Set([...keys].map((key) => manifest[key]!.file).filter((file) => file.endsWith('.js')));
  return [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
};

// `npm test` builds first; alone, `npm run build -w apps/web` does.
test('the web client has been built', () => {
  expect(isBuilt).toBe(true);
});

test('the first load is at most 300 kB of JavaScript, gzipped', () => {
  const entries = Object.keys(manifest).filter((key) => manifest[key]!.isEntry);
  const size = weight(entries.flatMap((key) => [...withImports(key)]));
  expect(size).toBeGreaterThan(50 * kB);
  expect(size).toBeLessThanOrEqual(300 * kB);
});

test('no screen adds more than 200 kB to it', () => {
  const initial = new Set(
    Object.keys(manifest)
      .filter((key) => manifest[key]!.isEntry)
      .flatMap((key) => [...withImports(key)]),
  );
  const lazy = Object.keys(manifest).filter((key) => manifest[key]!.isDynamicEntry);
  expect(lazy.length).toBeGreaterThan(20);
  const tooHeavy = lazy
    .map((key) => ({ key, size: weight([...withImports(key)].filter((chunk) => !initial.has(chunk))) }))
    .filter(({ size }) => size > 200 * kB);
  expect(tooHeavy).toEqual([]);
});

test('the page carries no inline script', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
  expect(html).not.toMatch(/\son\w+=/);
});

test('every operation of the client is listed by its hash', () => {
  const documents = JSON.parse(readFileSync(join(dist, 'persisted-documents.json'), 'utf8')) as Record<string, string>;
  expect(Object.keys(documents).length).toBeGreaterThan(0);
  for (const hash of Object.keys(documents)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
