import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** A mail that was kept because there is no mail server. */
export interface KeptMail {
  id: string;
  kind: string;
  to: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  createdAt: Date;
}

/** Mails of a server without a mail server: development and demo. */
@Injectable()
export class Mailbox {
  constructor(private readonly database: Database) {}

  /** Newest first; to one address when it is given. */
  list(to?: string, limit = 200): Promise<KeptMail[]> {
    return this.database.read<KeptMail>(
      {
        name: 'mail.list',
        text: `select id, kind, recipient as "to", language, subject, body_text as text, body_html as html, calendar, created_at as "createdAt"
                 from mail where state = 'KEPT' and ($1::text is null or recipient = lower($1)) order by number desc limit $2`,
      },
      [to ?? null, limit],
    );
  }

  async find(id: string): Promise<KeptMail | null> {
    if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
    return (await this.list()).find((mail) => mail.id === id) ?? null;
  }
}
