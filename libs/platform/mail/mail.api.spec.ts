import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../../apps/api/testing.js';
import { Actor } from '#platform/auth';
import { Config } from '#platform/config';
import { Jobs } from '#platform/jobs';
import { Mailer, mailboxIsOpen } from './mailer.js';
import type { MailContent, MailEnvelope, OutgoingMail } from './mail.js';
import { TestMailServer } from './testing.js';

let server: TestMailServer;
let app: TestApp;
let mailer: Mailer;
beforeAll(async () => {
  server = await TestMailServer.start();
  app = await startTestApp({ SMTP_URL: server.url, MAIL_FROM: 'House <house@example.org>', LOG_LEVEL: 'silent' });
  mailer = app.get(Mailer);
});
afterAll(async () => {
  await app?.stop();
  await server?.stop();
});
beforeEach(() => {
  server.mood = 'take';
  server.received.length = 0;
});

const page: MailContent = { subject: 'News', blocks: [{ kind: 'paragraph', text: 'Something is new.' }] };
let kinds = 0;

/** Defines a kind of mail for one test and sends one of it. */
async function send(
  compose: (params: object, envelope: MailEnvelope) => MailContent | null,
  more: Partial<OutgoingMail> = {},
): Promise<string> {
  const kind = `test.kind-${++kinds}`;
  mailer.define(kind, compose);
  await app.database.transaction((tx) => mailer.send(tx, { kind, to: 'Ana@Example.org', language: 'en', ...more }));
  return kind;
}
const stateOf = async (kind: string) => (await app.sql<{ state: string }>('select state from mail where kind = $1', [kind]))[0]?.state;
const headerOf = (data: string, name: string) =>
  data.match(new RegExp(`^${name}: (.*(?:\\n[ \\t].*)*)`, 'mi'))?.[1]?.replace(/\n[ \t]/g, ' ');
/** The HTML part; only ASCII is read out of quoted-printable. */
function htmlOf(data: string): string {
  const [, encoding = '', body = ''] = data.match(/Content-Type: text\/html[^]*?Content-Transfer-Encoding: (\S+)\n\n([^]*?)\n----_/) ?? [];
  return encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : body.replace(/=\n/g, '').replaceAll('=3D', '=');
}

