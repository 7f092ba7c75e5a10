import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { Thread } from '../thread.entity.js';
import type { ReadThread } from '../threads.queries.js';
import { Receipts } from './announcement-receipt.entity.js';
import { ConfirmReadingInput } from './announcements.inputs.js';
import { Announcements } from './announcements.service.js';

@Resolver(() => Thread)
export class AnnouncementsResolver {
  constructor(private readonly announcements: Announcements) {}

  @Mutation(() => Thread, { description: 'Confirms that one has read an announcement. Those who may announce see who has.' })
  confirmReading(@CurrentActor() actor: Actor, @Args('input', { description: 'Which one.' }) input: ConfirmReadingInput): Promise<Thread> {
    return this.announcements.confirm(actor, input);
  }

  @ResolveField(() => Receipts, {
    nullable: true,
    description: 'Of an announcement, who has read it; null for all others, and for those outside.',
  })
  receipts(@CurrentActor() actor: Actor, @Parent() thread: ReadThread): Promise<Receipts | null> {
    return this.announcements.receipts(actor, thread);
  }
}
