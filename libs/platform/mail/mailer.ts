import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Statement, type Tx } from '#platform/database';
import { Jobs } from '#platform/jobs';
import { Log } from '#platform/log';
import type { ComposeMail, OutgoingMail, ReviewMail } from './mail.js';
import { mailAddress, maskedAddress } from './mail-address.js';
import type { MailDropReason } from './mail-log-entry.js';
import { PostOffice } from './post-office.js';

const QUEUE = 'mail.send';
const DAY_MS = 86_400_000;
/** A mail server may be away for a weekend. */
const GIVE_UP_AFTER_MS = 3 * DAY_MS;
const KEEP_DAYS = 30;

const QUEUE_MAIL: Statement = {
  name: 'mail.queue',
  text: `insert into mail (kind, recipient, masked, language, params, created_at, expires_at) values ($1, $2, $7, $3, $4, $5, $6) returning id`,
};

interface QueuedMail {
  id: string;
  kind: string;
  recipient: string;
  language: string;
  params: object;
  created_at: Date;
  expires_at: Date | null;
}

/** Sends mails: one recipient each, queued in the caller's transaction, written and re-checked when they leave. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly kinds = new Map<string, ComposeMail>();
  private readonly reviews = new Map<string, ReviewMail>();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly office: PostOffice,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly log: Log,
  ) {
    jobs.define<{ mailId: string; attempt?: number }>(QUEUE, ({ mailId, attempt }) => this.deliver(mailId, attempt ?? 1));
    jobs.define('mail.forget', () => this.forgetOld(), '17 3 * * *');
  }

  onModuleInit(): void {
    if (this.office.hasServer) return;
    if (!mailboxIsOpen(this.config)) this.log.warn({ step: 'mail' }, 'SMTP_URL is not set: no mail leaves, so nobody can sign in by mail');
    else if (!isHere(this.config))
      this.log.warn({ step: 'mail' }, 'SMTP_URL is not set: everybody can read every mail, sign-in codes too, at /dev/mail');
  }

  /** Says how the mails of a kind are written. In onModuleInit. */
  define<Params extends object>(kind: string, compose: ComposeMail<Params>): void {
    this.kinds.set(kind, compose as ComposeMail);
  }

  /** Lets a module further up look at the mails of a kind before they leave, for what only it knows: whether they are wanted. In onModuleInit. */
  review<Params extends object>(kind: string, review: ReviewMail<Params>): void {
    this.reviews.set(kind, review as ReviewMail);
  }

  /** Queues a mail in the caller's transaction. @throws Invalid when `to` is no mail address */
  async send(tx: Tx, mail: OutgoingMail): Promise<void> {
    if (!this.kinds.has(mail.kind)) throw new Error(`no module defined the mail ${mail.kind}`);
    const to = mailAddress(mail.to, 'to');
    const [row] = await this.database.run<{ id: string }>(tx, QUEUE_MAIL, [
      mail.kind,
      to,
      mail.language,
      JSON.stringify(mail.params ?? {}),
      this.clock.now(),
      mail.expiresAt ?? null,
      maskedAddress(to),
    ]);
    await this.jobs.send(tx, QUEUE, { mailId: row?.id });
  }

  private async deliver(mailId: string, attempt: number): Promise<void> {
    const [mail] = await this.database.read<QueuedMail>(
      {
        name: 'mail.find_queued',
        text: `select id, kind, recipient, language, params, created_at, expires_at from mail where id = $1 and state = 'QUEUED'`,
      },
      [mailId],
    );
    if (!mail) return; // sent before a crash, or forgotten
    if (mail.expires_at && mail.expires_at <= this.clock.now()) return this.close(mailId, 'DROPPED', 'EXPIRED');
    const compose = this.kinds.get(mail.kind);
    if (!compose) throw new Error(`no module defined the mail ${mail.kind}`);
    const envelope = { id: mail.id, to: mail.recipient, language: mail.language };
    const composed = await compose(mail.params, envelope);
    const review = this.reviews.get(mail.kind);
    const content = composed && review ? await review(mail.params, composed) : composed;
    if (!content) return this.close(mailId, 'DROPPED', composed ? 'NOT_WANTED' : 'NOT_TRUE_ANY_MORE');
    const written = await this.office.write(content, mail.language);
    if (!this.office.hasServer) return this.keep(mailId, written);
    try {
      await this.office.post(envelope, content, written);
    } catch (error) {
      if (this.clock.now().getTime() - mail.created_at.getTime() > GIVE_UP_AFTER_MS || isRefusal(error)) throw new MailRefused();
      this.log.warn({ job: mailId, queue: QUEUE, count: attempt }, 'the mail server did not take a mail; it is tried again');
      return this.tryLater(mailId, attempt);
    }
    return this.close(mailId, 'SENT');
  }

  private tryLater(mailId: string, attempt: number): Promise<void> {
    const pauseMs = Math.min(5_000 * 2 ** attempt, 3_600_000);
    return this.database.transaction((tx) =>
      this.jobs.send(tx, QUEUE, { mailId, attempt: attempt + 1 }, { startAfter: new Date(Date.now() + pauseMs) }),
    );
  }

  /** The log of what was sent has neither texts nor whole addresses. */
  private async close(mailId: string, state: 'SENT' | 'DROPPED', reason: MailDropReason | null = null): Promise<void> {
    await this.database.read(
      { name: 'mail.close', text: `update mail set state = $2, recipient = null, params = null, done_at = $3, reason = $4 where id = $1` },
      [mailId, state, this.clock.now(), reason],
    );
  }

  private async keep(mailId: string, mail: { subject: string; text: string; html: string; calendar: string | null }): Promise<void> {
    if (!mailboxIsOpen(this.config)) return this.close(mailId, 'DROPPED', 'NO_SERVER');
    await this.database.read(
      {
        name: 'mail.keep',
        text: `update mail set state = 'KEPT', params = null, subject = $2, body_text = $3, body_html = $4, calendar = $5, done_at = $6
                where id = $1`,
      },
      [mailId, mail.subject, mail.text, mail.html, mail.calendar, this.clock.now()],
    );
  }

  private async forgetOld(): Promise<void> {
    await this.database.read({ name: 'mail.forget', text: `delete from mail where created_at < $1` }, [
      new Date(this.clock.now().getTime() - KEEP_DAYS * DAY_MS),
    ]);
  }
}

/** The mail server said no for good: trying again would only annoy it. */
class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

const isRefusal = (error: unknown): boolean => {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return (responseCode ?? 0) >= 500 && code !== 'EAUTH';
};

/**
 * Whether `/dev/mail` is there. It shows everybody's sign-in codes: only for the demo, for tests, and for development at one's own machine;
 * never beside a mail server.
 */
export function mailboxIsOpen(config: Config): boolean {
  if (config.smtpUrl) return false;
  return config.environment === 'test' || ((config.demo || config.environment === 'development') && isHere(config));
}

const isHere = (config: Config): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(config.baseUrl).hostname);
