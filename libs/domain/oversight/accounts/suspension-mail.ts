import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Person } from '#domain/people';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { translate } from '#platform/i18n';
import { Mailer, type MailContent } from '#platform/mail';

const KIND = 'oversight.standing';

/** Tells someone that their account was suspended, and why, or that it is open again: as it stands when the mail leaves. */
@Injectable()
export class SuspensionMail implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.mailer.define<{ personId: string }>(KIND, ({ personId }, { language }) => this.write(personId, language));
  }

  send(tx: Tx, person: Person): Promise<void> {
    return this.mailer.send(tx, { kind: KIND, to: person.email, language: person.language, params: { personId: person.id } });
  }

  private async write(personId: string, language: string): Promise<MailContent | null> {
    const person = await this.database.dataSource.manager.findOneBy(Person, { id: personId });
    if (!person || person.deletedAt) return null;
    const { host } = new URL(this.config.baseUrl);
    const reason = translate(language, 'standing.reason', { host });
    if (!person.suspendedAt)
      return {
        subject: translate(language, 'standing.openSubject'),
        blocks: [
          { kind: 'heading', text: translate(language, 'standing.openHeading') },
          { kind: 'paragraph', text: translate(language, 'standing.open') },
          { kind: 'button', text: translate(language, 'signIn.button'), url: `${this.config.baseUrl}/sign-in` },
        ],
        reason,
      };
    return {
      subject: translate(language, 'standing.suspendedSubject'),
      blocks: [
        { kind: 'heading', text: translate(language, 'standing.suspendedHeading') },
        { kind: 'paragraph', text: translate(language, 'standing.suspended') },
        { kind: 'paragraph', text: person.suspendedReason ?? '' },
        { kind: 'note', text: translate(language, 'standing.whatNow') },
      ],
      reason,
    };
  }
}
