import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One answer of a server. */
export interface Answer {
  status: number;
  body: Buffer;
}

/** A request, ready to be sent as it is. */
export function request(method: 'GET' | 'POST', path: string, headers: Record<string, string>, body = ''): Buffer {
  const all = { host: 'localhost', accept: 'application/json', ...headers, ...(body ? { 'content-type': 'application/json' } : {}) };
  const lines = Object.entries({ ...all, 'content-length': String(Buffer.byteLength(body)) }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** HTTP with next to no cost of its own, so that the asking does not slow down what is asked: one kept connection, one request at a time. */
export class Connection {
  private readonly socket: Socket;
  private chunks: Buffer[] = [];
  private received = 0;
  private bodyAt = -1;
  private length = 0;
  private status = 0;
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect(Number(port), hostname);
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the server hung up')));
  }

  send(bytes: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (this.bodyAt < 0) this.readHead();
    if (this.bodyAt < 0 || this.received < this.bodyAt + this.length) return;
    const body = Buffer.concat(this.chunks).subarray(this.bodyAt, this.bodyAt + this.length);
    const { settle, status } = this;
    this.chunks = [];
    this.received = 0;
    this.bodyAt = -1;
    this.settle = null;
    settle?.resolve({ status, body });
  }

  private readHead(): void {
    const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.chunks = [bytes];
    const end = bytes.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = bytes.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.fail(new Error(`an answer without a length: ${head}`));
    this.status = Number(head.slice(9, 12));
    this.length = Number(length);
    this.bodyAt = end + END_OF_HEAD.length;
  }

  private fail(error: Error): void {
    this.settle?.reject(error);
    this.settle = null;
  }
}
