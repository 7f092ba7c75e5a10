import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Line, Lines, RepeatableInput } from '#platform/graphql';

const anId = { message: 'This is not an id.' };
const ONE_TO_TWENTY = { message: 'Choose 1 to 20 seats.' };

@InputType({ description: 'Seats for an organisation that takes part.' })
export class GrantSeatsInput extends RepeatableInput {
  @Field(() => ID, { description: 'In which community.' })
  @IsUUID(undefined, anId)
  communityId!: string;

  @Field(() => ID, { description: 'To which organisation.' })
  @IsUUID(undefined, anId)
  organisationId!: string;

  @Field(() => Int, { description: 'How many, 1 to 20.' })
  @Min(1, ONE_TO_TWENTY)
  @Max(20, ONE_TO_TWENTY)
  seats!: number;

  @Field(() => String, { nullable: true, description: 'What they are for, up to 120 characters.' })
  @IsOptional()
  @Line({ max: 120 })
  purpose?: string | null;

  @Field(() => Boolean, { description: 'Whether who holds them endorses positions for the organisation.' })
  @IsBoolean()
  hasMandate!: boolean;
}

@InputType({ description: 'Seats that the community offers, or the organisation asks for.' })
export class ProposeSeatsInput extends GrantSeatsInput {
  @Field(() => String, { nullable: true, description: 'A word to the other side, up to 2000 characters.' })
  @IsOptional()
  @Lines({ max: 2000 })
  message?: string | null;
}

@InputType({ description: 'The answer to an invitation or a request.' })
export class AnswerSeatProposalInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID(undefined, anId)
  proposalId!: string;

  @Field(() => Boolean, { description: 'Whether the organisation shall hold the seats.' })
  @IsBoolean()
  accept!: boolean;
}

@InputType({ description: 'A seat.' })
export class SeatInput extends RepeatableInput {
  @Field(() => ID, { description: 'Which seat.' })
  @IsUUID(undefined, anId)
  seatId!: string;
}

@InputType({ description: 'Who shall hold a seat.' })
export class FillSeatInput extends SeatInput {
  @Field(() => ID, { description: 'Who; they have chosen the organisation in their profile.' })
  @IsUUID(undefined, anId)
  personId!: string;
}

@InputType({ description: 'What changes about a seat; what is left out stays.' })
export class ChangeSeatInput extends SeatInput {
  @Field(() => String, { nullable: true, description: 'What it is for, up to 120 characters.' })
  @IsOptional()
  @Line({ max: 120 })
  purpose?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether who holds it endorses positions for the organisation.' })
  @IsOptional()
  @IsBoolean()
  hasMandate?: boolean | null;
}
