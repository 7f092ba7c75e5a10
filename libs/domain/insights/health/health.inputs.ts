import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { HealthMix } from './community-health.js';

const notAnId = { message: 'This is not an id.' };

@InputType({ description: 'A share that is wished.' })
export class WishedShareInput {
  @Field(() => String, { description: 'A type or level of organisations, or a country.' })
  @Matches(/^[A-Z_]{2,40}$/, { message: 'Choose a type, a level or a country.' })
  key!: string;

  @Field(() => Int, { description: 'In hundredths, 1 to 100.' })
  @Min(1, { message: 'At least 1.' })
  @Max(100, { message: 'At most 100.' })
  percent!: number;
}

@InputType({ description: 'Which mix a community wishes, by one property. What was wished by it before is gone.' })
export class SetWishedMixInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => HealthMix, { description: 'By which property.' })
  mix!: HealthMix;

  @Field(() => [WishedShareInput], { description: 'The wished shares; together at most 100.' })
  @ArrayMaxSize(60, { message: 'At most 60 shares.' })
  @ArrayUnique((share: WishedShareInput) => share.key, { message: 'Each only once.' })
  @ValidateNested({ each: true })
  @Type(() => WishedShareInput)
  shares!: WishedShareInput[];
}

@InputType({ description: 'Says whether members see the health of their community, too.' })
export class ShareHealthInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => Boolean, { description: 'Whether members see it.' })
  isForMembers!: boolean;
}
