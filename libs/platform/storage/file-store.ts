import { Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Config } from '#platform/config';
import { NotFound } from '#platform/errors';

const NAME = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The bytes of files, by random name: in the data folder, or in a bucket when the settings name one. Knows nothing of who may read. */
@Injectable()
export class FileStore {
  private readonly disk: Promise<Disk>;

  constructor(config: Config) {
    this.disk = config.s3 ? bucket(config.s3) : Promise.resolve(folder(config.dataDir));
    // Whoever asks first hears of it.
    this.disk.catch(() => undefined);
  }

  /** Keeps the bytes under the name, a UUID. */
  async put(name: string, contents: Uint8Array | Readable, contentType: string): Promise<void> {
    const disk = await this.disk;
    if (contents instanceof Uint8Array) await disk.put(keyOf(name), contents, { contentType });
    else await disk.putStream(keyOf(name), contents, { contentType });
  }

  /** The bytes as a stream. @throws NotFound when they are gone */
  async get(name: string): Promise<Readable> {
    const disk = await this.disk;
    if (!(await disk.exists(keyOf(name)))) throw new NotFound();
    return disk.getStream(keyOf(name));
  }

  /** Forgets the bytes; nothing happens when they are gone already. */
  async delete(name: string): Promise<void> {
    await (await this.disk).delete(keyOf(name));
  }
}

// Names never come from people, so a name that is no UUID is a mistake of ours and must not become a path.
function keyOf(name: string): string {
  if (!NAME.test(name)) throw new Error('a stored file is named by a UUID');
  return `${name.slice(0, 2)}/${name}`;
}

function folder(dataDir: string): Disk {
  return new Disk(new FSDriver({ location: join(dataDir, 'files'), visibility: 'private' }));
}

// Loaded only where a bucket is set: the client of S3 is large, and most houses keep their files in a folder.
async function bucket(s3: NonNullable<Config['s3']>): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { endpoint, region, accessKeyId, secretAccessKey } = s3;
  return new Disk(
    new S3Driver({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      bucket: s3.bucket,
      // Most servers that speak S3 know buckets by path and have no access lists.
      forcePathStyle: true,
      supportsACL: false,
      visibility: 'private',
    }),
  );
}
