import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Community } from '../community.entity.js';
import { MandateMap } from './mandates.answers.js';
import { Mandates } from './mandates.service.js';

@Resolver(() => Community)
export class MandatesResolver {
  constructor(private readonly mandates: Mandates) {}

  @ResolveField(() => MandateMap, {
    nullable: true,
    description: 'Which member organisations do what at which level; null for those who may not see them.',
  })
  mandateMap(@Parent() community: Community, @CurrentActor() actor: Actor): Promise<MandateMap | null> {
    return this.mandates.of(actor, community);
  }
}
