import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { Actor, Authentication } from '#platform/auth';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { buildPerson } from '../../domain/people/testing.js';
import { Files } from './files.js';
import { gifScript, jpegWithSecrets, picture, pngHeader } from './testing.js';

let app: TestApp;
let ana: string;
let bo: string;
let openRoom: string;
const askedAbout: string[] = [];
let roomIsOpen = true;

beforeAll(async () => {
  app = await startTestApp();
  ana = (await buildPerson(app, { name: 'Ana' })).id;
  bo = (await buildPerson(app, { name: 'Bo' })).id;
  openRoom = randomUUID();
  app.get(Files).audience('test-room', (actor, id) => {
    askedAbout.push(id);
    return roomIsOpen && id === openRoom && actor.isSignedIn;
  });
});
afterAll(() => app.stop());

interface Part {
  name: string;
  content: Buffer | string;
  filename?: string;
  type?: string;
}

function form(parts: Part[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'a-boundary';
  const chunks = parts.flatMap(({ name, content, filename, type }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: ${type ?? 'image/png'}`;
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ];
  });
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: app.config.baseUrl },
  };
}

async function post(parts: Part[] | { payload: Buffer | string; headers: Record<string, string> }, as: string | null = ana) {
  const { payload, headers } = Array.isArray(parts) ? form(parts) : parts;
  const cookie = as ? { cookie: await app.cookieOf(as) } : {};
  return app.nest.inject({ method: 'POST', url: '/files', payload, headers: { origin: app.config.baseUrl, ...headers, ...cookie } });
}

const upload = (content: Buffer, purpose = 'content', as: string | null = ana) =>
  post(
    [
      { name: 'purpose', content: purpose },
      { name: 'file', content, filename: 'Ana at the office, Braga.png' },
    ],
    as,
  );

async function uploaded(as = ana, purpose: 'content' | 'avatar' = 'content'): Promise<string> {
  const response = await upload(await picture(50, 40, 'png'), purpose, as);
  expect(response.statusCode).toBe(201);
  return (response.json() as { id: string }).id;
}

async function fetchFile(id: string, as: string | null = null, headers: Record<string, string> = {}) {
  return app.nest.inject({
    method: 'GET',
    url: `/files/${id}`,
    headers: { ...headers, ...(as ? { cookie: await app.cookieOf(as) } : {}) },
  });
}

const actorOf = (personId: string): Promise<Actor> => app.get(Authentication).actorByPerson(personId);

async function attach(id: string | string[], audience: string, as = ana, purpose: 'content' | 'avatar' = 'content'): Promise<void> {
  const actor = await actorOf(as);
  await app.database.transaction((tx) => app.get(Files).attach(tx, actor, [id].flat(), { purpose, audience }));
}

const keptFiles = async (): Promise<number> =>
  (await readdir(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  ).length;

describe('an upload', () => {
  it('answers with the address of a picture that was encoded anew', async () => {
    const response = await upload(await jpegWithSecrets());
    expect(response.statusCode).toBe(201);
    const { id, url, ...size } = response.json() as { id: string; url: string; width: number; height: number };
    expect([url, size]).toEqual([`/files/${id}`, { width: 40, height: 60 }]);
    const shown = await fetchFile(id, ana);
    expect(shown.statusCode).toBe(200);
    expect((await sharp(shown.rawPayload).metadata()).format).toBe('webp');
    expect(shown.rawPayload.includes('Canon')).toBe(false);
    expect(shown.rawPayload.includes('script')).toBe(false);
  });

  it('for a portrait is cut to a square', async () => {
    expect((await upload(await picture(500, 300, 'jpeg'), 'avatar')).json()).toMatchObject({ width: 256, height: 256 });
  });

  it('may say its purpose after the file, too', async () => {
    const parts = [
      { name: 'file', content: await picture(9, 9, 'gif'), filename: 'x' },
      { name: 'purpose', content: 'content' },
    ];
    expect((await post(parts)).statusCode).toBe(201);
  });

  it('needs a signed-in person', async () => {
    const response = await upload(await picture(9, 9, 'png'), 'content', null);
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('needs to come from our own page', async () => {
    const { payload, headers } = form([
      { name: 'purpose', content: 'content' },
      { name: 'file', content: await picture(9, 9, 'png'), filename: 'x' },
    ]);
    const response = await post({ payload, headers: { ...headers, origin: 'https://elsewhere.example' } });
    expect(response.statusCode).toBe(403);
  });

  it.each<[string, string, string, () => Buffer | Promise<Buffer>]>([
    ['nothing', 'file', 'EMPTY', () => Buffer.alloc(0)],
    [
      'an SVG that says it is a PNG',
      'file',
      'WRONG_TYPE',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a page', 'file', 'WRONG_TYPE', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a script that begins as a GIF', 'file', 'UNREADABLE', gifScript],
    ['a flood of pixels', 'file', 'TOO_MANY_PIXELS', () => pngHeader(40_000, 40_000)],
    ['more than 8 MB', 'file', 'TOO_LARGE', async () => Buffer.concat([await picture(9, 9, 'png'), Buffer.alloc(8_000_000)])],
  ])('is refused: %s', async (_name, path, code, content) => {
    const before = await keptFiles();
    const response = await upload(await content());
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions).toMatchObject({ kind: 'INVALID', fields: [{ path, code }] });
    expect(await keptFiles()).toBe(before);
  });

  const sound = { name: 'file', content: 'x', filename: 'x.png' };
  it.each<[string, string, string, () => Parameters<typeof post>[0]]>([
    ['JSON', 'file', 'MISSING', () => ({ payload: '{}', headers: { 'content-type': 'application/json' } })],
    ['a form without a file', 'file', 'MISSING', () => [{ name: 'purpose', content: 'content' }]],
    ['a form without a purpose', 'purpose', 'UNKNOWN_PURPOSE', () => [sound]],
    ['another purpose', 'purpose', 'UNKNOWN_PURPOSE', () => [{ name: 'purpose', content: 'backup' }, sound]],
    ['two files', 'file', 'TOO_MANY', () => [{ name: 'purpose', content: 'content' }, sound, sound]],
    ['fields without end', 'file', 'UNREADABLE', () => Array.from({ length: 50 }, (_, index) => ({ name: `f${index}`, content: 'x' }))],
    ['a field named __proto__', 'file', 'UNREADABLE', () => [{ name: '__proto__', content: 'x' }, sound]],
    ['a form that is cut off', 'file', 'UNREADABLE', () => ({ payload: form([sound]).payload.subarray(0, 90), headers: form([]).headers })],
    ['a form without a boundary', 'file', 'UNREADABLE', () => ({ payload: 'x', headers: { 'content-type': 'multipart/form-data' } })],
  ])('is refused: %s', async (_name, path, code, parts) => {
    const response = await post(parts());
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.fields[0]).toMatchObject({ path, code });
  });

  it('is refused after 200 in a day', async () => {
    const busy = (await buildPerson(app, { name: 'Busy' })).id;
    await app.sql(
      `insert into stored_file (id, owner_id, purpose, audience, content_type, bytes, width, height, created_at)
       select gen_random_uuid(), $1, 'content', 'owner', 'image/webp', 1, 1, 1, now() from generate_series(1, 200)`,
      [busy],
    );
    expect((await upload(await picture(9, 9, 'png'), 'content', busy)).statusCode).toBe(429);
  });
});

describe('a fetch', () => {
  it('of a fresh upload is for its owner alone; missing and closed look the same', async () => {
    const id = await uploaded();
    expect((await fetchFile(id, ana)).statusCode).toBe(200);
    const closed = [await fetchFile(id), await fetchFile(id, bo)];
    const missing = [
      await fetchFile(randomUUID()),
      await fetchFile(randomUUID(), bo),
      await fetchFile('..%2f..%2fsecret'),
      await fetchFile('1'),
    ];
    for (const response of [...closed, ...missing]) {
      expect([response.statusCode, response.body]).toEqual([404, closed[0]?.body]);
      expect(response.headers['etag']).toBeUndefined();
    }
  });

  it('asks the rule of its audience each time, with the id of the thing', async () => {
    const id = await uploaded();
    await attach(id, `test-room:${openRoom}`);
    expect((await fetchFile(id, bo)).statusCode).toBe(200);
    expect(askedAbout.at(-1)).toBe(openRoom);
    expect((await fetchFile(id)).statusCode).toBe(404);
    const { etag } = (await fetchFile(id, bo)).headers;
    roomIsOpen = false;
    // Also the owner: who has left the room has left its pictures. Also with a copy in the cache.
    expect((await fetchFile(id, ana)).statusCode).toBe(404);
    expect((await fetchFile(id, bo, { 'if-none-match': String(etag) })).statusCode).toBe(404);
    roomIsOpen = true;
    expect((await fetchFile(id, bo, { 'if-none-match': String(etag) })).statusCode).toBe(304);
  });

  it('is closed where no module answers for the audience', async () => {
    const id = await uploaded();
    await attach(id, `nobody-knows:${openRoom}`);
    expect((await fetchFile(id, ana)).statusCode).toBe(404);
  });

  it('carries headers that let a browser show it and nothing else', async () => {
    const id = await uploaded(ana, 'avatar');
    await attach(id, 'public', ana, 'avatar');
    const { statusCode, headers } = await fetchFile(id);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=86400',
    });
    const own = await fetchFile(await uploaded(), ana);
    expect(own.headers['cache-control']).toBe('private, no-cache');
  });
});

describe('attaching', () => {
  it('again to the same thing changes nothing, and another editor may', async () => {
    const id = await uploaded();
    await attach(id, `test-room:${openRoom}`);
    await attach([id, id], `test-room:${openRoom}`, bo);
    expect((await fetchFile(id, bo)).statusCode).toBe(200);
  });

  it("to a second thing is refused, so that a closed room's picture cannot be opened by quoting it", async () => {
    const id = await uploaded();
    await attach(id, `test-room:${openRoom}`);
    await expect(attach(id, 'public')).rejects.toMatchObject({ code: 'FILE_IS_ELSEWHERE' });
  });

  it.each(['of another person', 'of another purpose', 'that is not there'])('a file %s is refused', async (which) => {
    const id =
      which === 'that is not there'
        ? randomUUID()
        : await uploaded(which === 'of another person' ? bo : ana, which === 'of another purpose' ? 'avatar' : 'content');
    await expect(attach(id, 'public')).rejects.toMatchObject({ kind: 'INVALID', fields: [{ path: 'body', code: 'UNKNOWN_FILE' }] });
    expect((await fetchFile(id)).statusCode).toBe(404);
  });
});

describe('removing', () => {
  it('takes the row and the bytes, and neither when the work fails', async () => {
    const id = await uploaded();
    const before = await keptFiles();
    const failing = app.database.transaction(async (tx) => {
      await app.get(Files).remove(tx, [id]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await fetchFile(id, ana)).statusCode).toBe(200);
    await app.database.transaction((tx) => app.get(Files).remove(tx, [id]));
    expect((await fetchFile(id, ana)).statusCode).toBe(404);
    expect(await keptFiles()).toBe(before - 1);
  });

  it('happens to what found no home in a week, and to nothing else', async () => {
    const homeless = await uploaded();
    const housed = await uploaded();
    const fresh = await uploaded();
    await attach(housed, `test-room:${openRoom}`);
    await app.sql(`update stored_file set created_at = now() - interval '8 days' where id = any($1)`, [[homeless, housed]]);
    await app.get(Files).removeHomeless();
    expect([
      (await fetchFile(homeless, ana)).statusCode,
      (await fetchFile(housed, ana)).statusCode,
      (await fetchFile(fresh, ana)).statusCode,
    ]).toEqual([404, 200, 200]);
  });
});
