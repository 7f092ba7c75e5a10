import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID, Matches } from 'class-validator';
import { DateTimeScalar, RepeatableInput } from '#platform/graphql';

@InputType({ description: 'To have one’s account deleted.' })
export class DeleteAccountInput {
  @Field(() => Boolean, { description: 'Whether what one wrote stays, without one’s name; otherwise it is taken back.' })
  keepContributions!: boolean;
}

@InputType({ description: 'To have one’s data put together.' })
export class RequestDownloadInput extends RepeatableInput {}

@InputType({ description: 'Which download.' })
export class DownloadLinkInput {
  @Field(() => ID, { description: 'The download.' })
  @IsUUID(undefined, { message: 'Choose a download from the list.' })
  downloadId!: string;
}

@InputType({ description: 'The way back from a deletion.' })
export class KeepAccountInput {
  @Field(() => String, { description: 'The secret of the mail.' })
  @Matches(/^[A-Za-z0-9_-]{20,100}$/, { message: 'This link is not whole. Open it from the mail once more.' })
  token!: string;
}

@ObjectType({ description: 'One’s account will be deleted.' })
export class Leaving {
  @Field(() => DateTimeScalar, { description: 'When; until then the mail has a way back.' })
  leavingAt!: Date;
}
