import { Injectable } from '@nestjs/common';
import { Person } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, authorize, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { type Limit, Limits } from '#platform/limits';
import { InvitationForAnother, InvitationNotValid, organisationNeeded, RoleAboveOwn } from './communities.errors.js';
import { Communities } from './communities.service.js';
import type { Community } from './community.entity.js';
import { type MembershipRole, reaches } from './community.enums.js';
import { communityPolicy, MAY_INVITE } from './community.policy.js';
import { Invitation } from './invitation.entity.js';
import { InvitationMail } from './invitation-mail.js';
import { InvitationLinks } from './links/invitation-links.service.js';
import { MembershipRoll } from './membership-roll.js';
import { Membership } from './membership.entity.js';
import type { AcceptInvitationInput, InviteToCommunityInput } from './memberships.inputs.js';
import { INVITATION, INVITATION_OFFER, invitationsPage, USE_INVITATION, WITHDRAW_EARLIER } from './memberships.queries.js';
import { asPerson } from './people.queries.js';

const VALID_FOR = 14 * 86_400_000;
/** Many mails to strangers in a short time are not invitations. */
const A_DAY: Limit = { purpose: 'invite', tries: 100, seconds: 86_400 };

/** What an invitation link offers. */
export interface Offer {
  community: Community;
  role: MembershipRole;
  invitedBy: Person;
}

/** Who is invited, as what, and what stood beside the address in a list. */
export interface Invited {
  email: string;
  role: MembershipRole;
  name?: string | null;
  organisationName?: string | null;
  /** Of the mail; the inviter's where nothing is known. */
  language?: string | null;
}

const asInvitation = (row: Invitation): Invitation => Object.assign(new Invitation(), row, { invitedBy: asPerson(row.invitedBy) });

type OfferedInvitation = Invitation & { inviterRole: string };

