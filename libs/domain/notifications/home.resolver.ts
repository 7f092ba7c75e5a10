import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { HomePage } from './home.entity.js';
import { Home } from './home.service.js';

@Resolver(() => HomePage)
export class HomeResolver {
  constructor(private readonly homes: Home) {}

  @Query(() => HomePage, { description: 'What needs me.' })
  home(@CurrentActor() actor: Actor): Promise<HomePage> {
    return this.homes.of(actor);
  }
}
