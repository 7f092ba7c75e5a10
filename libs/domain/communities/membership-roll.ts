import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { OrganisationSeat, Person } from '#domain/people';
import { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Invalid } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { LastCoordinator } from './communities.errors.js';
import { CommunityOrganisation } from './community-organisation.entity.js';
import { Community } from './community.entity.js';
import { MembershipRole, reaches } from './community.enums.js';
import { hasNoList } from './community.policy.js';
import { GroupRoll } from './groups/group-roll.js';
import { JoinRequest } from './join-request.entity.js';
import { Membership } from './membership.entity.js';
import { FollowingRolls } from './family/following-rolls.js';
import { LEAVE_MERGED } from './merging/merged-roll.js';
import { publicPerson } from './people.queries.js';
import { HandoverBook } from './handovers/handover-book.js';
import { CommunitySeat } from './seats/community-seat.entity.js';
import { SeatBook } from './seats/seat-book.js';

/** A community under its lock, and the actor with the role they have at this moment. */
export interface OpenRoll {
  community: Community | null;
  actor: Actor;
}

export interface NewMember {
  personId: string;
  organisationId: string | null;
  role: MembershipRole;
  /** The seat they come in by; else a free one of their organisation is looked for. */
  seat?: CommunitySeat;
}

/** An advisor's organisation does not take part by them: it would be asked to endorse. */
const bringsOrganisation = (role: MembershipRole): boolean => role !== MembershipRole.ADVISOR;

/** Where there is no list, the room hears of those who lead alone. */
const isNamed = (community: Community, role: MembershipRole): boolean => !hasNoList(community) || reaches(role, MembershipRole.FACILITATOR);

