import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { SignInSession } from './sign-in-session.entity.js';

@Resolver(() => SignInSession)
export class SignInSessionsResolver {
  @ResolveField(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent(@Parent() session: SignInSession, @CurrentActor() actor: Actor): boolean {
    return actor.sessionId === session.id;
  }
}
