import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation, Organisations, People, Person, Viewer } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, type RequestContext } from '#platform/auth';
import { NotFound } from '#platform/errors';
import { PageSizeScalar } from '#platform/graphql';
import { CommunityActorSource } from './actor-source.js';
import { Communities } from './communities.service.js';
import { Community } from './community.entity.js';
import { JoinRequest } from './join-request.entity.js';
import { Joining } from './joining.service.js';
import { Membership } from './membership.entity.js';
import { JoinResult } from './memberships.answers.js';
import {
  AnswerJoinRequestInput,
  ChangeRoleInput,
  JoinCommunityInput,
  LeaveCommunityInput,
  RemoveMemberInput,
} from './memberships.inputs.js';
import { Memberships } from './memberships.service.js';

/** Changes of membership answer with the rights that the viewer has after them. */
@Resolver(() => Membership)
export class MembershipsResolver {
  constructor(
    private readonly memberships: Memberships,
    private readonly joining: Joining,
    private readonly communities: Communities,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly actors: CommunityActorSource,
  ) {}

  @Query(() => [Person], { description: 'People of the community, or of one of its groups, whose name begins so: for mentions.' })
  mentionable(
    @CurrentActor() actor: Actor,
    @Args('communityId', { type: () => ID, description: 'Which community.' }) communityId: string,
    @Args('text', { type: () => String, description: 'The beginning of a name.' }) text: string,
    @Args('first', { type: () => PageSizeScalar, nullable: true, description: 'How many, 1 to 100; 10 when left out.' }) first?: number,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Only those in this group of it.' }) groupId?: string,
  ): Promise<Person[]> {
    return this.memberships.mentionable(actor, communityId, groupId ?? null, text, first ?? 10);
  }

  @Mutation(() => JoinResult, { description: 'Joins a community, or asks to.' })
  async joinCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Where, and for whom.' }) input: JoinCommunityInput,
  ): Promise<JoinResult> {
    const community = await this.joining.join(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return { community, membership: community.viewerMembership ?? null, request: community.viewerRequest ?? null };
  }

  @Mutation(() => Community, { description: 'Leaves a community.' })
  async leaveCommunity(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: LeaveCommunityInput,
  ): Promise<Community> {
    const community = await this.memberships.leave(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return community;
  }

  @Mutation(() => Community, { description: 'Removes a member.' })
  async removeMember(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Whom.' }) input: RemoveMemberInput,
  ): Promise<Community> {
    const community = await this.memberships.remove(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return community;
  }

  @Mutation(() => Membership, { description: 'Gives a member another role.' })
  async changeRole(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'To whom, and which.' }) input: ChangeRoleInput,
  ): Promise<Membership> {
    const membership = await this.memberships.changeRole(context.actor, input);
    context.actor = await this.actors.again(context.actor);
    return membership;
  }

  @Mutation(() => Community, { description: 'Lets someone in who asked, or not.' })
  answerJoinRequest(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The answer.' }) input: AnswerJoinRequestInput,
  ): Promise<Community> {
    return this.joining.answer(actor, input);
  }

  @ResolveField(() => Community, { description: 'Where.' })
  async community(@Parent() membership: Membership, @CurrentLoaders() loaders: Loaders): Promise<Community> {
    return found(await loaders.load(this.communities.communitiesByIds, membership.communityId));
  }

  @ResolveField(() => Person, { description: 'Who.' })
  async person(@Parent() membership: Membership, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    return membership.person ?? found(await loaders.load(this.people.peopleByIds, membership.personId));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'For which organisation.' })
  async organisation(@Parent() membership: Membership, @CurrentLoaders() loaders: Loaders): Promise<Organisation | null> {
    if (membership.organisation !== undefined || !membership.organisationId) return membership.organisation ?? null;
    return loaders.load(this.organisations.organisationsByIds, membership.organisationId);
  }
}

@Resolver(() => JoinRequest)
export class JoinRequestsResolver {
  constructor(private readonly people: People) {}

  @ResolveField(() => Person, { description: 'Who asks.' })
  async person(@Parent() request: JoinRequest, @CurrentLoaders() loaders: Loaders): Promise<Person> {
    return request.person ?? found(await loaders.load(this.people.peopleByIds, request.personId));
  }
}

/** A viewer is given to its owner alone, so the memberships need no other check. */
@Resolver(() => Viewer)
export class ViewerMembershipsResolver {
  constructor(private readonly all: Memberships) {}

  @ResolveField(() => [Membership], { description: 'Where I am a member, by name of the community.' })
  memberships(@Parent() viewer: Viewer): Promise<Membership[]> {
    return this.all.ofPerson(viewer.id);
  }
}

const found = <T>(thing: T | null): T => {
  if (!thing) throw new NotFound();
  return thing;
};