/** What all changes of membership share: one lock per community, counters that are right, and telling those concerned. */
@Injectable()
export class MembershipRoll {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatBook,
    private readonly handovers: HandoverBook,
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly following: FollowingRolls,
    private readonly clock: Clock,
    private readonly groups: GroupRoll,
  ) {}

  /**
   * Locks the community, so that changes of its membership wait for each other, and looks again what the actor is here: the role that came
   * with the request may be gone by now. The lock does not hold up those who write threads or sessions in it.
   */
  async open(tx: Tx, actor: Actor, communityId: string): Promise<OpenRoll> {
    const community = await tx.findOne(Community, { where: { id: uuid(communityId) }, lock: { mode: 'for_no_key_update' } });
    if (!community) return { community, actor };
    const membership = await tx.findOneBy(Membership, { communityId: community.id, personId: actor.personId });
    const roles = new Map(actor.signedIn.roles);
    if (membership) roles.set(community.id, membership.role);
    else roles.delete(community.id);
    const archivedIn = new Set(actor.signedIn.archivedIn);
    if (community.archivedAt) archivedIn.add(community.id);
    else archivedIn.delete(community.id);
    return { community, actor: new Actor({ ...actor.signedIn, roles, archivedIn }) };
  }

  /** Writes someone in; who is in already stays as they are. Also closes their open request. Tells last. */
  async add(tx: Tx, community: Community, { personId, organisationId, role, seat }: NewMember): Promise<Membership> {
    const there = await tx.findOneBy(Membership, { communityId: community.id, personId });
    if (there) return there;
    const joinedAt = this.clock.now();
    const membership = await tx.save(
      tx.create(Membership, { communityId: community.id, personId, organisationId, role, joinedAt, isBySeat: Boolean(seat) }),
    );
    if (organisationId && bringsOrganisation(role)) await this.addOrganisation(tx, community.id, organisationId);
    if (seat) await this.seats.fill(tx, seat, personId, personId);
    else if (organisationId && bringsOrganisation(role)) await this.seats.takeFree(tx, community.id, organisationId, personId);
    await tx.increment(Community, { id: community.id }, 'memberCount', 1);
    await tx
      .createQueryBuilder()
      .update(JoinRequest)
      .set({ answeredAt: joinedAt, isAccepted: true })
      .where('community_id = :communityId and person_id = :personId and answered_at is null', { communityId: community.id, personId })
      .execute();
    await this.following.followed(tx, community.id, joinedAt);
    await this.events.publish(tx, 'communities.member-joined', { communityId: community.id, personId, membershipId: membership.id });
    // A right won is for open sockets, too: without it the newcomer would have to reload to write in a text.
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    if (isNamed(community, role)) {
      const person = await tx.findOneByOrFail(Person, { id: personId });
      await this.rooms.tell(tx, `community:${community.id}`, 'member-joined', {
        communityId: community.id,
        membership: { id: membership.id, role, joinedAt, person: publicPerson(person) },
      });
    }
    await this.tellPerson(tx, community.id, personId, role);
    return membership;
  }

  /** Strikes someone off, also from the groups here. Their sockets leave the rooms before the answer goes out. Tells last. */
  async strike(tx: Tx, membership: Membership): Promise<void> {
    const { communityId, personId, organisationId } = membership;
    await this.keepCoordinator(tx, membership);
    await this.groups.strikeFromAll(tx, communityId, personId);
    await tx.delete(Membership, { id: membership.id });
    await tx.decrement(Community, { id: communityId }, 'memberCount', 1);
    const seats = await this.seats.vacateAll(tx, personId, { communityId });
    await this.handovers.leftBehind(tx, membership, seats);
    if (organisationId) await this.releaseOrganisation(tx, communityId, organisationId);
    await this.database.run(tx, LEAVE_MERGED, [communityId, personId]);
    await this.following.followed(tx, communityId, this.clock.now());
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    const community = await tx.findOneByOrFail(Community, { id: communityId });
    if (isNamed(community, membership.role))
      await this.rooms.tell(tx, `community:${communityId}`, 'member-left', { communityId, membershipId: membership.id, personId });
    await this.tellPerson(tx, communityId, personId, null);
  }

  /** Gives another role. Tells last. */
  async changeRole(tx: Tx, membership: Membership, role: MembershipRole): Promise<void> {
    const { communityId, personId } = membership;
    if (role !== MembershipRole.COORDINATOR) await this.keepCoordinator(tx, membership);
    const before = membership.role;
    // Who is given a role of their own here no longer depends on another roll.
    await tx.update(Membership, { id: membership.id }, { role, isInherited: false });
    membership.role = role;
    membership.isInherited = false;
    if (bringsOrganisation(before) !== bringsOrganisation(role)) await this.bringOrTake(tx, membership);
    await this.following.followed(tx, communityId, this.clock.now());
    this.database.afterCommit(tx, () => this.rooms.recheck(personId));
    await this.rooms.tell(tx, `community:${communityId}`, 'member-changed', { communityId, membershipId: membership.id, personId, role });
    await this.tellPerson(tx, communityId, personId, role);
  }

  /** After a community came to follow another's roll, or ceased to. Under its lock. */
  bringInStep(tx: Tx, { id, circleOfId }: Pick<Community, 'id' | 'circleOfId'>): Promise<void> {
    return this.following.bringInStep(tx, id, circleOfId !== null, this.clock.now());
  }

  /** After people came on another way than one by one: rolls that follow this one take them over. Under its lock. */
  followedBy(tx: Tx, communityId: string): Promise<void> {
    return this.following.followed(tx, communityId, this.clock.now());
  }

  /** Says which organisation a member speaks for from now on; null leaves it as it is. */
  async speakFor(tx: Tx, communityId: string, personId: string, organisationId: string | null): Promise<void> {
    const membership = await tx.findOneByOrFail(Membership, { communityId, personId });
    if (!organisationId || membership.organisationId === organisationId) return;
    await tx.update(Membership, { id: membership.id }, { organisationId });
    if (!bringsOrganisation(membership.role)) return;
    await this.addOrganisation(tx, communityId, organisationId);
    await this.seats.takeFree(tx, communityId, organisationId, personId);
    if (membership.organisationId) await this.releaseOrganisation(tx, communityId, membership.organisationId);
  }

  /** Writes an organisation in; it takes part from now on. */
  async addOrganisation(tx: Tx, communityId: string, organisationId: string): Promise<void> {
    if (await tx.existsBy(CommunityOrganisation, { communityId, organisationId })) return;
    await tx.insert(CommunityOrganisation, { communityId, organisationId, since: this.clock.now() });
    await tx.increment(Community, { id: communityId }, 'organisationCount', 1);
  }

  /** The organisation one speaks for must be one's own. @throws Invalid */
  async ownOrganisation(tx: Tx, personId: string, organisationId: string | null | undefined): Promise<string | null> {
    if (!organisationId) return null;
    if (await tx.existsBy(OrganisationSeat, { personId, organisationId: uuid(organisationId) })) return organisationId;
    throw Invalid.field(
      'organisationId',
      'NOT_YOUR_ORGANISATION',
      'You have no seat in this organisation. Choose it in your profile first.',
    );
  }

  /** An organisation without a seat takes part for as long as one of its people is a member for it. */
  async releaseOrganisation(tx: Tx, communityId: string, organisationId: string): Promise<void> {
    if (await tx.existsBy(Membership, { communityId, organisationId, role: Not(MembershipRole.ADVISOR) })) return;
    if (await tx.existsBy(CommunitySeat, { communityId, organisationId, endedAt: IsNull() })) return;
    const { affected } = await tx.delete(CommunityOrganisation, { communityId, organisationId });
    if (affected) await tx.decrement(Community, { id: communityId }, 'organisationCount', 1);
  }

  /** Who becomes an advisor gives up their seats, and their organisation takes part by others or no more; who stops being one brings it back. */
  private async bringOrTake(tx: Tx, { communityId, personId, organisationId, role }: Membership): Promise<void> {
    if (!bringsOrganisation(role)) await this.seats.vacateAll(tx, personId, { communityId });
    if (!organisationId) return;
    if (bringsOrganisation(role)) await this.addOrganisation(tx, communityId, organisationId);
    else await this.releaseOrganisation(tx, communityId, organisationId);
  }

  private async keepCoordinator(tx: Tx, { id, communityId, role }: Membership): Promise<void> {
    if (role !== MembershipRole.COORDINATOR) return;
    if (!(await tx.existsBy(Membership, { communityId, role, id: Not(id) }))) throw new LastCoordinator();
  }

  private tellPerson(tx: Tx, communityId: string, personId: string, role: MembershipRole | null): Promise<void> {
    return this.rooms.tell(tx, `person:${personId}`, 'membership-changed', { communityId, role });
  }
}
