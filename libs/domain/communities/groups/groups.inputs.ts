import { Field, ID, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Line, Lines, RepeatableInput } from '#platform/graphql';
import { JoinPolicy } from '../community.enums.js';
import { GroupRole } from './group.enums.js';

/** A group is joined by people, and those in it know each other. */
const GROUP_WAYS = [JoinPolicy.OPEN, JoinPolicy.ON_REQUEST, JoinPolicy.BY_INVITATION];
const notForGroups = { message: 'People come into a group openly, on request or by invitation.' };
const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'A new group; who founds it keeps it.' })
export class FoundGroupInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'Its name, 2 to 100 characters.' })
  @Line({ min: 2, max: 100 })
  name!: string;

  @Field(() => String, { description: 'What it is for, 1 to 1000 characters.' })
  @Lines({ min: 1, max: 1000 })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether it exists only for those in it.' })
  isHidden!: boolean;

  @Field(() => JoinPolicy, { description: 'How members of the community come in; a hidden group takes people by invitation.' })
  @IsIn(GROUP_WAYS, notForGroups)
  joinPolicy!: JoinPolicy;
}

@InputType({ description: 'What changes of a group; what is left out stays.' })
export class EditGroupInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which group.' })
  @IsUUID(undefined, notAnId)
  groupId!: string;

  @Field(() => String, { nullable: true, description: 'Its name, 2 to 100 characters.' })
  @IsOptional()
  @Line({ min: 2, max: 100 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, 1 to 1000 characters.' })
  @IsOptional()
  @Lines({ min: 1, max: 1000 })
  purpose?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it exists only for those in it.' })
  isHidden?: boolean | null;

  @Field(() => JoinPolicy, { nullable: true, description: 'How members of the community come in.' })
  @IsOptional()
  @IsIn(GROUP_WAYS, notForGroups)
  joinPolicy?: JoinPolicy | null;
}

@InputType({ description: 'The group to archive, to reopen or to leave.' })
export class GroupInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which group.' })
  @IsUUID(undefined, notAnId)
  groupId!: string;
}

@InputType({ description: 'Comes into a group, or asks to.' })
export class JoinGroupInput extends GroupInput {
  @Field(() => String, { nullable: true, description: 'Only where joining is on request: what the keepers read.' })
  @IsOptional()
  @Lines({ max: 2000 })
  message?: string | null;
}

@InputType({ description: 'Brings a member of the community into a group.' })
export class AddToGroupInput extends GroupInput {
  @Field(() => ID, { description: 'Whom.' })
  @IsUUID(undefined, notAnId)
  personId!: string;
}

@InputType({ description: 'Removes somebody from a group.' })
export class RemoveFromGroupInput extends RepeatableInput {
  @Field(() => ID, { description: 'Whose part in the group.' })
  @IsUUID(undefined, notAnId)
  groupMembershipId!: string;
}

@InputType({ description: 'Makes somebody a keeper of a group, or not.' })
export class ChangeGroupRoleInput extends RemoveFromGroupInput {
  @Field(() => GroupRole, { description: 'What they will be.' })
  role!: GroupRole;
}

@InputType({ description: 'Answers a request to be let into a group.' })
export class AnswerGroupRequestInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsUUID(undefined, notAnId)
  groupRequestId!: string;

  @Field(() => Boolean, { description: 'Whether they are let in.' })
  accept!: boolean;
}
