import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, Organisations, People, Person, Viewer } from '#domain/people';
import {
  type Actor,
  allowedActions,
  CurrentActor,
  CurrentLoaders,
  CurrentRequest,
  type Loaders,
  type RequestContext,
} from '#platform/auth';
import { NotFound } from '#platform/errors';
import { DateTimeScalar, type Page, PageArgs } from '#platform/graphql';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { maySeeMembers } from '../community.policy.js';
import { CommunitySeat, CommunitySeatConnection } from './community-seat.entity.js';
import { SeatGrants } from './seat-grants.service.js';
import { SeatHolding } from './seat-holding.entity.js';
import { SeatAction, seatPolicy } from './seat.policy.js';
import { SeatProposal } from './seat-proposal.entity.js';
import { AnswerSeatProposalInput, ChangeSeatInput, FillSeatInput, GrantSeatsInput, ProposeSeatsInput, SeatInput } from './seats.inputs.js';
import { type SeatRow, Seats } from './seats.service.js';

/** Changes answer with the rights that the viewer has after them. */
@Resolver(() => CommunitySeat)
export class SeatsOfOrganisationsResolver {
  constructor(
    private readonly seats: Seats,
    private readonly grants: SeatGrants,
    private readonly communities: Communities,
    private readonly organisations: Organisations,
    private readonly actors: CommunityActorSource,
  ) {}

