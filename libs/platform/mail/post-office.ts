import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '#platform/config';
import type { MailContent, MailEnvelope } from './mail.js';
import { mailText } from './mail-text.js';

/** A mail as it goes out. */
export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
}

/** One line, as a header must be: what came from people may hold anything. */
const oneLine = (text: string) =>
  text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, 200);

/** A mail server that hangs must not hold the queue up; the address may say otherwise. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(name)) url.searchParams.set(name, '20000');
  return url.toString();
}

/** Writes mails and hands them to the mail server. */
@Injectable()
export class PostOffice implements OnApplicationShutdown {
  private readonly transport;

  constructor(private readonly config: Config) {
    this.transport = config.smtpUrl
      ? createTransport(withTimeouts(config.smtpUrl), { from: config.mailFrom, disableFileAccess: true, disableUrlAccess: true })
      : null;
  }

  /** Without a mail server, mails are kept for the mailbox page instead. */
  get hasServer(): boolean {
    return this.transport !== null;
  }

  async write(content: MailContent, language: string): Promise<WrittenMail> {
    const subject = oneLine(content.subject);
    // Reading the layout's library takes a good part of a start, and the first mail can wait for it.
    const { mailHtml } = await import('./mail-layout.js');
    return {
      subject,
      text: mailText(content),
      html: await mailHtml({ ...content, subject }, language),
      calendar: content.calendar?.text ?? null,
    };
  }

  async post(envelope: MailEnvelope, content: MailContent, mail: WrittenMail): Promise<void> {
    await this.transport?.sendMail({
      to: { name: '', address: envelope.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // The same mail sent twice after a crash has the same id, so that mailboxes show it once.
      messageId: `<${envelope.id}@${new URL(this.config.baseUrl).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': envelope.language,
        ...(content.unsubscribeUrl
          ? { 'List-Unsubscribe': `<${content.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
      ...(content.calendar
        ? { icalEvent: { method: content.calendar.method, filename: 'invite.ics', content: content.calendar.text } }
        : {}),
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
