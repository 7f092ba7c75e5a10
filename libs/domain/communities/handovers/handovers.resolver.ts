import { Args, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { People, Person, Viewer } from '#domain/people';
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
import { DateTimeScalar } from '#platform/graphql';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { CommunitySeat } from '../seats/community-seat.entity.js';
import { type SeatRow, Seats } from '../seats/seats.service.js';
import { Handover } from './handover.entity.js';
import { HandoverItem } from './handover-item.entity.js';
import { HandoverAction, PassedOnKind } from './handover.enums.js';
import { handoverPolicy } from './handover.policy.js';
import { BeginHandoverInput, HandoverInput, OfferHandoverInput, WriteHandoverInput } from './handovers.inputs.js';
import { type HandoverRow, Handovers } from './handovers.service.js';
import type { PassedOn } from './handover-sources.js';

@ObjectType({ description: 'One thing that passes on to the successor.' })
export class PassedOnThing {
  @Field(() => PassedOnKind, { description: 'What it is.' })
  kind!: PassedOnKind;
  @Field(() => String, { description: 'What it is called.' })
  title!: string;
  @Field(() => String, { description: 'Where to look: a path of the web client.' })
  path!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is, or is due.' })
  at!: Date | null;
}

/** Handovers are read by those who take part in them; taking over answers with the rights that one has then. */
@Resolver(() => Handover)
export class HandoversResolver {
  constructor(
    private readonly handovers: Handovers,
    private readonly seats: Seats,
    private readonly communities: Communities,
    private readonly people: People,
    private readonly actors: CommunityActorSource,
  ) {}

  @Query(() => Handover, { description: 'A handover that one takes part in.' })
  handover(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string): Promise<HandoverRow> {
    return this.handovers.get(actor, id);
  }

  @Mutation(() => Handover, { description: 'Begins to hand over a seat, or one’s role.' })
  beginHandover(@CurrentActor() actor: Actor, @Args('input', { description: 'What.' }) input: BeginHandoverInput): Promise<HandoverRow> {
    return this.handovers.begin(actor, input);
  }

  @Mutation(() => Handover, { description: 'Writes the notes and the checklist of a handover.' })
  writeHandover(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What the successor should know.' }) input: WriteHandoverInput,
  ): Promise<HandoverRow> {
    return this.handovers.write(actor, input);
  }

  @Mutation(() => Handover, { description: 'Asks someone to take over.' })
  offerHandover(@CurrentActor() actor: Actor, @Args('input', { description: 'Whom.' }) input: OfferHandoverInput): Promise<HandoverRow> {
    return this.handovers.offer(actor, input);
  }

  @Mutation(() => Handover, { description: 'Takes over.' })
  async acceptHandover(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: HandoverInput,
  ): Promise<HandoverRow> {
    const handover = await this.handovers.accept(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return handover;
  }

  @Mutation(() => Handover, { description: 'Says that all is passed on.' })
  closeHandover(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: HandoverInput): Promise<HandoverRow> {
    return this.handovers.close(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Calls a handover off.' })
  async withdrawHandover(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: HandoverInput,
  ): Promise<boolean> {
    await this.handovers.withdraw(actor, input);
    return true;
  }

  @ResolveField(() => Community, { description: 'Where.' })
  async community(@Parent() handover: HandoverRow, @CurrentLoaders() loaders: Loaders): Promise<Community> {
    const community = await loaders.load(this.communities.communitiesByIds, handover.communityId);
    if (!community) throw new NotFound();
    return community;
  }

  @ResolveField(() => CommunitySeat, { nullable: true, description: 'The seat that passes on, with its history; null where it is a role.' })
  seat(@Parent() { seatId }: HandoverRow, @CurrentActor() actor: Actor): Promise<SeatRow | null> | null {
    return seatId ? this.seats.find(actor, seatId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who hands over.' })
  from(@Parent() { fromId }: HandoverRow, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return fromId ? loaders.load(this.people.peopleByIds, fromId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who takes over.' })
  to(@Parent() { toId }: HandoverRow, @CurrentLoaders() loaders: Loaders): Promise<Person | null> | null {
    return toId ? loaders.load(this.people.peopleByIds, toId) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The address that was asked; for those who may ask by mail.' })
  toEmail(@Parent() handover: HandoverRow, @CurrentActor() actor: Actor): string | null {
    return handoverPolicy.offerByMail(actor, handover) || handover.isForViewersAddress ? handover.toEmail : null;
  }

  @ResolveField(() => [HandoverItem], { description: 'The checklist, in its order.' })
  items(@Parent() { id }: HandoverRow): Promise<HandoverItem[]> {
    return this.handovers.items(id);
  }

  @ResolveField(() => [PassedOnThing], { description: 'What passes on by itself, as far as the viewer may read it.' })
  passesOn(@Parent() handover: HandoverRow, @CurrentActor() actor: Actor): Promise<PassedOn[]> {
    return this.handovers.passesOn(actor, handover);
  }

  @ResolveField(() => [HandoverAction], { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() handover: HandoverRow, @CurrentActor() actor: Actor): HandoverAction[] {
    const actions = allowedActions(actor, handoverPolicy, handover);
    return actions.map((action) => action.replace(/[A-Z]/g, '_$&').toUpperCase() as HandoverAction);
  }
}

@Resolver(() => Viewer)
export class ViewerHandoversResolver {
  constructor(private readonly all: Handovers) {}

  @ResolveField(() => [Handover], { description: 'Open handovers that concern me, the newest first.' })
  handovers(@Parent() _viewer: Viewer, @CurrentActor() actor: Actor): Promise<HandoverRow[]> {
    return this.all.forViewer(actor);
  }
}

@Resolver(() => Community)
export class CommunityHandoversResolver {
  constructor(private readonly all: Handovers) {}

  @ResolveField(() => [Handover], { description: 'Open handovers; for those who coordinate it, else empty.' })
  handovers(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<HandoverRow[]> {
    return this.all.ofCommunity(actor, community.id);
  }
}
