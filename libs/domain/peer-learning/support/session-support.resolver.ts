import { Args, Field, ID, InputType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { Support, SupportInput } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Session } from '../session.entity.js';
import { SessionSupports } from './session-support.service.js';

@InputType({ description: 'Says what a session offers to those who come.' })
export class SetSessionSupportInput extends SupportInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsUUID(undefined, { message: 'This is not an id.' })
  sessionId!: string;
}

@Resolver(() => Session)
export class SessionSupportResolver {
  constructor(private readonly supports: SessionSupports) {}

  @Mutation(() => Session, { description: 'Says what a session offers to those who come; nothing takes it back.' })
  setSessionSupport(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Interpreting and compensation.' }) input: SetSessionSupportInput,
  ): Promise<Session> {
    return this.supports.set(actor, input);
  }

  @ResolveField(() => Support, { nullable: true, description: 'What it offers to those who come; null where nothing is said.' })
  support(@Parent() session: Session, @CurrentLoaders() loaders: Loaders): Promise<Support | null> {
    return loaders.load(this.supports.bySessions, session.id);
  }
}
