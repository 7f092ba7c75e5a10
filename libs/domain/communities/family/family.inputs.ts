import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { Line, Lines, RepeatableInput } from '#platform/graphql';
import { WebAddress } from './text-rules.js';

const notAnId = { message: 'This is not an id.' };

/** How a community wants to hang together with another one, seen from itself. */
export enum Relation {
  PART_OF = 'PART_OF',
  HAS_PART = 'HAS_PART',
  PARTNER = 'PARTNER',
}
registerEnumType(Relation, {
  name: 'Relation',
  description: 'How a community wants to hang together with another one, seen from itself.',
  valuesMap: {
    PART_OF: { description: 'It wants to be a part of the other.' },
    HAS_PART: { description: 'It wants the other to be its part.' },
    PARTNER: { description: 'It wants to work with the other as equals.' },
  },
});

@InputType({ description: 'Proposes a tie to another community; who coordinates both ties them at once.' })
export class ProposeTieInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community proposes.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'The name in addresses of the other one.' })
  @Matches(/^[a-z0-9-]{1,100}$/, { message: 'This is not the address of a community. Copy what stands after /c/.' })
  otherSlug!: string;

  @Field(() => Relation, { description: 'How they shall hang together.' })
  relation!: Relation;

  @Field(() => String, { nullable: true, description: 'What the two do together.' })
  @IsOptional()
  @Lines({ max: 500 })
  note?: string | null;
}

@InputType({ description: 'Names a partner outside the platform, with its web address.' })
export class AddOutsidePartnerInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community works with it.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'Its name.' })
  @Line({ min: 2, max: 200 })
  name!: string;

  @Field(() => String, { description: 'Its web address.' })
  @WebAddress()
  url!: string;

  @Field(() => String, { nullable: true, description: 'What the two do together.' })
  @IsOptional()
  @Lines({ max: 500 })
  note?: string | null;
}

@InputType({ description: 'Answers a proposed tie.' })
export class AnswerTieInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  tieId!: string;

  @Field(() => Boolean, { description: 'Whether it shall hold.' })
  agree!: boolean;
}

@InputType({ description: 'Ends a partnership, or takes a proposal back.' })
export class EndTieInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, notAnId)
  tieId!: string;
}

@InputType({ description: 'Ends being a part; the coordinators of either side may.' })
export class DetachCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;
}

@InputType({ description: 'Opens the circle in which the coordinators of all parts meet.' })
export class OpenCircleInput extends RepeatableInput {
  @Field(() => ID, { description: 'The whole.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { description: 'The name of the circle.' })
  @Line({ min: 3, max: 120 })
  name!: string;
}

@InputType({ description: 'Closes a community: it stays readable, and nothing is written in it any more.' })
export class ArchiveCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;

  @Field(() => String, { nullable: true, description: 'Why, or what came of it: everybody who sees the community reads it.' })
  @IsOptional()
  @Lines({ max: 1000 })
  note?: string | null;
}

@InputType({ description: 'Opens an archived community again.' })
export class ReviveCommunityInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which community.' })
  @IsUUID(undefined, notAnId)
  communityId!: string;
}
