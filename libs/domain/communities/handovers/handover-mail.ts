import { Injectable, type OnModuleInit } from '@nestjs/common';
import { People } from '#domain/people';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { Mailer, type MailContent } from '#platform/mail';
import { Communities } from '../communities.service.js';
import { Handover } from './handover.entity.js';
import { HandoverState } from './handover.enums.js';
import { handoverWords } from './handover-mail.words.js';

const KIND = 'communities.handover';
const GOOD_FOR = 14 * 86_400_000;

/** Asks someone by mail to take over. Its subject tells no name of a community: subjects show on locked screens. */
@Injectable()
export class HandoverMail implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly people: People,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mailer.define<{ handoverId: string }>(KIND, ({ handoverId }, { to, language }) => this.write(handoverId, to, language));
  }

  /** In the language of the one who asks: of the address we know nothing. */
  send(tx: Tx, { id: handoverId }: Handover, to: string, actor: Actor): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + GOOD_FOR);
    return this.mailer.send(tx, { kind: KIND, to, language: actor.language, params: { handoverId }, expiresAt });
  }

  /** Nothing is sent once it was called off, or offered to another. */
  private async write(handoverId: string, to: string, language: string): Promise<MailContent | null> {
    const handover = await this.database.dataSource.manager.findOneBy(Handover, {
      id: handoverId,
      state: HandoverState.OFFERED,
      toEmail: to,
    });
    const [community] = handover ? await this.communities.communitiesByIds([handover.communityId]) : [];
    const [person] = handover?.offeredById ? await this.people.peopleByIds([handover.offeredById]) : [];
    if (!handover || !community || !person) return null;
    const words = handoverWords(language);
    return {
      subject: words.subject,
      blocks: [
        { kind: 'heading', text: words.heading(community.name) },
        { kind: 'paragraph', text: words.asks(person.name, community.name) },
        { kind: 'button', text: words.look, url: new URL(`/handovers/${handoverId}`, this.config.baseUrl).toString() },
        { kind: 'note', text: words.how },
      ],
      reason: words.reason,
    };
  }
}