/** Invitations by mail: for one address, used once, for fourteen days, and never worth more than what the inviter may give when it is used. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly mail: InvitationMail,
    private readonly links: InvitationLinks,
    private readonly limits: Limits,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Says nothing about whether the address has an account or is a member. An earlier open invitation to it is withdrawn. @throws RoleAboveOwn */
  async invite(actor: Actor, input: InviteToCommunityInput): Promise<Invitation> {
    // Not inside the transaction: it needs a connection of its own, and many at once would wait for each other for ever.
    await this.limits.count(A_DAY, actor.personId);
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'invite', community);
        if (!reaches(now.roleIn(community.id), input.role)) throw new RoleAboveOwn();
        return this.write(tx, now, community.id, { email: input.email, role: input.role });
      },
      (invitationId) => Promise.resolve({ id: invitationId } as Invitation),
    );
    const [row] = await this.database.read<Invitation>(INVITATION, [id]);
    if (!row) throw new NotFound();
    return asInvitation(row);
  }

  /** Writes one and queues its mail; the caller has looked whether the actor may. An earlier open invitation to the address is withdrawn. */
  async write(tx: Tx, actor: Actor, communityId: string, to: Invited): Promise<Invitation> {
    const { email, role, name = null, organisationName = null, language } = to;
    const createdAt = this.clock.now();
    await this.database.run(tx, WITHDRAW_EARLIER, [communityId, email, createdAt]);
    const token = newToken();
    const invitation = tx.create(Invitation, { communityId, email, role, name, organisationName, tokenHash: hashToken(token) });
    Object.assign(invitation, { invitedById: actor.personId, createdAt, expiresAt: new Date(createdAt.getTime() + VALID_FOR) });
    await tx.save(invitation);
    await this.mail.send(tx, invitation, token, language ?? actor.language);
    await this.events.publish(tx, 'communities.invited', { communityId, invitationId: invitation.id, invitedById: actor.personId });
    const subject = { kind: 'invitation', id: invitation.id } as const;
    await this.audit.note(tx, actor, 'communities.invited', { communityId, subject, details: { role } });
    return invitation;
  }

  /** Many invitations at once count like many one by one. Not inside a transaction. */
  async countMany(actor: Actor, many: number): Promise<void> {
    if (many > 0) await this.limits.count(A_DAY, actor.personId, many);
  }

  /** What the link offers; whoever has it may look, also without an account. @throws InvitationNotValid */
  async offer(token: string): Promise<Offer> {
    const link = await this.links.find(token);
    const invitation = link ?? (await this.find(token));
    const [community] = await this.communities.communitiesByIds([invitation.communityId]);
    if (!community || community.archivedAt) throw new InvitationNotValid();
    return { community, role: invitation.role, invitedBy: link?.createdBy ?? asPerson((invitation as Invitation).invitedBy) };
  }

  /** The id of the membership. Who is a member already stays as they are. @throws InvitationNotValid, InvitationForAnother */
  async accept(actor: Actor, input: AcceptInvitationInput): Promise<string> {
    if (await this.links.find(input.token)) return this.links.accept(actor, input);
    return this.database.transaction(async (tx) => {
      const tokenHash = hashToken(input.token);
      const used = await tx.findOneBy(Invitation, { tokenHash, acceptedById: actor.personId });
      const again = used && (await tx.findOneBy(Membership, { communityId: used.communityId, personId: actor.personId }));
      if (again) return again.id;
      const [offered] = await this.database.run<OfferedInvitation>(tx, INVITATION_OFFER, [tokenHash, this.clock.now()]);
      if (!offered) throw new InvitationNotValid();
      const { community } = await this.roll.open(tx, actor, offered.communityId);
      // The inviter's role once more, under the lock: it may have been taken a moment ago.
      const [invitation] = await this.database.run<OfferedInvitation>(tx, INVITATION_OFFER, [tokenHash, this.clock.now()]);
      if (!community || community.archivedAt || !invitation || !stillGiven(invitation)) throw new InvitationNotValid();
      const { email } = await tx.findOneByOrFail(Person, { id: actor.personId });
      if (email !== invitation.email) throw new InvitationForAnother();
      const organisationId = await this.roll.ownOrganisation(tx, actor.personId, input.organisationId);
      if (!organisationId && !community.allowsIndividuals) throw organisationNeeded();
      const [won] = await this.database.run<{ id: string }>(tx, USE_INVITATION, [tokenHash, this.clock.now(), actor.personId]);
      if (!won) throw new InvitationNotValid();
      const { role, communityId } = invitation;
      const subject = { kind: 'invitation', id: won.id } as const;
      await this.audit.note(tx, actor, 'communities.invitation-accepted', { communityId, subject, details: { role } });
      return (await this.roll.add(tx, community, { personId: actor.personId, organisationId, role: invitation.role })).id;
    });
  }

  /** Withdrawn, used or expired already: nothing left to do. */
  async revoke(actor: Actor, invitationId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const invitation = await tx.findOneBy(Invitation, { id: uuid(invitationId) });
      if (!invitation) throw new NotFound();
      const { community, actor: now } = await this.roll.open(tx, actor, invitation.communityId);
      if (!community || !communityPolicy.invite(now, community)) throw new NotFound();
      if (!invitation.isOpen(this.clock.now())) return;
      await tx.update(Invitation, { id: invitation.id }, { revokedAt: this.clock.now() });
      const { id, role, communityId } = invitation;
      const subject = { kind: 'invitation', id } as const;
      await this.audit.note(tx, now, 'communities.invitation-revoked', { communityId, subject, details: { role } });
    });
  }

  /** The latest first, without the withdrawn ones; none for those who may not invite. */
  async list(actor: Actor, community: Community, { first = 20, after }: PageArgs): Promise<Page<Invitation>> {
    const cursor = decodeCursor(after, ['date', 'uuid']);
    if (!communityPolicy.invite(actor, community)) return pageOf<Invitation>([], 1, () => '');
    const rows = await this.database.read<Invitation>(invitationsPage(cursor !== null), [community.id, first + 1, ...(cursor ?? [])]);
    return pageOf(rows.map(asInvitation), first, (row) => encodeCursor(row.createdAt.toISOString(), row.id), cursor !== null);
  }

  private async find(token: string): Promise<OfferedInvitation> {
    const [invitation] = await this.database.read<OfferedInvitation>(INVITATION_OFFER, [hashToken(token), this.clock.now()]);
    if (!invitation || !stillGiven(invitation)) throw new InvitationNotValid();
    return invitation;
  }
}

/** Whether the inviter could still give this role today: the same rule as for inviting. */
const stillGiven = ({ inviterRole, role }: OfferedInvitation): boolean => reaches(inviterRole, MAY_INVITE) && reaches(inviterRole, role);
