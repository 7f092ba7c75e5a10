import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

const web = join(import.meta.dirname, '../dist/web');

/** Kilobytes of JavaScript, gzipped, that the built web client loads before anything shows; nothing when it is not built. */
export function firstLoad(): number | undefined {
  const file = join(web, '.vite/manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>;
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    manifest[name]?.imports?.forEach(want);
  };
  for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) want(name);
  const files = [...wanted].map((name) => manifest[name]?.file ?? '').filter((name) => name.endsWith('.js'));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(web, name))).length, 0) / 1000;
}
