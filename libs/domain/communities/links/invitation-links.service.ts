import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Audit } from '#platform/audit';
import { type Actor, authorize, hashToken, newToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, type Tx } from '#platform/database';
import { Conflict, NotFound } from '#platform/errors';
import { uuid } from '#platform/graphql';
import { InvitationNotValid, LinkUsedUp, RoleAboveOwn } from '../communities.errors.js';
import { Communities } from '../communities.service.js';
import type { Community } from '../community.entity.js';
import { reaches } from '../community.enums.js';
import { communityPolicy, MAY_INVITE } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { Membership } from '../membership.entity.js';
import type { AcceptInvitationInput } from '../memberships.inputs.js';
import { asPerson } from '../people.queries.js';
import { type CreatedInvitationLink, InvitationLink } from './invitation-link.entity.js';
import type { CreateInvitationLinkInput, RevokeInvitationLinkInput } from './invitation-links.inputs.js';
import { LINK, LINK_OFFER, LINKS, USE_LINK } from './invitation-links.queries.js';

const DAY = 86_400_000;
const AT_MOST = 50;

const asLink = (row: InvitationLink): InvitationLink => Object.assign(new InvitationLink(), row, { createdBy: asPerson(row.createdBy) });

type LinkAct = 'communities.invited' | 'communities.invitation-accepted' | 'communities.invitation-revoked';
type OfferedLink = InvitationLink & { makerRole: string };

/** Invitation links: for whoever has one, so often, until then, and never worth more than what its maker may give when it is used. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The address is shown once: we keep only its hash. @throws RoleAboveOwn */
  async create(actor: Actor, input: CreateInvitationLinkInput): Promise<CreatedInvitationLink> {
    const token = newToken();
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'invite', community);
        if (!reaches(now.roleIn(community.id), input.role)) throw new RoleAboveOwn();
        const createdAt = this.clock.now();
        const open = { communityId: community.id, revokedAt: IsNull(), expiresAt: MoreThan(createdAt) };
        if ((await tx.countBy(InvitationLink, open)) >= AT_MOST)
          throw new Conflict(`There are ${AT_MOST} links already. Take one back that is not needed.`, 'TOO_MANY_LINKS');
        const { name, role, maxUses } = input;
        const expiresAt = new Date(createdAt.getTime() + input.days * DAY);
        const made = { communityId: community.id, name, role, maxUses, tokenHash: hashToken(token), createdById: now.personId };
        const link = await tx.save(tx.create(InvitationLink, { ...made, createdAt, expiresAt }));
        await this.note(tx, now, 'communities.invited', link);
        return link;
      },
      () => {
        throw new Conflict('This link was made already, and its address is shown only once. Take it back and make another.', 'SHOWN_ONCE');
      },
    );
    const [row] = await this.database.read<InvitationLink>(LINK, [id]);
    if (!row) throw new NotFound();
    return { link: asLink(row), url: new URL(`/invitations/${token}`, this.config.baseUrl).toString() };
  }

  /** What a link offers; null when the token is not that of a link, or of one that is not good any more. */
  async find(token: string): Promise<OfferedLink | null> {
    const [link] = await this.database.read<OfferedLink>(LINK_OFFER, [hashToken(token), this.clock.now()]);
    return link && stillGiven(link) ? asOffered(link) : null;
  }

  /** The id of the membership. Who is a member already stays as they are and takes no place. @throws InvitationNotValid, LinkUsedUp */
  async accept(actor: Actor, input: AcceptInvitationInput): Promise<string> {
    return this.database.transaction(async (tx) => {
      const of = [hashToken(input.token), this.clock.now()];
      const [found] = await this.database.run<OfferedLink>(tx, LINK_OFFER, of);
      if (!found) throw new InvitationNotValid();
      const { community } = await this.roll.open(tx, actor, found.communityId);
      // Once more under the lock: the link may have been taken back a moment ago, or its maker's role.
      const [link] = await this.database.run<OfferedLink>(tx, LINK_OFFER, of);
      if (!community || community.archivedAt || !link || !stillGiven(link)) throw new InvitationNotValid();
      const there = await tx.findOneBy(Membership, { communityId: community.id, personId: actor.personId });
      if (there) return there.id;
      const organisationId = await this.roll.ownOrganisation(tx, actor.personId, input.organisationId);
      const [counted] = await this.database.run(tx, USE_LINK, [link.id, this.clock.now()]);
      if (!counted) throw new LinkUsedUp();
      await this.note(tx, actor, 'communities.invitation-accepted', link);
      return (await this.roll.add(tx, community, { personId: actor.personId, organisationId, role: link.role })).id;
    });
  }

  /** Taken back or expired already: nothing left to do. */
  async revoke(actor: Actor, { linkId }: RevokeInvitationLinkInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const link = await tx.findOneBy(InvitationLink, { id: uuid(linkId) });
      if (!link) throw new NotFound();
      const { community, actor: now } = await this.roll.open(tx, actor, link.communityId);
      if (!community || !communityPolicy.invite(now, community)) throw new NotFound();
      const { affected } = await tx.update(InvitationLink, { id: link.id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      if (affected) await this.note(tx, now, 'communities.invitation-revoked', link);
    });
  }

  private note(tx: Tx, actor: Actor, act: LinkAct, { id, communityId, role }: InvitationLink): Promise<void> {
    return this.audit.note(tx, actor, act, { communityId, subject: { kind: 'invitation-link', id }, details: { role } });
  }

  /** The latest first; none for those who may not invite. */
  async list(actor: Actor, community: Community): Promise<InvitationLink[]> {
    if (!communityPolicy.invite(actor, community)) return [];
    return (await this.database.read<InvitationLink>(LINKS, [community.id, this.clock.now()])).map(asLink);
  }
}

const asOffered = (link: OfferedLink): OfferedLink => Object.assign(asLink(link), { makerRole: link.makerRole });

/** Whether its maker could still give this role today: the same rule as for making it. */
const stillGiven = ({ makerRole, role }: OfferedLink): boolean => reaches(makerRole, MAY_INVITE) && reaches(makerRole, role);
