import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Organisation } from '#domain/people';
import { Audit } from '#platform/audit';
import { type Actor, authorize } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, onConstraint, type Tx } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { Events } from '#platform/events';
import { uuid } from '#platform/graphql';
import { Rooms } from '#platform/realtime';
import { CommunityOrganisation } from '../community-organisation.entity.js';
import type { Community } from '../community.entity.js';
import { communityPolicy } from '../community.policy.js';
import { MembershipRoll } from '../membership-roll.js';
import { CommunitySeat } from './community-seat.entity.js';
import { SeatProposal } from './seat-proposal.entity.js';
import { NotForThisOrganisation, OrganisationIsHere, OrganisationNotHere, ProposalAnswered, ProposedAlready } from './seats.errors.js';
import type { AnswerSeatProposalInput, GrantSeatsInput, ProposeSeatsInput, SeatInput } from './seats.inputs.js';
import { PROPOSALS_OF_COMMUNITY, PROPOSALS_OF_ORGANISATION } from './seats.queries.js';
import { SeatBook } from './seat-book.js';
import { type SeatRow, Seats } from './seats.service.js';

onConstraint('seat_proposal_open', () => new ProposedAlready());

/** How organisations come to hold seats: invited or asking, granted by coordinators, and given back. */
@Injectable()
export class SeatGrants {
  constructor(
    private readonly database: Database,
    private readonly roll: MembershipRoll,
    private readonly seats: Seats,
    private readonly book: SeatBook,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  /** More seats for an organisation that takes part. The community as it is then. @throws OrganisationNotHere */
  async grant(actor: Actor, input: GrantSeatsInput): Promise<string> {
    return this.write(actor, input, input.communityId, async (tx, community, now) => {
      authorize(now, communityPolicy, 'grantSeats', community);
      const { organisationId } = input;
      if (!(await tx.existsBy(CommunityOrganisation, { communityId: community.id, organisationId }))) {
        if (!(await tx.existsBy(Organisation, { id: organisationId }))) throw new NotFound();
        throw new OrganisationNotHere();
      }
      await this.give(tx, now, community.id, input);
    });
  }

  /** A coordinator invites an organisation, or someone who acts for it asks. @throws OrganisationIsHere, ProposedAlready */
  async propose(actor: Actor, input: ProposeSeatsInput): Promise<string> {
    return this.write(actor, input, input.communityId, async (tx, community, now) => {
      authorize(now, communityPolicy, 'read', community);
      const { organisationId } = input;
      if (!(await tx.existsBy(Organisation, { id: organisationId }))) throw new NotFound();
      const isInvitation = communityPolicy.grantSeats(now, community);
      if (!isInvitation && !now.speaksFor(organisationId)) throw new NotForThisOrganisation();
      if (await tx.existsBy(CommunitySeat, { communityId: community.id, organisationId, endedAt: IsNull() }))
        throw new OrganisationIsHere();
      const { seats, hasMandate } = input;
      const proposal = await tx.save(
        tx.create(SeatProposal, {
          communityId: community.id,
          organisationId,
          isInvitation,
          seats,
          hasMandate,
          purpose: input.purpose || null,
          message: input.message || null,
          madeById: now.personId,
          madeAt: this.clock.now(),
        }),
      );
      await this.events.publish(tx, 'communities.seats-proposed', {
        communityId: community.id,
        organisationId,
        proposalId: proposal.id,
        byId: now.personId,
        isInvitation,
      });
    });
  }

  /** The other side says yes or no; of two answers the first one counts. Yes: the organisation holds the seats. @throws ProposalAnswered */
  async answer(actor: Actor, input: AnswerSeatProposalInput): Promise<string> {
    const found = await this.database.dataSource.manager.findOneBy(SeatProposal, { id: uuid(input.proposalId) });
    if (!found) throw new NotFound();
    return this.write(actor, input, found.communityId, async (tx, community, now) => {
      const { organisationId, id: proposalId, isInvitation } = found;
      const isCommunity = communityPolicy.grantSeats(now, community);
      const isOrganisation = now.speaksFor(organisationId);
      // Proposals are there only for the two sides.
      if (!isCommunity && !isOrganisation) throw new NotFound();
      // The one that made it may only take it back.
      if (input.accept && !(isInvitation ? isOrganisation : isCommunity)) throw new Forbidden();
      const answer = { answeredAt: this.clock.now(), answeredById: now.personId, isAccepted: input.accept };
      const { affected } = await tx.update(SeatProposal, { id: proposalId, answeredAt: IsNull() }, answer);
      if (!affected) throw new ProposalAnswered();
      const told = { communityId: community.id, organisationId, proposalId, byId: now.personId, isAccepted: input.accept };
      await this.events.publish(tx, 'communities.seats-answered', told);
      if (!input.accept) return;
      await this.roll.addOrganisation(tx, community.id, organisationId);
      await this.give(tx, now, community.id, found, isInvitation ? found.madeById : now.personId);
    });
  }

  /** Taken back by the community, or given back by the organisation. Its history stays. */
  async end(actor: Actor, input: SeatInput): Promise<SeatRow> {
    return this.seats.write(actor, input, 'end', async (tx, seat, now) => {
      const { id: seatId, communityId, organisationId, holderId } = seat;
      await this.book.vacate(tx, seat);
      await tx.update(CommunitySeat, { id: seatId }, { endedAt: this.clock.now() });
      await this.audit.note(tx, now, 'communities.seat-ended', {
        communityId,
        subject: { kind: 'organisation', id: organisationId },
        details: { seatId },
      });
      await this.events.publish(tx, 'communities.seat-ended', { seatId, communityId, organisationId, endedById: now.personId });
      if (holderId) await this.seats.afterVacating(tx, communityId, holderId);
      await this.roll.releaseOrganisation(tx, communityId, organisationId);
    });
  }

  /** Open ones; only for those who may grant seats here. */
  async proposalsOfCommunity(actor: Actor, community: Community): Promise<SeatProposal[]> {
    if (!communityPolicy.grantSeats(actor, community)) return [];
    return this.database.read<SeatProposal>(PROPOSALS_OF_COMMUNITY, [community.id]);
  }

  /** Open ones; only for those who act for the organisation. */
  async proposalsOfOrganisation(actor: Actor, organisationId: string): Promise<SeatProposal[]> {
    if (!actor.speaksFor(organisationId)) return [];
    return this.database.read<SeatProposal>(PROPOSALS_OF_ORGANISATION, [organisationId]);
  }

  private async give(
    tx: Tx,
    now: Actor,
    communityId: string,
    {
      organisationId,
      seats,
      purpose,
      hasMandate,
    }: Pick<SeatProposal, 'organisationId' | 'seats' | 'hasMandate'> & { purpose?: string | null },
    grantedById = now.personId,
  ): Promise<void> {
    const seat = { communityId, organisationId, purpose: purpose || null, hasMandate, grantedById, grantedAt: this.clock.now() };
    const granted = await tx.save(Array.from({ length: seats }, () => tx.create(CommunitySeat, seat)));
    await this.audit.note(tx, now, 'communities.seats-granted', {
      communityId,
      subject: { kind: 'organisation', id: organisationId },
      details: { count: seats, hasMandate },
    });
    await this.events.publish(tx, 'communities.seats-granted', {
      communityId,
      organisationId,
      seatIds: granted.map(({ id }) => id),
      grantedById,
    });
  }

  /** The id of the community, under its lock; the room hears of it last. */
  private async write(
    actor: Actor,
    { mutationKey }: { mutationKey?: string },
    communityId: string,
    change: (tx: Tx, community: Community, now: Actor) => Promise<void>,
  ): Promise<string> {
    const { id } = await this.database.once(
      actor,
      mutationKey,
      async (tx) => {
        const { community, actor: now } = await this.roll.open(tx, actor, communityId);
        if (!community) throw new NotFound();
        await change(tx, community, now);
        await this.rooms.tell(tx, `community:${community.id}`, 'seats-changed', { communityId: community.id });
        return { id: community.id };
      },
      (known) => Promise.resolve({ id: known }),
    );
    return id;
  }
}