  @Mutation(() => Community, { description: 'Grants seats to an organisation that takes part.' })
  async grantSeats(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'To whom, and how many.' }) input: GrantSeatsInput,
  ): Promise<Community> {
    return this.communities.seenBy(actor, await this.grants.grant(actor, input));
  }

  @Mutation(() => Community, { description: 'Invites an organisation to hold seats, or asks for them in its name.' })
  async proposeSeats(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which organisation, and how many.' }) input: ProposeSeatsInput,
  ): Promise<Community> {
    return this.communities.seenBy(actor, await this.grants.propose(actor, input));
  }

  @Mutation(() => Community, { description: 'Answers an invitation or a request for seats; who made it may take it back.' })
  async answerSeatProposal(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Yes or no.' }) input: AnswerSeatProposalInput,
  ): Promise<Community> {
    return this.communities.seenBy(actor, await this.grants.answer(actor, input));
  }

  @Mutation(() => CommunitySeat, { description: 'Takes a free seat of one’s organisation; who is no member yet becomes one.' })
  async holdSeat(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: SeatInput,
  ): Promise<SeatRow> {
    const seat = await this.seats.hold(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return seat;
  }

  @Mutation(() => CommunitySeat, { description: 'Says who holds a seat; who is no member yet is offered it.' })
  async fillSeat(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one, and who.' }) input: FillSeatInput,
  ): Promise<SeatRow> {
    const seat = await this.seats.fill(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return seat;
  }

  @Mutation(() => CommunitySeat, { description: 'Frees a seat; the organisation keeps it.' })
  async vacateSeat(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: SeatInput,
  ): Promise<SeatRow> {
    const seat = await this.seats.vacate(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return seat;
  }

  @Mutation(() => CommunitySeat, { description: 'Changes what a seat is for, and its mandate.' })
  async changeSeat(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'What changes.' }) input: ChangeSeatInput,
  ): Promise<SeatRow> {
    const seat = await this.seats.change(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return seat;
  }

  @Mutation(() => CommunitySeat, { description: 'Takes a seat back, or gives it back.' })
  async endSeat(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: SeatInput,
  ): Promise<SeatRow> {
    const seat = await this.grants.end(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return seat;
  }

  @ResolveField(() => Community, { description: 'Where.' })
  async community(@Parent() seat: SeatRow, @CurrentLoaders() loaders: Loaders): Promise<Community> {
    return there(await loaders.load(this.communities.communitiesByIds, seat.communityId));
  }

  @ResolveField(() => Organisation, { description: 'Whose.' })
  async organisation(@Parent() seat: SeatRow, @CurrentLoaders() loaders: Loaders): Promise<Organisation> {
    return there(await loaders.load(this.organisations.organisationsByIds, seat.organisationId));
  }

  @ResolveField(() => Boolean, { description: 'Whether nobody holds it.' })
  isVacant(@Parent() seat: SeatRow): boolean {
    return seat.holderId === null;
  }

  @ResolveField(() => Boolean, { description: 'Whether it is kept for the viewer, who need only take it.' })
  isOfferedToViewer(@Parent() seat: SeatRow, @CurrentActor() actor: Actor): boolean {
    return actor.is(seat.offeredToId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who holds it; null where it is vacant or the viewer may not see members.' })
  holder(@Parent() seat: SeatRow, @CurrentActor() actor: Actor): Person | null {
    return this.mayKnow(actor, seat) ? (seat.holder ?? null) : null;
  }

  @ResolveField(() => DateTimeScalar, { nullable: true, description: 'Since when they hold it.' })
  heldSince(@Parent() seat: SeatRow, @CurrentActor() actor: Actor): Date | null {
    return this.mayKnow(actor, seat) ? seat.heldSince : null;
  }

  @ResolveField(() => [SeatHolding], { description: 'Who has held it, the present one first; for those who may see members.' })
  async holdings(@Parent() seat: SeatRow, @CurrentActor() actor: Actor, @CurrentLoaders() loaders: Loaders): Promise<SeatHolding[]> {
    return this.mayKnow(actor, seat) ? ((await loaders.load(this.seats.holdingsOf, seat.id)) ?? []) : [];
  }

  @ResolveField(() => [SeatAction], { description: 'What the viewer may do to it.' })
  viewerCan(@Parent() seat: SeatRow, @CurrentActor() actor: Actor): SeatAction[] {
    return allowedActions(actor, seatPolicy, seat).map((action) => action.toUpperCase() as SeatAction);
  }

  private mayKnow(actor: Actor, { communityId, communityVisibility, organisationId, holderId }: SeatRow): boolean {
    return (
      maySeeMembers(actor, { id: communityId, visibility: communityVisibility }) || actor.speaksFor(organisationId) || actor.is(holderId)
    );
  }
}

@Resolver(() => SeatHolding)
export class SeatHoldingsResolver {
  @ResolveField(() => Person, { nullable: true, description: 'Who; null when the account is gone.' })
  person(@Parent() holding: SeatHolding): Person | null {
    return holding.person ?? null;
  }
}

@Resolver(() => SeatProposal)
export class SeatProposalsResolver {
  constructor(
    private readonly communities: Communities,
    private readonly organisations: Organisations,
    private readonly people: People,
  ) {}

  @ResolveField(() => Community, { description: 'Where.' })
  async community(@Parent() proposal: SeatProposal, @CurrentLoaders() loaders: Loaders): Promise<Community> {
    return there(await loaders.load(this.communities.communitiesByIds, proposal.communityId));
  }

  @ResolveField(() => Organisation, { description: 'For which organisation.' })
  async organisation(@Parent() proposal: SeatProposal, @CurrentLoaders() loaders: Loaders): Promise<Organisation> {
    return there(await loaders.load(this.organisations.organisationsByIds, proposal.organisationId));
  }

  @ResolveField(() => Person, { description: 'Who made it.' })
  async madeBy(@Parent() proposal: SeatProposal, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    return there(await loaders.load(this.people.peopleByIds, proposal.madeById));
  }
}

@Resolver(() => Community)
export class CommunitySeatsResolver {
  constructor(
    private readonly all: Seats,
    private readonly grants: SeatGrants,
  ) {}

  @ResolveField(() => CommunitySeatConnection, {
    description: 'Seats of organisations, by the organisation’s name; empty for those who may not read what is here.',
  })
  seats(@Parent() community: Community, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<SeatRow>> {
    return this.all.ofCommunity(actor, community, page);
  }

  @ResolveField(() => [CommunitySeat], { description: 'What the viewer holds here, and what they may take.' })
  viewerSeats(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<SeatRow[]> {
    return this.all.forViewer(actor, community.id);
  }

  @ResolveField(() => [SeatProposal], {
    description: 'Open invitations and requests of organisations; for those who grant seats, else empty.',
  })
  seatProposals(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<SeatProposal[]> {
    return this.grants.proposalsOfCommunity(actor, community);
  }
}

@Resolver(() => Organisation)
export class OrganisationSeatsResolver {
  constructor(
    private readonly all: Seats,
    private readonly grants: SeatGrants,
  ) {}

  @ResolveField(() => [CommunitySeat], { description: 'Its seats in communities that the viewer may see.' })
  seats(@Parent() organisation: Organisation, @CurrentActor() actor: Actor): Promise<SeatRow[]> {
    return this.all.ofOrganisation(actor, organisation.id);
  }

  @ResolveField(() => [SeatProposal], { description: 'Open invitations and requests; for those who act for it, else empty.' })
  seatProposals(@Parent() organisation: Organisation, @CurrentActor() actor: Actor): Promise<SeatProposal[]> {
    return this.grants.proposalsOfOrganisation(actor, organisation.id);
  }
}

@Resolver(() => Viewer)
export class ViewerSeatsResolver {
  constructor(private readonly all: Seats) {}

  @ResolveField(() => [CommunitySeat], { description: 'What I hold, and what I may take.' })
  seats(@Parent() _viewer: Viewer, @CurrentActor() actor: Actor): Promise<SeatRow[]> {
    return this.all.forViewer(actor, null);
  }
}

const there = <Thing>(thing: Thing | null): Thing => {
  if (!thing) throw new NotFound();
  return thing;
};
