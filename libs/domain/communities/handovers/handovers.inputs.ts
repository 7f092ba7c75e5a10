import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Line, Lines, RepeatableInput } from '#platform/graphql';
import { normalMailAddress } from '#platform/mail';
import { HandoverTemplate } from './handover.enums.js';

const anId = { message: 'This is not an id.' };

@InputType({ description: 'Begins to hand over a seat, or one’s own role where no seat is named.' })
export class BeginHandoverInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, anId)
  communityId!: string;

  @Field(() => ID, { nullable: true, description: 'Which seat; left out for one’s role.' })
  @IsOptional()
  @IsUUID(undefined, anId)
  seatId?: string | null;

  @Field(() => Boolean, { description: 'Whether one leaves the community when the successor takes over.' })
  @IsBoolean()
  leaves!: boolean;
}

@InputType({ description: 'A point of the checklist: one of the usual, or one’s own words.' })
export class HandoverItemInput {
  @Field(() => HandoverTemplate, { nullable: true, description: 'One of the usual points.' })
  @IsOptional()
  @IsEnum(HandoverTemplate)
  template?: HandoverTemplate | null;

  @Field(() => String, { nullable: true, description: 'One’s own words, 1 to 200 characters.' })
  @IsOptional()
  @Line({ min: 1, max: 200 })
  text?: string | null;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  @IsBoolean()
  isDone!: boolean;
}

@InputType({ description: 'A handover.' })
export class HandoverInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, anId)
  handoverId!: string;
}

@InputType({ description: 'What is written in a handover; what is left out stays.' })
export class WriteHandoverInput extends HandoverInput {
  @Field(() => String, { nullable: true, description: 'What the successor should know, up to 10000 characters.' })
  @IsOptional()
  @Lines({ max: 10_000 })
  notes?: string | null;

  @Field(() => [HandoverItemInput], { nullable: true, description: 'The whole checklist anew, up to 40 points.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40, { message: 'Keep the checklist to 40 points.' })
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  items?: HandoverItemInput[] | null;
}

@InputType({ description: 'Who is to take over: a person, or an address.' })
export class OfferHandoverInput extends HandoverInput {
  @Field(() => ID, { nullable: true, description: 'Who.' })
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose somebody from the list.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'The address of someone who is not here yet.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normalMailAddress(value) : value))
  @MaxLength(254, { message: 'This is not a mail address.' })
  @Matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { message: 'This is not a mail address.' })
  email?: string | null;
}
