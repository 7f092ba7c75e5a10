import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsUUID, Max, Min } from 'class-validator';
import { Line, RepeatableInput } from '#platform/graphql';
import { MembershipRole } from '../community.enums.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Makes a link by which several people can join.' })
export class CreateInvitationLinkInput extends RepeatableInput {
  @Field(() => ID, { description: 'To which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'What it is for, to know it among others.' })
  @Line({ min: 1, max: 120 })
  name!: string;

  @Field(() => MembershipRole, { description: 'What one becomes by it; never more than its maker is.' })
  role!: MembershipRole;

  @Field(() => Int, { description: 'How many people can join by it, 1 to 1,000.' })
  @Min(1, { message: 'Let at least one person join.' })
  @Max(1000, { message: 'Let at most 1,000 people join.' })
  maxUses!: number;

  @Field(() => Int, { description: 'How many days it is good for, 1 to 365.' })
  @Min(1, { message: 'At least one day.' })
  @Max(365, { message: 'At most 365 days.' })
  days!: number;
}

@InputType({ description: 'Takes a link back: from now on nobody joins by it.' })
export class RevokeInvitationLinkInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  linkId!: string;
}
