import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Person } from '#domain/people';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { formatDay, translate } from '#platform/i18n';
import { Mailer } from '#platform/mail';

const LEAVING = 'privacy.leaving';
const DELETED = 'privacy.deleted';

/** The two mails of a deletion: that it was asked for, with a way back; and that it is done, with a reference. */
@Injectable()
export class DeletionMails implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const host = new URL(this.config.baseUrl).host;
    this.mailer.define<{ token: string; leavingAt: string; timeZone: string }>(LEAVING, ({ token, leavingAt, timeZone }, { language }) => ({
      subject: translate(language, 'leaving.subject'),
      blocks: [
        { kind: 'heading', text: translate(language, 'leaving.heading') },
        { kind: 'paragraph', text: translate(language, 'leaving.when', { day: formatDay(new Date(leavingAt), { language, timeZone }) }) },
        { kind: 'paragraph', text: translate(language, 'leaving.back') },
        { kind: 'button', text: translate(language, 'leaving.keep'), url: `${this.config.baseUrl}/keep-account?token=${token}` },
      ],
      reason: translate(language, 'leaving.reason', { host }),
    }));
    this.mailer.define<{ reference: string; keeps: boolean }>(DELETED, ({ reference, keeps }, { language }) => ({
      subject: translate(language, 'deleted.subject'),
      blocks: [
        { kind: 'heading', text: translate(language, 'deleted.heading') },
        { kind: 'paragraph', text: translate(language, keeps ? 'deleted.kept' : 'deleted.removed') },
        { kind: 'facts', facts: [{ name: translate(language, 'deleted.reference'), value: reference }] },
        { kind: 'note', text: translate(language, 'deleted.backups') },
      ],
      reason: translate(language, 'deleted.reason', { host }),
    }));
  }

  leaving(tx: Tx, { email, language, timeZone }: Person, token: string, leavingAt: Date): Promise<void> {
    const params = { token, leavingAt: leavingAt.toISOString(), timeZone };
    return this.mailer.send(tx, { kind: LEAVING, to: email, language, params, expiresAt: leavingAt });
  }

  deleted(tx: Tx, { email, language }: Person, reference: string, keeps: boolean): Promise<void> {
    return this.mailer.send(tx, { kind: DELETED, to: email, language, params: { reference, keeps } });
  }
}
