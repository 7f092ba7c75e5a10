import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { Visibility } from '#domain/communities';
import { buildCommunity, buildMembership } from '../../libs/domain/communities/testing.js';
import { buildThread } from '../../libs/domain/discussions/testing.js';
import { buildPerson } from '../../libs/domain/people/testing.js';
import { plainToRichText } from '#content';
import { Rooms } from '#platform/realtime';
import { startTestApp, type TestApp } from './testing.js';

interface Message {
  room: string;
  seq: number;
  kind: string;
  payload: { position?: number };
}
type Joined = { ok: boolean; seq: number; missed?: Message[]; refetch?: boolean };

let app: TestApp;
let address: string;
const sockets: Socket[] = [];
beforeAll(async () => {
  app = await startTestApp();
  address = await app.listen();
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await app?.stop();
});

async function connect(personId: string): Promise<Socket> {
  const socket = io(address, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: await app.cookieOf(personId), origin: app.config.baseUrl },
  });
  sockets.push(socket);
  await once(socket as never, 'connect');
  return socket;
}
const join = (socket: Socket, room: string, since?: number): Promise<Joined> =>
  socket.emitWithAck('join', { room, ...(since === undefined ? {} : { since }) });
const reply = (threadId: string, as: string, text: string) =>
  app.ok('mutation ($input: ReplyInput!) { reply(input: $input) { id } }', { input: { threadId, body: plainToRichText(text) } }, { as });

describe('rooms', () => {
  it('give a client that was cut off under a burst every post once and in order', async () => {
    const thread = await buildThread(app);
    const { personId: writer } = await buildMembership(app, { communityId: thread.communityId });
    const { personId: reader } = await buildMembership(app, { communityId: thread.communityId });
    const room = `thread:${thread.id}`;
    const first = await connect(reader);
    const heard: Message[] = [];
    first.on('message', (message: Message) => heard.push(message));
    const joined = await join(first, room);
    await reply(thread.id, writer, 'Before the cut');
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    first.disconnect();

    // Forty at once, by two people: their transactions commit in whatever order they like.
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        reply(thread.id, at % 2 ? writer : (thread.authorId ?? ''), `Burst ${at}`).catch(() => reply(thread.id, writer, `Burst ${at}`)),
      ),
    );
    const second = await connect(reader);
    const live: Message[] = [];
    second.on('message', (message: Message) => live.push(message));
    // While it returns, more is said.
    const meanwhile = reply(thread.id, writer, 'While returning');
    const back = await join(second, room, heard.at(-1)?.seq);
    await meanwhile;
    await new Promise((resolve) => setTimeout(resolve, 200));

    const all = new Map([...heard, ...(back.missed ?? []), ...live].map((message) => [message.seq, message]));
    const seqs = [...all.keys()].sort((a, b) => a - b);
    expect(joined.ok && back.ok).toBe(true);
    expect(seqs).toEqual(seqs.map((_, at) => joined.seq + 1 + at));
    const positions = seqs
      .map((seq) => all.get(seq))
      .filter((message) => message?.kind === 'post-added')
      .map((message) => message?.payload.position);
    expect(positions).toEqual(Array.from({ length: 42 }, (_, at) => at + 2));
  });

  it('told many things at once hear each in its place, without gaps', async () => {
    const rooms = app.get(Rooms);
    const tell = (kinds: string[]) =>
      app.database.transaction((tx) =>
        rooms.tellAll(
          tx,
          kinds.map((kind) => ({ room: kind.startsWith('a') ? 'thread:a' : 'thread:b', kind, payload: { kind } })),
        ),
      );
    await tell([]);
    await tell(['a1', 'b1', 'a2']);
    await Promise.all([tell(['b2', 'a3', 'a4']), tell(['a5', 'b3'])]);
    const kept = await app.sql<{ room: string; seq: string; kind: string }>(
      `select room, seq::int as seq, kind from room_message where room in ('thread:a', 'thread:b') order by room, seq`,
    );
    expect(kept.filter(({ room }) => room === 'thread:a').map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(kept.filter(({ room }) => room === 'thread:b').map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(kept.slice(0, 2).map(({ kind }) => kind)).toEqual(['a1', 'a2']);
    const later = kept.map(({ kind }) => kind);
    expect(later.indexOf('a4')).toBe(later.indexOf('a3') + 1);
  });

  it('tell a client to fetch afresh when it was away too long, or comes from another time', async () => {
    const thread = await buildThread(app);
    const { personId } = await buildMembership(app, { communityId: thread.communityId });
    const socket = await connect(personId);
    await reply(thread.id, personId, 'One');
    await reply(thread.id, personId, 'Two');
    await app.sql('delete from room_message where room = $1 and seq = 1', [`thread:${thread.id}`]);
    expect(await join(socket, `thread:${thread.id}`, 0)).toMatchObject({ ok: true, refetch: true });
    expect(await join(socket, `thread:${thread.id}`, 999)).toMatchObject({ ok: true, refetch: true });
  });

  it('close behind the public when a community turns members-only', async () => {
    const community = await buildCommunity(app, { visibility: Visibility.PUBLIC });
    const { personId: coordinator } = await buildMembership(app, { communityId: community.id, role: 'COORDINATOR' as never });
    const thread = await buildThread(app, { communityId: community.id, authorId: coordinator, level: 'PUBLIC' as never });
    const passerBy = await connect((await buildPerson(app)).id);
    const heard: Message[] = [];
    passerBy.on('message', (message: Message) => heard.push(message));
    expect(await join(passerBy, `thread:${thread.id}`)).toMatchObject({ ok: true });
    await app.ok(
      'mutation ($input: EditCommunityInput!) { editCommunity(input: $input) { id } }',
      { input: { communityId: community.id, visibility: 'MEMBERS' } },
      { as: coordinator },
    );
    await reply(thread.id, coordinator, 'Among ourselves');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.filter((message) => message.kind === 'post-added')).toEqual([]);
    expect(await join(passerBy, `thread:${thread.id}`)).toMatchObject({ ok: false });
  });

  it.each([
    ['no object', 'thread:1'],
    ['a room of no kind', { room: 'planet:7f0c0d5e-0000-4000-8000-000000000000' }],
    ['a room by the name of a prototype', { room: '__proto__:x' }],
    ['a number that is none', { room: 'thread:x', since: 'soon' }],
    ['an array', [1, 2]],
    ['nothing', undefined],
  ])('refuse %s with an answer', async (_, message) => {
    const socket = await connect((await buildPerson(app)).id);
    expect(await socket.emitWithAck('join', message)).toMatchObject({ ok: false });
  });

  it('are not for strangers, nor for other pages', async () => {
    const refused = async (headers: Record<string, string>) => {
      const socket = io(address, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers });
      sockets.push(socket);
      return new Promise<boolean>((resolve) => {
        socket.on('connect', () => resolve(false));
        socket.on('connect_error', () => resolve(true));
      });
    };
    const cookie = await app.cookieOf((await buildPerson(app)).id);
    expect(await refused({ origin: app.config.baseUrl })).toBe(true);
    expect(await refused({ origin: 'https://elsewhere.example', cookie })).toBe(true);
    expect(await refused({ origin: app.config.baseUrl, cookie })).toBe(false);
  });
});
