import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Config, type S3Config } from '#platform/config';
import { NotFound } from '#platform/errors';
import { FileStore } from './file-store.js';

const config = (dataDir: string, s3?: S3Config): Config => new Config({ dataDir, ...(s3 ? { s3 } : {}) } as Config);

/** As much of S3 as a file needs: put, head, get and delete by path, for those who sign. */
function startBucket(): Promise<{ server: Server; objects: Map<string, { body: Buffer; type: string }>; s3: S3Config }> {
  const objects = new Map<string, { body: Buffer; type: string }>();
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://bucket').pathname;
      const body = await buffer(request);
      if (!request.headers.authorization?.includes('Credential=key-id/')) return response.writeHead(403).end();
      const object = objects.get(path);
      if (request.method === 'PUT') {
        objects.set(path, { body, type: String(request.headers['content-type']) });
        return response.writeHead(200, { etag: '"x"' }).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return response.writeHead(204).end();
      }
      if (!object) return response.writeHead(404).end();
      return response
        .writeHead(200, { 'content-length': object.body.length, 'content-type': object.type })
        .end(request.method === 'HEAD' ? undefined : object.body);
    })();
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        server,
        objects,
        s3: { endpoint: `http://127.0.0.1:${port}`, bucket: 'house', region: 'eu-west-1', accessKeyId: 'key-id', secretAccessKey: 'key' },
      });
    }),
  );
}

describe.each(['folder', 'bucket'])('files in a %s', (place) => {
  let dataDir: string;
  let bucket: Awaited<ReturnType<typeof startBucket>>;
  let store: FileStore;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'files-'));
    bucket = await startBucket();
    store = new FileStore(config(dataDir, place === 'bucket' ? bucket.s3 : undefined));
  });

  afterAll(async () => {
    bucket.server.close();
    bucket.server.closeAllConnections();
    await rm(dataDir, { recursive: true });
  });

  it('come back as they were kept, until they are deleted', async () => {
    const name = randomUUID();
    const bytes = Buffer.from([0, 255, 10, 13, 128]);
    await store.put(name, bytes, 'image/webp');
    expect(await buffer(await store.get(name))).toEqual(bytes);
    await store.delete(name);
    await expect(store.get(name)).rejects.toThrow(NotFound);
    await store.delete(name);
  });

  it('are kept where the settings say, and nowhere else', async () => {
    const name = randomUUID();
    await store.put(name, Buffer.from('x'), 'image/webp');
    const key = `${name.slice(0, 2)}/${name}`;
    expect(bucket.objects.get(`/house/${key}`)?.type).toBe(place === 'bucket' ? 'image/webp' : undefined);
    expect((await readdir(dataDir, { recursive: true })).includes(join('files', key))).toBe(place === 'folder');
  });

  it.each(['../../etc/passwd', 'a/b', '', 'x'.repeat(36), `${randomUUID()}\n`])('are never named %j', async (name) => {
    await expect(store.put(name, Buffer.from('x'), 'image/webp')).rejects.toThrow('named by a UUID');
    await expect(store.get(name)).rejects.toThrow('named by a UUID');
    await expect(store.delete(name)).rejects.toThrow('named by a UUID');
  });
});

it('a stream is kept too', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'files-'));
  const store = new FileStore(config(dataDir));
  const name = randomUUID();
  await store.put(name, Readable.from([Buffer.from('one '), Buffer.from('two')]), 'image/webp');
  expect((await buffer(await store.get(name))).toString()).toBe('one two');
  await rm(dataDir, { recursive: true });
});