describe('a mail', () => {
  it('goes to one person, from the house, as text and as HTML', async () => {
    const kind = await send(() => page);
    await app.jobsDone();
    expect(server.received).toHaveLength(1);
    const [{ to, data }] = server.received as [(typeof server.received)[0]];
    expect(to).toEqual(['ana@example.org']);
    expect(headerOf(data, 'To')).toBe('ana@example.org');
    expect(headerOf(data, 'From')).toBe('House <house@example.org>');
    expect(headerOf(data, 'Subject')).toBe('News');
    expect(headerOf(data, 'Auto-Submitted')).toBe('auto-generated');
    expect(data).toContain('text/plain');
    expect(data).toContain('text/html');
    expect(await stateOf(kind)).toBe('SENT');
  });

  it('leaves neither address nor text behind', async () => {
    const kind = await send(() => page, { params: { secret: 'swordfish' } });
    await app.jobsDone();
    const [row] = await app.sql<{ all: string }>('select row_to_json(m)::text as all from mail m where kind = $1', [kind]);
    expect(row?.all).not.toMatch(/ana@example|swordfish|Something is new/);
  });

  it('does not leave when its transaction is rolled back', async () => {
    mailer.define('test.rolled-back', () => page);
    await expect(
      app.database.transaction(async (tx) => {
        await mailer.send(tx, { kind: 'test.rolled-back', to: 'ana@example.org', language: 'en' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await app.jobsDone();
    expect(server.received).toEqual([]);
    expect(await app.sql(`select from mail where kind = 'test.rolled-back'`)).toEqual([]);
  });

  it('is dropped when it is not right any more, or late', async () => {
    const notRight = await send(() => null);
    const late = await send(() => page, { expiresAt: app.clock.now() });
    await app.jobsDone();
    expect(server.received).toEqual([]);
    expect([await stateOf(notRight), await stateOf(late)]).toEqual(['DROPPED', 'DROPPED']);
  });

  it('keeps its headers whole, whatever its subject says', async () => {
    await send(() => ({ ...page, subject: 'Hello\r\nBcc: eve@example.org\r\n\r\nbody\0' }));
    await app.jobsDone();
    const [{ to, data }] = server.received as [(typeof server.received)[0]];
    expect(to).toEqual(['ana@example.org']);
    expect(headerOf(data, 'Bcc')).toBeUndefined();
    expect(headerOf(data, 'Subject')).toBe('Hello Bcc: eve@example.org body');
  });

  it.each(['ana@example.org, eve@example.org', 'ana@example.org\r\nBcc: eve@example.org', '"a" <eve@example.org>', ''])(
    'to %j is refused',
    async (to) => {
      await expect(send(() => page, { to })).rejects.toMatchObject({ kind: 'INVALID', fields: [{ path: 'to' }] });
    },
  );

  it('says how to unsubscribe, and carries a calendar entry', async () => {
    const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    await send(() => ({ ...page, unsubscribeUrl: 'https://example.org/unsubscribe/abc', calendar: { method: 'CANCEL', text } }));
    await app.jobsDone();
    const data = server.received[0]?.data ?? '';
    expect(headerOf(data, 'List-Unsubscribe')).toBe('<https://example.org/unsubscribe/abc>');
    expect(headerOf(data, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(data).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    expect(data).toMatch(/filename="?invite\.ics/);
  });

  it('that a person would get in Arabic reads from right to left', async () => {
    await send(() => ({ subject: 'مرحبا', blocks: [{ kind: 'paragraph', text: 'مرحبا' }] }), { language: 'ar' });
    await app.jobsDone();
    const data = server.received[0]?.data ?? '';
    expect(headerOf(data, 'Content-Language')).toBe('ar');
    const html = htmlOf(data);
    expect(html).toMatch(/<html[^>]* dir="rtl"/);
    expect(html).toMatch(/<table[^>]* dir="rtl"/);
  });
});

describe('when the mail server', () => {
  /** What waits for later, is due now. */
  const hurry = () => app.sql(`update pgboss.job set start_after = now() where name = 'mail.send' and state in ('created', 'retry')`);
  const until = async (right: () => Promise<boolean> | boolean) => {
    for (let i = 0; i < 100; i++) {
      if (await right()) return;
      await hurry();
      await sleep(100);
    }
    throw new Error('it never came');
  };

  it('is away, the mail waits and leaves once it is back', async () => {
    server.mood = 'away';
    const kind = await send(() => page);
    await app.jobsDone();
    expect(await stateOf(kind)).toBe('QUEUED');
    server.mood = 'take';
    await until(async () => (await stateOf(kind)) === 'SENT');
    expect(server.received).toHaveLength(1);
  });

  it('dies after taking the mail, the second one has the same id', async () => {
    server.mood = 'forget';
    const kind = await send(() => page);
    await until(() => server.received.length === 1);
    server.mood = 'take';
    await until(async () => (await stateOf(kind)) === 'SENT');
    const ids = server.received.map(({ data }) => headerOf(data, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const [row] = await app.sql<{ id: string }>('select id from mail where kind = $1', [kind]);
    expect(ids[0]).toBe(`<${row?.id}@localhost>`);
  });

  const administrator = new Actor({
    personId: '00000000-0000-4000-8000-000000000000',
    sessionId: null,
    name: 'Ines',
    language: 'en',
    timeZone: 'UTC',
    isAdministrator: true,
    roles: new Map(),
    organisationIds: new Set(),
  });

  it('refuses for good, the mail is tried no more and an administrator can see it', async () => {
    server.mood = 'refuse';
    const kind = await send(() => page);
    await until(async () => (await app.sql(`select from pgboss.job where name = 'mail.send' and state = 'failed'`)).length > 0);
    expect(await stateOf(kind)).toBe('QUEUED');
    expect((await app.get(Jobs).parked(administrator)).map(({ queue, error }) => ({ queue, error }))).toContainEqual({
      queue: 'mail.send',
      error: 'MailRefused',
    });
  });

  it('is set, there is no mailbox page', async () => {
    for (const url of ['/dev/mail', '/dev/mail.json', '/dev/mail.css']) expect((await app.nest.inject({ url })).statusCode).toBe(404);
  });
});

describe('the mailbox page', () => {
  const config = { baseUrl: 'http://localhost:3000', environment: 'development', demo: false } as const;
  it.each([
    ['in development here', {}, true],
    ['in development at a public address', { baseUrl: 'https://example.org' }, false],
    ['in production', { environment: 'production', baseUrl: 'https://example.org' }, false],
    ['in the demo', { demo: true }, true],
    ['in the demo with a mail server', { demo: true, smtpUrl: 'smtp://localhost' }, false],
  ])('%s', (_where, more, open) => {
    expect(mailboxIsOpen(new Config({ ...config, ...more } as Config))).toBe(open);
  });
});
