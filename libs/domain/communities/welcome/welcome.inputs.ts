import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { WeekStep, WelcomeItem } from './welcome.entity.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'Writes how a community receives newcomers, all of it at once.' })
export class SetWelcomeInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => [WelcomeItem], { description: 'At most three first steps.' })
  @ArrayMaxSize(3, { message: 'Three steps are enough.' })
  @ValidateNested({ each: true })
  @Type(() => WelcomeItem)
  steps!: WelcomeItem[];

  @Field(() => [WelcomeItem], { description: 'At most five things to read first.' })
  @ArrayMaxSize(5, { message: 'Five things to read are enough.' })
  @ValidateNested({ each: true })
  @Type(() => WelcomeItem)
  reading!: WelcomeItem[];
}

@InputType({ description: 'Offers to be a contact for newcomers, or no longer.' })
export class OfferAsContactInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => Boolean, { description: 'Whether one is a contact.' })
  isContact!: boolean;
}

@InputType({ description: 'Says how far one is with the first steps.' })
export class NoteWelcomeInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => [Int], { description: 'The steps that are done, counted from 0.' })
  @ArrayMaxSize(3, { message: 'There are at most three steps.' })
  @ArrayUnique({ message: 'Each only once.' })
  @Min(0, { each: true, message: 'Steps are counted from 0.' })
  @Max(2, { each: true, message: 'There are at most three steps.' })
  done!: number[];

  @Field(() => Boolean, { description: 'Whether it is put away for good.' })
  isPutAway!: boolean;
}

@InputType({ description: 'Says what of the first week one has done.' })
export class NoteWeekInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => [WeekStep], { description: 'What is done.' })
  @ArrayMaxSize(7, { message: 'There are seven steps.' })
  @ArrayUnique({ message: 'Each only once.' })
  done!: WeekStep[];
}

@InputType({ description: 'Welcomes a newcomer, and names a contact where one is chosen.' })
export class WelcomeNewcomerInput {
  @Field(() => ID, { description: 'The membership of the newcomer.' })
  @IsUUID(undefined, notAnId)
  membershipId!: string;

  @Field(() => ID, { nullable: true, description: 'The membership of the contact; left out, it stays.' })
  @IsOptional()
  @IsUUID(undefined, notAnId)
  contactMembershipId?: string | null;
}
