import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Community, Group, type Place, takesPart } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Thread } from '../thread.entity.js';
import { placeKey, UnattributedFloor } from './unattributed-floor.service.js';
import { SetUnattributedFloorInput } from './unattributed.inputs.js';
import { UnattributedRule } from './unattributed-rule.js';

const RULE = { nullable: true, description: 'Whether one may write unattributed here; null for those who do not write here.' };

/** How a place keeps unattributed words unattributed, as its composers show it. */
@Resolver(() => Community)
export class UnattributedResolver {
  constructor(private readonly floor: UnattributedFloor) {}

  @ResolveField(() => UnattributedRule, RULE)
  unattributed(@CurrentActor() actor: Actor, @Parent() { id }: Community, @CurrentLoaders() loaders: Loaders) {
    return ruleFor(this.floor, actor, { communityId: id, groupId: null }, loaders);
  }

  @Mutation(() => Community, { description: 'Says how many people must be able to write before anyone may do so unattributed.' })
  setUnattributedFloor(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'How many.' }) input: SetUnattributedFloorInput,
  ): Promise<Community> {
    return this.floor.set(actor, input);
  }
}

/** The same for a group, among whose people one would hide. */
@Resolver(() => Group)
export class UnattributedInGroupResolver {
  constructor(private readonly floor: UnattributedFloor) {}

  @ResolveField(() => UnattributedRule, RULE)
  unattributed(@CurrentActor() actor: Actor, @Parent() { id, communityId }: Group, @CurrentLoaders() loaders: Loaders) {
    return ruleFor(this.floor, actor, { communityId, groupId: id }, loaders);
  }
}

/** The same for a thread, wherever it is. */
@Resolver(() => Thread)
export class UnattributedInThreadResolver {
  constructor(private readonly floor: UnattributedFloor) {}

  @ResolveField(() => UnattributedRule, RULE)
  unattributed(@CurrentActor() actor: Actor, @Parent() { communityId, groupId }: Thread, @CurrentLoaders() loaders: Loaders) {
    return ruleFor(this.floor, actor, { communityId, groupId }, loaders);
  }
}

function ruleFor(floor: UnattributedFloor, actor: Actor, place: Place, loaders: Loaders): Promise<UnattributedRule | null> | null {
  return takesPart(actor, place) ? loaders.load(floor.rulesByPlace, placeKey(place)) : null;
}
