import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server for tests: takes what it is given, or fails as told. */
export class TestMailServer {
  readonly received: { from: string; to: string[]; data: string }[] = [];
  /** `away` hangs up, `refuse` says no for good, `forget` takes a mail and dies before it says so. */
  mood: 'take' | 'away' | 'refuse' | 'forget' = 'take';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => this.talk(socket));
  }

  static async start(): Promise<TestMailServer> {
    const mailServer = new TestMailServer();
    await new Promise<void>((resolve) => mailServer.server.listen(0, '127.0.0.1', resolve));
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private talk(socket: Socket): void {
    if (this.mood === 'away') return void socket.destroy();
    let from = '';
    let to: string[] = [];
    let data: string[] | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (data) {
        if (line !== '.') return void data.push(line.replace(/^\./, ''));
        this.received.push({ from, to, data: data.join('\n') });
        [to, data] = [[], null];
        if (this.mood === 'forget') return void socket.destroy();
        return void say('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') from = line;
      if (verb === 'RCPT') {
        if (this.mood === 'refuse') return void say('550 no such person');
        to.push(line.match(/<([^>]*)>/)?.[1] ?? line);
      }
      if (verb === 'DATA') {
        data = [];
        return void say('354 go on');
      }
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      say('250 test');
    };
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 test');
  }
}
