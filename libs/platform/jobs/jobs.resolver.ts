import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '#platform/auth';
import { uuid } from '#platform/graphql';
import { Jobs } from './jobs.js';
import { ParkedJob } from './parked-job.js';

@Resolver(() => ParkedJob)
export class JobsResolver {
  constructor(private readonly jobs: Jobs) {}

  @Query(() => [ParkedJob], { description: 'Jobs that failed for good, newest first. For administrators.' })
  parkedJobs(@CurrentActor() actor: Actor): Promise<ParkedJob[]> {
    return this.jobs.parked(actor);
  }

  @Mutation(() => Boolean, { description: 'Gives a parked job another try. For administrators.' })
  retryParkedJob(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'The job.' }) id: string): Promise<boolean> {
    return this.jobs.retry(actor, uuid(id));
  }
}
