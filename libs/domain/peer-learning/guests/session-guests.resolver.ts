import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Guest, Guests } from '#domain/communities';
import { type Actor, CurrentActor, CurrentLoaders, type Loaders } from '#platform/auth';
import { Session } from '../session.entity.js';

@Resolver(() => Session)
export class SessionGuestsResolver {
  constructor(private readonly guestRoll: Guests) {}

  @ResolveField(() => [Guest], {
    description: 'Guest observers: who attends, is asked to, or did. Empty for those who do not belong there.',
  })
  async guests(@CurrentActor() actor: Actor, @Parent() session: Session, @CurrentLoaders() loaders: Loaders): Promise<Guest[]> {
    return this.guestRoll.seenBy(actor, (await loaders.load(this.guestRoll.bySubject, session.id)) ?? []);
  }
}
