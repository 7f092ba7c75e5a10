import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Lines, RepeatableInput } from '#platform/graphql';
import { normalMailAddress } from '#platform/mail';
import { MembershipRole } from './community.enums.js';
import { JoinAnswerInput, MOST_QUESTIONS } from './questions/join-questions.inputs.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Joins a community, or asks to.' })
export class JoinCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation one speaks for here.' })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  organisationId?: string;

  @Field(() => String, { nullable: true, description: 'Only where joining is on request.' })
  @IsOptional()
  @Lines({ max: 2000 })
  message?: string;

  @Field(() => [JoinAnswerInput], { nullable: true, description: 'To the questions of the community; only where joining is on request.' })
  @IsOptional()
  @ArrayMaxSize(MOST_QUESTIONS, { message: 'There are at most five questions.' })
  @ValidateNested({ each: true })
  @Type(() => JoinAnswerInput)
  answers?: JoinAnswerInput[] | null;
}

@InputType({ description: 'Leaves a community.' })
export class LeaveCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;
}

@InputType({ description: 'Removes a member.' })
export class RemoveMemberInput extends RepeatableInput {
  @Field(() => ID, { description: 'Whose membership.' })
  @IsUUID(undefined, notAnId)
  membershipId!: string;
}

@InputType({ description: 'Gives a member another role.' })
export class ChangeRoleInput extends RepeatableInput {
  @Field(() => ID, { description: 'Whose membership.' })
  @IsUUID(undefined, notAnId)
  membershipId!: string;

  @Field(() => MembershipRole, { description: 'What they will be.' })
  role!: MembershipRole;
}

@InputType({ description: 'Answers a request to join.' })
export class AnswerJoinRequestInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsUUID(undefined, notAnId)
  requestId!: string;

  @Field(() => Boolean, { description: 'Whether they are let in.' })
  accept!: boolean;
}

@InputType({ description: 'Invites someone by mail.' })
export class InviteToCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'To which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'The address the invitation goes to; only its owner can use it.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (normalMailAddress(value) ?? '') : value))
  @Matches(/@/, { message: 'This is not a mail address. Write it like ana@example.org.' })
  email!: string;

  @Field(() => MembershipRole, { description: 'What they will be; never more than the inviter is.' })
  role!: MembershipRole;
}

@InputType({ description: 'Uses an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'From the link in the mail.' })
  @MaxLength(200, { message: 'This is not a token.' })
  token!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation one speaks for here.' })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  organisationId?: string;
}

@InputType({ description: 'Withdraws an invitation.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  invitationId!: string;
}
