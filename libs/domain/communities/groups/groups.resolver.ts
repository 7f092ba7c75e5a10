import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '#domain/people';
import { type Actor, CurrentActor, CurrentLoaders, CurrentRequest, type Loaders, type RequestContext } from '#platform/auth';
import { Connection, type Page, PageArgs } from '#platform/graphql';
import { CommunityActorSource } from '../actor-source.js';
import { Communities } from '../communities.service.js';
import { Community } from '../community.entity.js';
import { GroupMembership } from './group-membership.entity.js';
import { GroupMemberships } from './group-memberships.service.js';
import { GroupRequest } from './group-request.entity.js';
import { GroupAction, GroupRole } from './group.enums.js';
import { Group } from './group.entity.js';
import { groupActions } from './group.policy.js';
import {
  AddToGroupInput,
  AnswerGroupRequestInput,
  ChangeGroupRoleInput,
  EditGroupInput,
  FoundGroupInput,
  GroupInput,
  JoinGroupInput,
  RemoveFromGroupInput,
} from './groups.inputs.js';
import { Groups } from './groups.service.js';

/** A page of those in a group. */
export const GroupMembershipConnection = Connection('GroupMembership', () => GroupMembership);

/** Changes answer with the rights that the viewer has after them. */
@Resolver(() => Group)
export class GroupsResolver {
  constructor(
    private readonly groups: Groups,
    private readonly memberships: GroupMemberships,
    private readonly communities: Communities,
    private readonly actors: CommunityActorSource,
  ) {}

  @Query(() => Group, { description: 'A group the viewer may know of.' })
  group(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Its id.' }) id: string): Promise<Group> {
    return this.groups.get(actor, id);
  }

  @Mutation(() => Group, { description: 'Founds a group in a community; who founds it keeps it.' })
  foundGroup(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'What it is.' }) input: FoundGroupInput,
  ): Promise<Group> {
    return this.after(context, this.groups.found(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Changes what is written about a group and the way into it.' })
  editGroup(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'What changes.' }) input: EditGroupInput,
  ): Promise<Group> {
    return this.after(context, this.groups.edit(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Closes a group; what is in it stays readable for those in it.' })
  archiveGroup(@CurrentRequest() context: RequestContext, @Args('input', { description: 'Which one.' }) input: GroupInput): Promise<Group> {
    return this.after(context, this.groups.archive(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Lets an archived group go on.' })
  reopenGroup(@CurrentRequest() context: RequestContext, @Args('input', { description: 'Which one.' }) input: GroupInput): Promise<Group> {
    return this.after(context, this.groups.reopen(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Comes into a group, or asks its keepers to be let in.' })
  joinGroup(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: JoinGroupInput,
  ): Promise<Group> {
    return this.after(context, this.memberships.join(context.actor, input));
  }

  @Mutation(() => Community, { description: 'Leaves a group; answers with its community.' })
  async leaveGroup(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Which one.' }) input: GroupInput,
  ): Promise<Community> {
    const communityId = await this.after(context, this.memberships.leave(context.actor, input));
    return this.communities.seenBy(context.actor, communityId);
  }

  @Mutation(() => Group, { description: 'Brings a member of the community into a group.' })
  addToGroup(@CurrentRequest() context: RequestContext, @Args('input', { description: 'Whom.' }) input: AddToGroupInput): Promise<Group> {
    return this.after(context, this.memberships.add(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Removes somebody from a group.' })
  removeFromGroup(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Whom.' }) input: RemoveFromGroupInput,
  ): Promise<Group> {
    return this.after(context, this.memberships.remove(context.actor, input));
  }

  @Mutation(() => GroupMembership, { description: 'Makes somebody a keeper of a group, or not.' })
  changeGroupRole(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'Whom, and what they will be.' }) input: ChangeGroupRoleInput,
  ): Promise<GroupMembership> {
    return this.after(context, this.memberships.changeRole(context.actor, input));
  }

  @Mutation(() => Group, { description: 'Lets someone into a group who asked, or not.' })
  answerGroupRequest(
    @CurrentRequest() context: RequestContext,
    @Args('input', { description: 'The answer.' }) input: AnswerGroupRequestInput,
  ): Promise<Group> {
    return this.after(context, this.memberships.answer(context.actor, input));
  }

  @ResolveField(() => Community, { description: 'Where it belongs.' })
  community(@Parent() group: Group, @CurrentLoaders() loaders: Loaders): Promise<Community | null> {
    return loaders.load(this.communities.communitiesByIds, group.communityId);
  }

  @ResolveField(() => [GroupAction], { description: 'What the viewer may do here.' })
  viewerCan(@Parent() group: Group, @CurrentActor() actor: Actor): GroupAction[] {
    return groupActions(actor, group);
  }

  @ResolveField(() => GroupRole, { nullable: true, description: 'What the viewer is here; null for those who are not in it.' })
  viewerRole(@Parent() group: Group, @CurrentActor() actor: Actor): GroupRole | null {
    const part = actor.partInGroup(group.id);
    return part && (part.isKeeper ? GroupRole.KEEPER : GroupRole.MEMBER);
  }

  @ResolveField(() => GroupRequest, { nullable: true, description: "The viewer's own request that nobody has answered yet." })
  viewerRequest(
    @Parent() group: Group,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
  ): Promise<GroupRequest | null> | null {
    if (actor.isInGroup(group.id)) return null;
    return loaders.load(this.groups.ownRequests, `${actor.personId} ${group.id}`);
  }

  @ResolveField(() => [Person], { description: 'Whom one writes to about it.' })
  keepers(@Parent() group: Group, @CurrentLoaders() loaders: Loaders): Promise<Person[] | null> {
    return loaders.load(this.groups.keepersByGroup, group.id);
  }

  @ResolveField(() => GroupMembershipConnection, { description: 'Those in it, keepers first; empty for those who are not.' })
  members(@Parent() group: Group, @CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Page<GroupMembership>> {
    return this.groups.members(actor, group, page);
  }

  @ResolveField(() => [GroupRequest], { description: 'For those who may answer them, else empty.' })
  requests(@Parent() group: Group, @CurrentActor() actor: Actor): Promise<GroupRequest[]> {
    return this.groups.requests(actor, group);
  }

  private async after<Answer>(context: RequestContext, change: Promise<Answer>): Promise<Answer> {
    const answer = await change;
    context.actor = await this.actors.again(context.actor);
    return answer;
  }
}

/** A community shows the groups that the viewer may know of. */
@Resolver(() => Community)
export class CommunityGroupsResolver {
  constructor(private readonly groups: Groups) {}

  @ResolveField(() => [Group], {
    name: 'groups',
    description: 'Its visible groups and those the viewer is in, by name; empty for those who are no members.',
  })
  list(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<Group[]> {
    return this.groups.list(actor, community);
  }
}
