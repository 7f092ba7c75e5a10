import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { Line, RichTextScalar } from '#platform/graphql';

/** `thread:<id>`, `community:<id>` or `group:<id>`. */
export const SUBJECT = /^(thread|community|group):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

@InputType({ description: 'A text that is not sent yet.' })
export class SaveDraftInput {
  @Field(() => String, { description: 'What it is a draft of: thread:<id> for a reply, community:<id> or group:<id> for a new thread.' })
  @Matches(SUBJECT, { message: 'Say what this is a draft of: thread:<id>, community:<id> or group:<id>.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'The title so far, of a new thread.' })
  @IsOptional()
  @Line({ max: 200 })
  title?: string | null;

  @Field(() => RichTextScalar, { description: 'The text so far; it may be empty.' })
  body!: unknown;
}
