import { Injectable } from '@nestjs/common';
import type { Organisation, Person } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { decodeCursor, encodeCursor, type Page, type PageArgs, pageOf, uuid } from '#platform/graphql';
import { MembershipFollows, RoleAboveOwn } from './communities.errors.js';
import { Communities } from './communities.service.js';
import type { Community } from './community.entity.js';
import { ConfidentialityLevel, MembershipRole, reaches } from './community.enums.js';
import { communityPolicy, hasNoList, mayRead, maySeeMembers } from './community.policy.js';
import { MENTIONABLE_IN_GROUP } from './groups/groups.queries.js';
import { Groups } from './groups/groups.service.js';
import { MembershipRoll } from './membership-roll.js';
import { Membership } from './membership.entity.js';
import type { ChangeRoleInput, LeaveCommunityInput, RemoveMemberInput } from './memberships.inputs.js';
import { MEMBERSHIP, MEMBERSHIPS_OF_PERSON, membersPage, MENTIONABLE, organisationsPage } from './memberships.queries.js';
import { asOrganisation, asPerson } from './people.queries.js';

const nobody = <Node>(): Page<Node> => pageOf<Node>([], 1, () => '');

const asMembership = (row: Membership): Membership =>
  Object.assign(new Membership(), row, { person: asPerson(row.person), organisation: asOrganisation(row.organisation) });

