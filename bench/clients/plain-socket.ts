import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A socket.io connection with next to no cost of its own, so that a thousand of them can be heard in one process. */
export class PlainSocket {
  private buffered: Buffer = Buffer.alloc(0);
  private isOpen = false;
  private readonly socket: Socket;
  private whenJoined: ((answer: { ok: boolean }) => void) | null = null;

  /** `hear` gets the text of each message as it came. */
  constructor(
    url: string,
    cookie: string,
    private readonly room: string,
    private readonly hear: (text: string) => void,
    private readonly fail: (error: Error) => void,
  ) {
    const { hostname, port } = new URL(url);
    this.socket = connect(Number(port), hostname, () => {
      this.socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: localhost:${port}\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
          `sec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\ncookie: ${cookie}\r\norigin: http://localhost:${port}\r\n\r\n`,
      );
    });
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', this.fail);
  }

  /** Until the server has let us into the room. */
  joined(): Promise<{ ok: boolean }> {
    return new Promise((resolve) => (this.whenJoined = resolve));
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk]);
    if (!this.isOpen) {
      const end = this.buffered.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = this.buffered.toString('latin1', 0, end);
      if (!head.startsWith('HTTP/1.1 101')) return this.fail(new Error(head));
      this.isOpen = true;
      this.buffered = this.buffered.subarray(end + 4);
    }
    for (let frame = this.frame(); frame !== undefined; frame = this.frame()) this.read(frame);
  }

  /** The next whole frame's text; servers do not mask theirs. */
  private frame(): string | undefined {
    const bytes = this.buffered;
    if (bytes.length < 2) return undefined;
    const short = (bytes[1] as number) & 0x7f;
    const at = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length < at) return undefined;
    const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
    if (bytes.length < at + length) return undefined;
    this.buffered = bytes.subarray(at + length);
    return bytes.toString('utf8', at, at + length);
  }

  private read(text: string): void {
    if (text.startsWith('42')) return this.hear(text);
    if (text === '2') return this.send('3');
    if (text.startsWith('0')) return this.send('40');
    if (text.startsWith('40')) return this.send(`420${JSON.stringify(['join', { room: this.room }])}`);
    if (text.startsWith('44')) return this.fail(new Error(text));
    if (text.startsWith('430')) this.whenJoined?.((JSON.parse(text.slice(3)) as [{ ok: boolean }])[0]);
  }

  private send(text: string): void {
    const bytes = Buffer.from(text);
    const head =
      bytes.length < 126 ? Buffer.from([0x81, 0x80 | bytes.length]) : Buffer.from([0x81, 0xfe, bytes.length >> 8, bytes.length & 0xff]);
    // A mask of zeros leaves the text as it is.
    this.socket.write(Buffer.concat([head, Buffer.alloc(4), bytes]));
  }
}
