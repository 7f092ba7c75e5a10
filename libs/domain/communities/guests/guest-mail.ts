import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { localeOf } from '#platform/i18n';
import { Mailer, type MailContent } from '#platform/mail';
import { Communities } from '../communities.service.js';
import { IS_MEMBER_ADDRESS } from '../memberships.queries.js';
import { guestWords } from './guest-mail.words.js';
import { GUEST, type GuestRow } from './guests.queries.js';

const KIND = 'communities.guest-invitation';

interface Params {
  guestId: string;
}

/** Asks somebody to be a guest. It names the community and the one who invites, and nothing of what is said there. */
@Injectable()
export class GuestMail implements OnModuleInit {
  constructor(
    private readonly mailer: Mailer,
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mailer.define<Params>(KIND, (params, { language }) => this.write(params, language));
  }

  send(tx: Tx, guestId: string, { email: to, language }: { email: string; language: string }, expiresAt: Date): Promise<void> {
    return this.mailer.send(tx, { kind: KIND, to, language, params: { guestId }, expiresAt });
  }

  private async write({ guestId }: Params, language: string): Promise<MailContent | null> {
    const [guest] = await this.database.read<GuestRow>(GUEST, [guestId]);
    if (!guest || guest.endedAt || guest.acceptedAt || guest.until <= this.clock.now()) return null;
    const [community] = await this.communities.communitiesByIds([guest.communityId]);
    // A member needs no invitation; whoever invited them does not learn that they are one.
    const [found] = guest.email
      ? await this.database.read<{ isMember: boolean }>(IS_MEMBER_ADDRESS, [guest.communityId, guest.email])
      : [{ isMember: false }];
    if (!community || found?.isMember) return null;
    const words = guestWords(language);
    const until = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(guest.until);
    return {
      subject: words.subject,
      blocks: [
        { kind: 'heading', text: words.heading },
        { kind: 'paragraph', text: words.hello(guest.name) },
        { kind: 'paragraph', text: words[guest.subject](guest.invitedBy.name, community.name) },
        { kind: 'paragraph', text: words.seen },
        { kind: 'button', text: words.look, url: new URL('/guest', this.config.baseUrl).toString() },
        { kind: 'note', text: words.until(until) },
      ],
      reason: words.reason,
    };
  }
}