/** The members of a community: who they are, how they leave, what they may. */
@Injectable()
export class Memberships {
  constructor(
    private readonly database: Database,
    private readonly communities: Communities,
    private readonly roll: MembershipRoll,
    private readonly groups: Groups,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** A person's memberships, by name of the community. Unfiltered: for the person alone. */
  async ofPerson(personId: string): Promise<Membership[]> {
    return (await this.database.read<Membership>(MEMBERSHIPS_OF_PERSON, [personId])).map(asMembership);
  }

  /** Coordinators first. Empty for those who may not see the members. */
  async list(actor: Actor, community: Community, { first = 20, after }: PageArgs, role?: MembershipRole | null): Promise<Page<Membership>> {
    const cursor = decodeCursor(after, ['number', 'string', 'date', 'uuid']);
    if (!maySeeMembers(actor, community)) return nobody();
    const rows = await this.database.read<Membership>(membersPage(Boolean(role), cursor !== null, hasNoList(community)), [
      community.id,
      first + 1,
      ...(role ? [role] : []),
      ...(cursor ?? []),
    ]);
    const cursorOf = ({ role: of, joinedAt, id }: Membership) =>
      encodeCursor(of === MembershipRole.ADVISOR ? 1 : 0, of, joinedAt.toISOString(), id);
    return pageOf(rows.map(asMembership), first, cursorOf, cursor !== null);
  }

  /** By name. Empty for those who may not read what is in the community. */
  async organisations(actor: Actor, community: Community, { first = 20, after }: PageArgs): Promise<Page<Organisation>> {
    const cursor = decodeCursor(after, ['string', 'uuid']);
    if (!mayRead(actor, community, ConfidentialityLevel.PUBLIC, null)) return nobody();
    const rows = await this.database.read<Organisation & { sortName: string }>(organisationsPage(cursor !== null), [
      community.id,
      first + 1,
      ...(cursor ?? []),
    ]);
    return pageOf(rows, first, (row) => encodeCursor(row.sortName, row.id), cursor !== null);
  }

  /** Members of the community, or of its group, whose name, or one of its words, begins so: only for those who can write there. */
  async mentionable(actor: Actor, communityId: string, groupId: string | null, text: string, first: number): Promise<Person[]> {
    // Whoever may leave belongs here: advisors answer, too.
    authorize(actor, communityPolicy, 'leave', await this.communities.get(actor, communityId));
    if (groupId !== null) await this.groups.openFor(actor, communityId, groupId, 'startThread');
    const beginning = text
      .replaceAll('\0', '')
      .trim()
      .slice(0, 100)
      .replace(/[\\%_]/g, '\\$&');
    const rows = await this.database.read<{ person: Person }>(groupId === null ? MENTIONABLE : MENTIONABLE_IN_GROUP, [
      groupId ?? communityId,
      beginning,
      first,
    ]);
    return rows.map((row) => asPerson(row.person));
  }

  /** The last coordinator cannot leave. @throws LastCoordinator, MembershipFollows */
  async leave(actor: Actor, input: LeaveCommunityInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, input.communityId);
        authorize(now, communityPolicy, 'leave', community);
        const membership = await tx.findOneByOrFail(Membership, { communityId: community.id, personId: now.personId });
        if (membership.isInherited) throw new MembershipFollows();
        await this.events.publish(tx, 'communities.member-left', { communityId: community.id, personId: now.personId });
        if (membership.role === MembershipRole.COORDINATOR)
          await this.audit.note(tx, now, 'communities.coordinator-left', {
            communityId: community.id,
            subject: { kind: 'person', id: now.personId },
            details: {},
          });
        await this.roll.strike(tx, membership);
        return { id: community.id };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** @throws LastCoordinator, RoleAboveOwn */
  async remove(actor: Actor, input: RemoveMemberInput): Promise<Community> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { membership, community, actor: now } = await this.openFor(tx, actor, input.membershipId);
        authorize(now, communityPolicy, 'removeMember', community);
        if (!reaches(now.roleIn(community.id), membership.role)) throw new RoleAboveOwn();
        if (membership.isInherited) throw new MembershipFollows();
        const { communityId, personId } = membership;
        await this.events.publish(tx, 'communities.member-removed', { communityId, personId, removedById: now.personId });
        const subject = { kind: 'person', id: personId } as const;
        await this.audit.note(tx, now, 'communities.member-removed', { communityId, subject, details: { role: membership.role } });
        await this.roll.strike(tx, membership);
        return { id: communityId };
      },
      (communityId) => Promise.resolve({ id: communityId }),
    );
    return this.communities.seenBy(actor, id);
  }

  /** Nobody gives, or takes, a role above their own. @throws LastCoordinator, RoleAboveOwn */
  async changeRole(actor: Actor, input: ChangeRoleInput): Promise<Membership> {
    const { id } = await this.database.once(
      actor,
      input.mutationKey,
      async (tx) => {
        const { membership, community, actor: now } = await this.openFor(tx, actor, input.membershipId);
        authorize(now, communityPolicy, 'changeRole', community);
        if (membership.isInherited && community.circleOfId) throw new MembershipFollows();
        const own = now.roleIn(community.id);
        if (!reaches(own, membership.role) || !reaches(own, input.role)) throw new RoleAboveOwn();
        if (membership.role === input.role) return membership;
        const { communityId, personId, id: membershipId } = membership;
        await this.events.publish(tx, 'communities.role-changed', {
          communityId,
          personId,
          membershipId,
          changedById: now.personId,
          role: input.role,
        });
        const subject = { kind: 'person', id: personId } as const;
        const details = { from: membership.role, role: input.role };
        await this.audit.note(tx, now, 'communities.role-changed', { communityId, subject, details });
        await this.roll.changeRole(tx, membership, input.role);
        return membership;
      },
      (membershipId) => Promise.resolve({ id: membershipId } as Membership),
    );
    return this.get(id);
  }

  /** One membership with its person, unfiltered: for the answers of writes that were allowed. */
  async get(id: string): Promise<Membership> {
    const [row] = await this.database.read<Membership>(MEMBERSHIP, [id]);
    if (!row) throw new NotFound();
    return asMembership(row);
  }

  /** A membership under its community's lock; those who may not see the members do not find it. */
  private async openFor(tx: Tx, actor: Actor, membershipId: string) {
    const found = await tx.findOneBy(Membership, { id: uuid(membershipId) });
    if (!found) throw new NotFound();
    const { community, actor: now } = await this.roll.open(tx, actor, found.communityId);
    // Once more under the lock: it may be gone, or have another role.
    const membership = await tx.findOneBy(Membership, { id: found.id });
    if (!membership || !community || !maySeeMembers(now, community)) throw new NotFound();
    return { membership, community, actor: now };
  }
}
