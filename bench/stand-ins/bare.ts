import { createServer, type IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { Store } from './store.js';
import { keepLiveTexts } from './live-texts.js';

/**
 * What a server of this kind can do at best: plain HTTP on prepared statements; a socket.io room hears of a reply once it is stored; changes of live
 * texts are stored and then relayed. Nobody is asked who they are.
 */
const url = process.env['DATABASE_URL'] ?? '';
const store = new Store(url);

const http = createServer((request, response) => {
  answer(request).then(
    (body) => {
      const bytes = Buffer.from(JSON.stringify(body));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', (message: { room: string }, reply: (answer: object) => void) => {
    void socket.join(message.room);
    reply({ ok: true });
  });
});
keepLiveTexts(io.of('/writing'), url);

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, what, id = '', from = '1'] = (request.url ?? '').split('/');
  const viewerId = String(request.headers['x-person']);
  if (what === 'threads') return { threads: await store.threads(id, viewerId) };
  if (what === 'thread') {
    const [thread, posts] = await Promise.all([store.thread(id, viewerId), store.posts(id, viewerId, Number(from))]);
    return { thread, posts };
  }
  const body = (await bodyOf(request)) as object;
  const post = await store.reply(id, viewerId, body);
  const message = { room: `thread:${id}`, seq: post.position, kind: 'post-added', payload: { ...post, threadId: id, body } };
  io.to(message.room).emit('message', message);
  return { post };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

http.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
