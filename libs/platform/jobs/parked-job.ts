import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#platform/graphql';

@ObjectType({ description: 'A job that failed for good and waits for an administrator.' })
export class ParkedJob {
  @Field(() => ID, { description: 'The job.' })
  id!: string;
  @Field(() => String, { description: 'What kind of work it is.' })
  queue!: string;
  @Field(() => DateTimeScalar, { description: 'When it was given up.' })
  failedAt!: Date;
  @Field(() => String, { description: 'The kind of error; the log has the rest.' })
  error!: string;
  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;
}
