import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { WelcomeItem } from './welcome.entity.js';

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
