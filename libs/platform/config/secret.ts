import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '#platform/process';
import { ConfigError } from './config-error.js';

/**
 * The secret of this data folder; made at the first start and kept for its owner's eyes only.
 * The file appears by a link, which only one of two simultaneous starts can win and which never shows half a secret.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    // 0711: an own Postgres that runs as another user must pass through this folder, but nobody needs to list it.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const kept = readIfThere(file);
    if (kept !== undefined) return checked(kept, file);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    return checked(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      'DATA_DIR',
      `DATA_DIR must be a folder that this user may read and write, but ${dataDir} is not (${errorCode(error)}).`,
    );
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function checked(secret: string, file: string): string {
  if (secret.trim().length < 32)
    throw new ConfigError('SECRET', `The kept secret ${file} is damaged; put it back from a backup or set SECRET.`);
  return secret.trim();
}
