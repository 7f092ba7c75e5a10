import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '#platform/config';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { localeOf } from '#platform/i18n';
import { Mailer, type MailContent } from '#platform/mail';
import { Communities } from './communities.service.js';
import { Invitation } from './invitation.entity.js';
import { invitationWords } from './invitation-mail.words.js';
import { INVITATION, IS_MEMBER_ADDRESS } from './memberships.queries.js';

const KIND = 'communities.invitation';

interface Params {
  invitationId: string;
  token: string;
}

/** The mail with the link. Its subject tells no name of a community: subjects show on locked screens. */
@Injectable()
export class InvitationMail implements OnModuleInit {
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

  /** In the language of the inviter: of the address we know nothing. */
  send(tx: Tx, invitation: Invitation, token: string, language: string): Promise<void> {
    return this.mailer.send(tx, {
      kind: KIND,
      to: invitation.email,
      language,
      params: { invitationId: invitation.id, token },
      expiresAt: invitation.expiresAt,
    });
  }

  /** A member needs no invitation; whoever invited them does not learn that they are one. */
  private async isForMember({ communityId, email }: Invitation): Promise<boolean> {
    const [found] = await this.database.read<{ isMember: boolean }>(IS_MEMBER_ADDRESS, [communityId, email]);
    return found?.isMember ?? false;
  }

  /** Nothing is sent once the invitation was withdrawn, nor to members. */
  private async write({ invitationId, token }: Params, language: string): Promise<MailContent | null> {
    const [row] = await this.database.read<Invitation>(INVITATION, [invitationId]);
    const [community] = row ? await this.communities.communitiesByIds([row.communityId]) : [];
    if (row && (await this.isForMember(row))) return null;
    if (!row || !community || !Object.assign(new Invitation(), row).isOpen(this.clock.now())) return null;
    const words = invitationWords(language);
    const until = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(row.expiresAt);
    return {
      subject: words.subject,
      blocks: [
        { kind: 'heading', text: words.heading(community.name) },
        ...(row.name ? [{ kind: 'paragraph' as const, text: words.hello(row.name) }] : []),
        { kind: 'paragraph', text: words.invites(row.invitedBy.name, community.name) },
        { kind: 'paragraph', text: community.summary },
        { kind: 'button', text: words.look, url: new URL(`/invitations/${token}`, this.config.baseUrl).toString() },
        { kind: 'note', text: words.until(until) },
      ],
      reason: words.reason,
    };
  }
}
